import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FigureList } from '../../../main/core/figures/figures.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import classes from './figures.module.css'
import { lateWords } from './figures.rows.ts'
import type { ShownList } from './figures.search.ts'
import { SupplierList } from './SupplierList.tsx'

const MOST = 200

type Props = { shown: ShownList | undefined; asOf: string; months: number; onClose: () => void }

/** The list behind a figure, beside the table: what it adds up to, and its largest rows. */
export const ListPanel = ({ shown, ...rest }: Props) => {
  const t = useT()
  if (!shown) return null
  const name = shown.late ? t(lateWords(shown.list)) : t(`figures:lists.${shown.list}`)
  const title =
    shown.level !== undefined
      ? t('figures:list.level', { list: name, level: shown.level })
      : shown.person !== undefined
        ? t('figures:list.person', { list: name, person: shown.person })
        : name
  return (
    <SidePanel opened title={title} onClose={rest.onClose}>
      {shown.list === 'suppliers' ? (
        <SupplierList asOf={rest.asOf} months={rest.months} />
      ) : (
        <List shown={{ ...shown, list: shown.list }} {...rest} />
      )}
    </SidePanel>
  )
}

type ListProps = { shown: ShownList & { list: FigureList }; asOf: string; months: number }

const List = ({ shown, asOf, months }: ListProps) => {
  const t = useT()
  const format = useFormat()
  const { data, error } = useQuery({
    ...api.figures.behind.queryOptions({ input: { ...shown, asOf, months, limit: MOST } }),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorNote error={error} />
  if (!data) return null
  const { list } = shown
  const { rows, total, amount, counted, currency } = data
  if (total === 0) return <Text size="sm">{t('figures:list.none')}</Text>
  const money = (value: number) => format.money(value, currency)
  const counts =
    list === 'promises' || list === 'reminded' || list === 'asked' || list === 'limits'
      ? t(`figures:list.counts.${list}`)
      : ''
  const [from, until] = [t(`figures:list.from.${list}`), t(`figures:list.until.${list}`)]
  return (
    <>
      <Text size="sm">
        {t('figures:list.sum', { count: total, amount: money(amount) })}
        {counted !== null &&
          `, ${t(list === 'limits' ? 'figures:list.against' : 'figures:list.counted', { amount: money(counted), what: counts.toLowerCase() })}`}
      </Text>
      {total > rows.length && (
        <Text size="xs" c="dimmed">
          {t('figures:list.more', { count: rows.length })}
        </Text>
      )}
      <ul className={classes.rows}>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an invoice stands in a list as often as it was paid or asked for.
          <li key={at}>
            <div>
              {row.customerId ? (
                <AnchorLink to="/customers/$id" params={{ id: row.customerId }} size="sm">
                  {row.name}
                </AnchorLink>
              ) : (
                <Text size="sm" span>{`${row.name} (${t('figures:list.group')})`}</Text>
              )}
              <Text size="xs" c="dimmed">
                {[
                  row.number,
                  row.from && `${from} ${format.day(row.from)}`,
                  row.until && `${until} ${format.day(row.until)}`,
                  row.days !== null && !counts && t('figures:days', { value: format.number(row.days) }),
                  row.state && t(`figures:list.state.${row.state}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <div className={classes.sums}>
              <Text size="sm">{money(row.amount)}</Text>
              {(row.counted !== null || row.share !== null) && (
                <Text size="xs" c="dimmed">
                  {[
                    row.counted !== null && `${counts} ${money(row.counted)}`,
                    row.share !== null && format.percent(row.share),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
