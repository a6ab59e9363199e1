import { Alert, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DayText } from '../../components/DayText.tsx'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import classes from './receivables.module.css'

/** What is owed, since when, by whom. */
export const ItemFacts = ({ item, asOf }: { item: ItemRow; asOf: Day }) => {
  const t = useT()
  const format = useFormat()
  const home = useQuery(api.company.get.queryOptions({ input: {} })).data?.currency
  const lateness = () => {
    if (item.open <= 0) return ''
    if (item.daysLate > 0) return t('receivables:item.lateBy', { count: item.daysLate })
    return t(item.daysLate === 0 ? 'receivables:item.dueToday' : 'receivables:item.notDue')
  }
  return (
    <>
      <Stack gap={2}>
        <Text fw={600}>{item.customerName}</Text>
        <Text size="sm" c="dimmed">
          {item.customerCode}
        </Text>
      </Stack>
      <KeyFigure
        label={t('receivables:item.open')}
        value={format.money(item.open, item.currency)}
        tone={item.open > 0 && item.daysLate > 0 ? 'late' : 'neutral'}
        hint={lateness()}
      />
      <Facts
        facts={[
          [t('receivables:item.amount'), format.money(item.amount, item.currency)],
          item.disputed !== 0 && [t('receivables:item.disputed'), format.money(item.disputed, item.currency)],
          item.later !== 0 && [
            t('receivables:item.later', { day: format.day(asOf) }),
            format.money(item.later, item.currency),
          ],
          item.baseOpen !== null &&
            home !== undefined && [t('receivables:item.baseOpen'), format.money(item.baseOpen, home)],
          [t('receivables:item.issued'), <DayText key="issued" day={item.issued} />],
          item.booked !== item.issued && [t('receivables:item.booked'), <DayText key="booked" day={item.booked} />],
          [
            t('receivables:item.due'),
            <span key="due">
              <DayText day={item.due} />{' '}
              {item.dueComputed && <span className={classes.dim}>{t('receivables:item.dueComputed')}</span>}
            </span>,
          ],
          item.label !== '' && [t('receivables:item.label'), item.label],
          item.amount > 0 && [
            t('receivables:item.level'),
            item.level ? t('receivables:item.levelNumber', { level: item.level }) : t('receivables:item.noLevel'),
          ],
        ]}
      />
      {item.approximate && (
        <Alert color="gray" variant="light">
          {t('receivables:item.approximate')}
        </Alert>
      )}
    </>
  )
}
