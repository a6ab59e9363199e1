import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { needsFourEyes, whoMayDecide } from '../../../../main/core/limits/authority.rules.ts'
import type { BaseLimit, Limit, LimitKind } from '../../../../main/core/limits/limits.contract.ts'
import { baseLimit } from '../../../../main/core/limits/limits.rules.ts'
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
  const { kind, from, until } = draft
  if (amount === null || !isBase(kind) || !policy || from === null) return null
  const { base, decisions, total, currency } = standing
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
  const after = baseLimit([...decisions, { kind, amount, currency, from, until }], from).limit
  // An internal limit that is raised leaves a temporary one in its place; one that is lowered ends it.
  const effects = effectsOf(kind, base, after)
  const below = total !== null && after?.amount != null && after.currency === currency && total > after.amount
  return (
    <Note tone={below ? 'late' : 'neutral'} role="status">
      {effects.map(({ effect, limit }) => (
        <Text key={effect} size="sm">
          {t(`limits:decide.effect.${effect}`, {
            amount: format.money(limit.amount ?? 0, limit.currency),
            day: format.day(limit.from),
            until: limit.until === null ? '' : format.day(limit.until),
          })}
        </Text>
      ))}
      {below && <Text size="sm">{t('limits:decide.below', { total: money(total) })}</Text>}
      <Text size="sm">{authority}</Text>
      {!lower && needsFourEyes(policy, amount) && (
        <Text size="sm">{t('limits:decide.fourEyes', { amount: money(policy.fourEyesFrom) })}</Text>
      )}
    </Note>
  )
}

type Effect = 'replaces' | 'standsIn' | 'stays' | 'endsTemporary'

/** What becomes of the limits in force once the new one is decided. */
const effectsOf = (
  kind: LimitKind,
  base: BaseLimit | null,
  after: Pick<Limit, 'kind' | 'amount' | 'from'> | null,
): { effect: Effect; limit: Limit }[] => {
  const now = base?.state === 'set' ? base.limit : null
  if (!now) return []
  if (kind === 'temporary') return [{ effect: now.kind === 'temporary' ? 'replaces' : 'standsIn', limit: now }]
  if (now.kind === 'internal') return [{ effect: 'replaces', limit: now }]
  const replaced = base?.replaces ? [{ effect: 'replaces' as const, limit: base.replaces }] : []
  return [...replaced, { effect: after?.kind === 'temporary' ? 'stays' : 'endsTemporary', limit: now }]
}
