import { Table, Text } from '@mantine/core'
import { daysBetween } from '../../../main/core/kernel/day.ts'
import type { Insolvency } from '../../../main/core/registers/registers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'
import classes from './registers.module.css'

const SOON_DAYS = 15

/** The days by which a creditor must act, with what is left of each. */
export const Deadlines = ({ insolvency }: { insolvency: Insolvency }) => {
  const t = useT()
  const format = useFormat()
  const { deadlines, opening } = insolvency
  const procedure = insolvency.event.stage !== ''
  if (deadlines.length === 0)
    return procedure ? (
      <Text size="sm" c="dimmed">
        {t('registers:deadline.none')}
      </Text>
    ) : null
  return (
    <div>
      <Table aria-label={t('registers:deadline.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('registers:deadline.act')}</Table.Th>
            <Table.Th>{t('registers:deadline.until')}</Table.Th>
            <Table.Th>{t('registers:deadline.left')}</Table.Th>
            <Table.Th>{t('registers:deadline.law')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deadlines.map(({ code, months, on, extended, law }) => (
            <Table.Tr key={code}>
              <Table.Td>
                {t(`registers:deadline.${code}`)}
                <Text span size="xs" c="dimmed">
                  {' '}
                  {t('registers:deadline.months', { count: months })}
                </Text>
              </Table.Td>
              <Table.Td>
                <span className={classes.figure}>{format.day(extended ?? on)}</span>
                {extended && (
                  <Text size="xs" c="dimmed">
                    {t('registers:deadline.extended', { day: format.day(on), extended: format.day(extended) })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Left until={extended ?? on} />
              </Table.Td>
              <Table.Td>
                <Text size="xs" c="dimmed">
                  {law}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {opening?.publishedOn && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('registers:deadline.counted', { day: format.day(opening.publishedOn) })}
        </Text>
      )}
    </div>
  )
}

const Left = ({ until }: { until: string }) => {
  const t = useT()
  const days = daysBetween(useWorkingDay(), until)
  const tone: Tone = days < 0 ? 'risk' : days <= SOON_DAYS ? 'late' : 'neutral'
  const words =
    days === 0
      ? t('registers:deadline.today')
      : t(days < 0 ? 'registers:deadline.over' : 'registers:deadline.days', { count: Math.abs(days) })
  return <ToneBadge tone={tone}>{words}</ToneBadge>
}
