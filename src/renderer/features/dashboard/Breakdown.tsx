import { SegmentedControl, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { type BreakdownRow, type Breakdown as By, breakdowns } from '../../../main/core/dashboard/dashboard.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { ageingColour } from '../../app/theme.ts'
import { AnchorLink } from '../../components/links.tsx'
import classes from './dashboard.module.css'

type Props = { asOf: string; by: By; onBy: (by: By | undefined) => void }

/** What is owed by those that customers belong to, with its ages, DSO and sales. */
export const Breakdown = ({ asOf, by, onBy }: Props) => {
  const t = useT()
  const { data } = useQuery({
    ...api.dashboard.breakdown.queryOptions({ input: { asOf, by } }),
    placeholderData: keepPreviousData,
  })
  const heads = ['customers', 'total', 'ageing', 'overdue', 'share', 'disputed', 'dso', 'sales'] as const
  return (
    <section>
      <div className={classes.head}>
        <Title order={2} id="board-breakdown">
          {t('dashboard:breakdown.title')}
        </Title>
        <SegmentedControl
          aria-label={t('dashboard:breakdown.title')}
          value={by}
          onChange={(value) => onBy(breakdowns.find((one) => one === value && one !== 'segment'))}
          data={breakdowns.map((value) => ({ value, label: t(`dashboard:breakdown.by.${value}`) }))}
        />
      </div>
      <table className={classes.table} aria-labelledby="board-breakdown">
        <thead>
          <tr>
            <th scope="col">{t(`dashboard:breakdown.heads.${by}`)}</th>
            {heads.map((name) => (
              <th key={name} scope="col" className={name === 'ageing' ? classes.ages : classes.right}>
                {t(`dashboard:breakdown.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data?.rows.map((row) => (
            <tr key={row.key ?? '\u0000'}>
              <th scope="row" className={classes.name}>
                <RowName row={row} by={by} />
              </th>
              <Cells row={row} currency={data.currency} />
            </tr>
          ))}
        </tbody>
        {data && data.rows.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t('dashboard:breakdown.all')}</th>
              <Cells row={data.all} currency={data.currency} />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

const RowName = ({ row: { key, label }, by }: { row: BreakdownRow; by: By }) => {
  const t = useT()
  const language = useLanguage()
  if (key === null) return t('dashboard:breakdown.others')
  if (key === '') return t(`dashboard:breakdown.none.${by}`)
  if (by === 'country') return new Intl.DisplayNames(language, { type: 'region' }).of(key) ?? key
  if (by === 'group')
    return (
      <AnchorLink to="/credit/groups" search={{ id: key }}>
        {label}
      </AnchorLink>
    )
  return (
    <AnchorLink to="/customers" search={{ [by]: key, sort: 'balance', descending: true }}>
      {label}
    </AnchorLink>
  )
}

const Cells = ({ row, currency }: { row: BreakdownRow; currency: string }) => {
  const t = useT()
  const format = useFormat()
  const money = (amount: number) => (amount === 0 ? '–' : format.money(amount, currency))
  const overdue = row.late.reduce((sum, part) => sum + part, 0)
  const ages = [row.notDue, ...row.late]
  const owed = row.notDue + overdue
  const [notDue = '', from1 = '', from31 = '', from61 = '', over90 = ''] = ages.map(money)
  return (
    <>
      <td className={classes.right}>{format.number(row.customers)}</td>
      <td className={classes.right}>{money(row.total)}</td>
      <td className={classes.ages}>
        {owed > 0 && (
          <span
            className={classes.ageBar}
            role="img"
            aria-label={t('dashboard:breakdown.cells', { notDue, from1, from31, from61, over90 })}
            title={t('dashboard:breakdown.cells', { notDue, from1, from31, from61, over90 })}
          >
            {ages.map(
              (amount, at) =>
                amount > 0 && (
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: the place is the age
                    key={at}
                    style={
                      {
                        '--part': `${(100 * amount) / owed}%`,
                        '--age': ageingColour(at, ages.length),
                      } as CSSProperties
                    }
                  />
                ),
            )}
          </span>
        )}
      </td>
      <td className={classes.right}>{money(overdue)}</td>
      <td className={classes.right}>{row.overdue.value === null ? '–' : format.percent(row.overdue.value)}</td>
      <td className={classes.right}>{money(row.disputed)}</td>
      <td className={classes.right}>
        {row.dso.value === null ? '–' : t('dashboard:days', { value: format.decimal(row.dso.value) })}
      </td>
      <td className={classes.right}>{money(row.sales)}</td>
    </>
  )
}
