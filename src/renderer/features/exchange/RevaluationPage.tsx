import { Table, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { AnchorLink, ButtonLink } from '../../components/links.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ReceivablesTabs } from '../../components/ReceivablesTabs.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import classes from './exchange.module.css'

const route = getRouteApi('/book/receivables/revaluation')

/** What is open in other currencies on a day, at the rates it was booked at and at that day's. */
export const RevaluationPage = () => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const asOf = search.asOf ?? today
  const { data, error } = useQuery({
    ...api.exchange.revaluation.queryOptions({ input: { asOf } }),
    placeholderData: keepPreviousData,
  })
  const known = data?.lines.filter(({ difference }) => difference !== null) ?? []
  const latent = known.reduce((sum, { difference }) => sum + (difference ?? 0), 0)
  return (
    <>
      <PageHeader
        title={t('exchange:revaluation.title')}
        actions={
          <ButtonLink to="/company" search={{ section: 'exchange' }} variant="default">
            {t('exchange:revaluation.toRates')}
          </ButtonLink>
        }
      >
        <ReceivablesTabs value="revaluation" />
      </PageHeader>
      <Toolbar>
        <DayInput
          aria-label={t('exchange:revaluation.day')}
          value={asOf}
          onChange={(day) => navigate({ search: day && day !== today ? { asOf: day } : {}, replace: true })}
        />
      </Toolbar>
      <ErrorNote error={error} />
      {data && (
        <div className={classes.figures}>
          {known.length > 0 && (
            <KeyFigure
              label={t('exchange:revaluation.latent', { day: format.day(asOf) })}
              value={format.money(latent, data.home)}
              hint={gainOrLoss(latent, t)}
            />
          )}
          <KeyFigure
            label={t('exchange:revaluation.realised', { day: format.day(asOf) })}
            value={format.money(data.realised, data.home)}
            hint={gainOrLoss(data.realised, t)}
          />
        </div>
      )}
      {data?.lines.length === 0 && (
        <EmptyState title={t('exchange:revaluation.empty.title')} text={t('exchange:revaluation.empty.text')} />
      )}
      {data && data.lines.length > 0 && (
        <Table aria-label={t('exchange:revaluation.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('exchange:rates.currency')}</Table.Th>
              <Table.Th ta="right">{t('exchange:revaluation.open')}</Table.Th>
              <Table.Th ta="right">{t('exchange:revaluation.base', { home: data.home })}</Table.Th>
              <Table.Th ta="right">{t('exchange:revaluation.rate')}</Table.Th>
              <Table.Th ta="right">{t('exchange:revaluation.revalued', { home: data.home })}</Table.Th>
              <Table.Th ta="right">{t('exchange:revaluation.difference', { home: data.home })}</Table.Th>
              <Table.Th>{t('exchange:revaluation.remark')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.lines.map((line) => (
              <Table.Tr key={line.currency}>
                <Table.Td fw={600}>
                  <AnchorLink to="/receivables" search={{ currency: line.currency, asOf }}>
                    {line.currency}
                  </AnchorLink>
                </Table.Td>
                <Table.Td ta="right">
                  <MoneyText amount={line.open} currency={line.currency} />
                </Table.Td>
                <Table.Td ta="right">
                  <Known amount={line.base} currency={data.home} />
                </Table.Td>
                <Table.Td ta="right">{line.rate ? format.decimal(line.rate) : t('common:none')}</Table.Td>
                <Table.Td ta="right">
                  <Known amount={line.revalued} currency={data.home} />
                </Table.Td>
                <Table.Td ta="right">
                  <Known amount={line.difference} currency={data.home} strong />
                </Table.Td>
                <Table.Td>
                  {line.difference !== null && gainOrLoss(line.difference, t)}
                  <Text size="xs" c="dimmed">
                    {[
                      line.rateDay && t('exchange:revaluation.rateOf', { day: format.day(line.rateDay) }),
                      line.rate === null && t('exchange:revaluation.noRate'),
                      line.withoutRate > 0 && t('exchange:revaluation.withoutRate', { count: line.withoutRate }),
                    ]
                      .filter(Boolean)
                      .join(' ')}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  )
}

const gainOrLoss = (amount: number, t: ReturnType<typeof useT>): string =>
  amount === 0
    ? t('exchange:revaluation.even')
    : t(amount > 0 ? 'exchange:revaluation.gain' : 'exchange:revaluation.loss')

/** An amount, or a dash where it cannot be told. */
const Known = ({ amount, ...rest }: { amount: number | null; currency: string; strong?: boolean }) => {
  const t = useT()
  return amount === null ? <Text c="dimmed">{t('common:none')}</Text> : <MoneyText amount={amount} {...rest} />
}
