import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { needsFourEyes, whoMayDecide } from '../../../../main/core/limits/authority.rules.ts'
import type { RiskClass } from '../../../../main/core/policy/credit-policy.schema.ts'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { Note } from '../../../components/Note.tsx'
import { amountOf, isBase, type LimitDraft } from './limit.draft.ts'
import { usePeople } from './usePeople.ts'
import type { Standing } from './useStanding.ts'

type Props = { draft: LimitDraft; riskClass: RiskClass | null; standing: Standing }

/** What the decision changes and who may take it, before it is taken. */
export const LimitNotes = ({ draft, riskClass, standing }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const people = usePeople()
  const policy = useQuery(api.policy.get.queryOptions({ input: {} })).data?.content.credit
  const amount = amountOf(draft)
  if (amount === null || !isBase(draft.kind) || !policy) return null
  const { base, total, currency } = standing
  const money = (minor: number) => format.money(minor, currency)
  const now = base?.state === 'set' ? base.limit : null
  // A limit in another currency is measured by the program, which tells when it decides.
  const granted = now?.currency === currency ? (now.amount ?? 0) : null
  const who = whoMayDecide(policy, { amount, riskClass, day: today })
  const lower = granted !== null && now !== null && amount <= granted
  const authority = lower
    ? t('limits:decide.lower')
    : who.anyone
      ? t('limits:decide.anyone')
      : who.people.length === 0
        ? t('limits:decide.nobody')
        : t('limits:decide.people', { people: people(who.people) })
  const below = total !== null && total > amount
  return (
    <Note tone={below ? 'late' : 'neutral'} role="status">
      {now?.amount != null && (
        <Text size="sm">
          {t(draft.kind === 'temporary' ? 'limits:decide.standsIn' : 'limits:decide.replaces', {
            amount: format.money(now.amount, now.currency),
            day: format.day(now.from),
          })}
        </Text>
      )}
      {below && <Text size="sm">{t('limits:decide.below', { total: money(total) })}</Text>}
      <Text size="sm">{authority}</Text>
      {!lower && needsFourEyes(policy, amount) && (
        <Text size="sm">{t('limits:decide.fourEyes', { amount: money(policy.fourEyesFrom) })}</Text>
      )}
    </Note>
  )
}
