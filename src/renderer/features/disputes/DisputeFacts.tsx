import { Group, Stack, Text } from '@mantine/core'
import type { DisputeRow } from '../../../main/core/disputes/disputes.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { useReasons } from '../../components/useReasons.ts'
import { DisputeState } from './DisputeState.tsx'
import { reminded, stillContested } from './dispute.amounts.ts'
import classes from './disputes.module.css'

/** What is contested, why, by when, and what of the item is reminded all the same. */
export const DisputeFacts = ({ dispute }: { dispute: DisputeRow }) => {
  const t = useT()
  const format = useFormat()
  const { nameOf } = useReasons()
  const money = (amount: number) => format.money(amount, dispute.currency)
  const closed = dispute.closedOn !== null
  const again = !closed && dispute.conceded > 0
  const rest = reminded(dispute)
  const consequence =
    dispute.itemOpen <= 0
      ? t('disputes:detail.paid')
      : rest > 0
        ? t('disputes:detail.rest', { amount: money(rest) })
        : t('disputes:detail.nothingLeft')
  const days = t('disputes:detail.daysLong', { count: dispute.age })
  return (
    <>
      <Text fw={600}>{dispute.customerName}</Text>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <KeyFigure
          label={t(again ? 'disputes:detail.still' : 'disputes:detail.contested')}
          value={money(again ? stillContested(dispute) : dispute.amount)}
          tone={dispute.overdue ? 'late' : 'neutral'}
          hint={t('disputes:detail.ofItem', { amount: money(dispute.itemAmount), open: money(dispute.itemOpen) })}
        />
        <DisputeState dispute={dispute} />
      </Group>
      {!closed && <Text size="sm">{consequence}</Text>}
      <Facts
        facts={[
          [t('disputes:detail.reason'), nameOf(dispute.reason)],
          [
            t('disputes:detail.item'),
            t('disputes:detail.itemDue', { number: dispute.itemNumber, day: format.day(dispute.itemDue) }),
          ],
          [
            t('disputes:detail.opened'),
            t('disputes:detail.by', { day: format.day(dispute.openedOn), user: dispute.openedBy }),
          ],
          [t(closed ? 'disputes:detail.took' : 'disputes:detail.age'), days],
          [t('disputes:detail.owner'), dispute.owner || t('disputes:detail.nobody')],
          !closed && [
            t('disputes:detail.deadline'),
            dispute.deadline === null
              ? t('disputes:detail.noDeadline')
              : dispute.overdue
                ? t('disputes:detail.passed', { day: format.day(dispute.deadline) })
                : format.day(dispute.deadline),
          ],
          closed && [
            t('disputes:detail.closed'),
            t('disputes:detail.by', { day: format.day(dispute.closedOn ?? ''), user: dispute.closedBy }),
          ],
          dispute.conceded > 0 && [t('disputes:detail.conceded'), money(dispute.conceded)],
          dispute.creditNumber !== null && [t('disputes:detail.credit'), dispute.creditNumber],
        ]}
      />
      {dispute.description !== '' && <Words title={t('disputes:detail.description')} text={dispute.description} />}
      {dispute.conclusion !== '' && <Words title={t('disputes:detail.conclusion')} text={dispute.conclusion} />}
    </>
  )
}

const Words = ({ title, text }: { title: string; text: string }) => (
  <Stack gap={2}>
    <Text size="sm" c="dimmed">
      {title}
    </Text>
    <Text size="sm" className={classes.text}>
      {text}
    </Text>
  </Stack>
)
