import { Text, Title } from '@mantine/core'
import type { z } from 'zod'
import type { disputeStep } from '../../../main/core/disputes/disputes.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReasons } from '../../components/useReasons.ts'
import classes from './disputes.module.css'

type Step = z.infer<typeof disputeStep>
type Props = { steps: readonly Step[]; currency: string }

const fields = ['reason', 'amount', 'owner', 'deadline', 'description'] as const
type Field = (typeof fields)[number]

/** What was done about a dispute, the last first. */
export const DisputeSteps = ({ steps, currency }: Props) => {
  const t = useT()
  const format = useFormat()
  const words = useStepWords(currency)
  return (
    <section aria-label={t('disputes:detail.steps')}>
      <Title order={3} mb={4}>
        {t('disputes:detail.steps')}
      </Title>
      <ol className={classes.steps}>
        {steps.toReversed().map((step) => (
          <li key={step.id} className={classes.step}>
            <Text size="sm" fw={500}>
              {words.titleOf(step)}
            </Text>
            {words.changesOf(step).map((line) => (
              <Text key={line} size="sm">
                {line}
              </Text>
            ))}
            {step.text !== '' && (
              <Text size="sm" className={classes.text}>
                {step.text}
              </Text>
            )}
            <Text size="xs" c="dimmed">
              {t('disputes:step.meta', { day: format.day(step.day), user: step.user })}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  )
}

const useStepWords = (currency: string) => {
  const t = useT()
  const format = useFormat()
  const { nameOf } = useReasons()
  const shown = (field: Field, value: unknown): string => {
    if (field === 'amount') return format.money(Number(value), currency)
    if (!value) return t('disputes:step.empty')
    if (field === 'reason') return nameOf(String(value))
    return field === 'deadline' ? format.day(String(value)) : String(value)
  }
  return {
    titleOf: ({ kind, details }: Step): string => {
      if (kind === 'opened')
        return t('disputes:step.opened', {
          reason: nameOf(String(details.reason)),
          amount: format.money(Number(details.amount), currency),
        })
      if (kind !== 'closed') return t(`disputes:step.${kind}`)
      const outcome = t(`disputes:state.${details.outcome as 'upheld'}`)
      return Number(details.conceded) > 0
        ? t('disputes:step.closedConceded', {
            outcome,
            amount: format.money(Number(details.conceded), currency),
            number: details.creditNumber,
          })
        : t('disputes:step.closed', { outcome })
    },
    changesOf: ({ kind, details }: Step): string[] =>
      kind !== 'changed'
        ? []
        : fields
            .filter((field) => field in details)
            .map((field) => {
              const { before, after } = details[field] as { before: unknown; after: unknown }
              return t('disputes:step.change', {
                field: t(`disputes:detail.${field === 'amount' ? 'contested' : field}`),
                before: shown(field, before),
                after: shown(field, after),
              })
            }),
  }
}
