import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { InstalmentPlan } from '../../../main/core/instalments/instalments.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayText } from '../../components/DayText.tsx'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { CancelPlan } from './CancelPlan.tsx'
import { PlanAgreement } from './PlanAgreement.tsx'
import { PlanProgress } from './PlanProgress.tsx'
import { PlanState } from './PlanState.tsx'

/** A plan whole: what is left of it, its instalments, what it covers. */
export const PlanDetail = ({ plan }: { plan: InstalmentPlan }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const today = useWorkingDay()
  const [ending, setEnding] = useState(false)
  const running = plan.cancelledOn === null && plan.state !== 'kept'
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <KeyFigure
          label={t('instalments:plan.open')}
          value={format.money(plan.open, plan.currency)}
          tone={plan.state === 'broken' ? 'risk' : plan.state === 'late' ? 'late' : 'neutral'}
          hint={t('instalments:plan.ofTotal', { total: format.money(plan.total, plan.currency) })}
        />
        <PlanState plan={plan} />
      </Group>
      <PlanProgress plan={plan} />
      <Text size="sm">{whatNext(plan, t, format)}</Text>
      <Facts
        facts={[
          [
            t('instalments:plan.agreedOn'),
            t('instalments:plan.by', { day: format.day(plan.agreedOn), user: plan.createdBy }),
          ],
          [t('instalments:plan.items'), plan.items.map(({ number }) => number).join(', ')],
          plan.note !== '' && [t('instalments:plan.note'), plan.note],
          plan.cancelReason !== '' && [t('instalments:plan.reason'), plan.cancelReason],
        ]}
      />
      <Table verticalSpacing={4} aria-label={t('instalments:plan.instalments')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('instalments:plan.due')}</Table.Th>
            <Table.Th ta="right">{t('instalments:plan.amount')}</Table.Th>
            <Table.Th ta="right">{t('instalments:plan.paid')}</Table.Th>
            <Table.Th>{t('instalments:plan.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.instalments.map(({ position, due, amount, paid, open }) => (
            <Table.Tr key={position}>
              <Table.Td>
                <DayText day={due} />
              </Table.Td>
              <Table.Td ta="right">
                <MoneyText amount={amount} currency={plan.currency} />
              </Table.Td>
              <Table.Td ta="right">
                <MoneyText amount={paid} currency={plan.currency} />
              </Table.Td>
              <Table.Td c={open === 0 ? 'var(--settled)' : due < today ? 'var(--late)' : 'dimmed'}>
                {t(open === 0 ? 'instalments:paid' : due < today ? 'instalments:late' : 'instalments:toCome')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <PlanAgreement plan={plan} />
      {running && !readOnly && (
        <Group>
          <Button variant="default" onClick={() => setEnding(true)}>
            {t('instalments:cancel.action')}
          </Button>
        </Group>
      )}
      {ending && <CancelPlan plan={plan} onClose={() => setEnding(false)} />}
    </Stack>
  )
}

const whatNext = (
  { state, nextDue, brokenOn, cancelledOn }: InstalmentPlan,
  t: ReturnType<typeof useT>,
  format: ReturnType<typeof useFormat>,
): string => {
  if (state === 'cancelled') return t('instalments:next.cancelled', { day: cancelledOn && format.day(cancelledOn) })
  if (state === 'kept') return t('instalments:next.kept')
  if (state === 'broken') return t('instalments:next.broken', { day: brokenOn && format.day(brokenOn) })
  if (state === 'late') return t('instalments:next.late', { day: brokenOn && format.day(brokenOn) })
  return t('instalments:next.running', { day: nextDue && format.day(nextDue) })
}
