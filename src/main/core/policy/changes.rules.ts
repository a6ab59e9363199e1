import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { ProofKind } from '../proofs/proof-kinds.schema.ts'
import type { PolicyContent } from './policy.contract.ts'

/** The clauses of a policy in reading order. */
export const clauses = [
  'writeOff',
  'losses',
  'disputes',
  'proofs',
  'invoicing',
  'instalments',
  'charges',
  'limits',
  'terms',
  'scorecard',
  'documents',
  'reviews',
  'newCustomers',
  'exposure',
  'late',
  'authority',
  'actions',
  'alerts',
] as const
export type Clause = (typeof clauses)[number]

type Named = { fr: string; en: string }
type Documents = PolicyContent['credit']['documents'][number]

/** What a line of a policy says. Amounts without a currency are in the company's. */
export type Value =
  | { unit: 'money'; amount: Minor; currency?: string }
  | { unit: 'percent' | 'factor' | 'text' | 'terms'; value: string }
  | { unit: 'days' | 'workingDays' | 'months' | 'hours' | 'points'; value: number }
  | { unit: 'counted'; value: boolean }
  | { unit: 'dayCount'; value: PolicyContent['charges']['dayCount'] }
  | { unit: 'rateFollows'; value: PolicyContent['charges']['rateFollows'] }
  | { unit: 'brokenPromise'; value: PolicyContent['credit']['brokenPromise'] }
  | { unit: 'combine'; value: PolicyContent['credit']['limits']['combine'] }
  | { unit: 'reason'; name: Named; active: boolean }
  | { unit: 'kinds'; value: readonly ProofKind[] }
  | { unit: 'discount'; percent: string; days: number }
  | { unit: 'criterion'; name: Named; weight: number; source: string }
  | { unit: 'documents'; value: Documents }
  | { unit: 'ceilings'; value: readonly Minor[] }
  | { unit: 'period'; from: Day; until: Day }
  | { unit: 'order'; names: readonly Named[] }

/** One thing that a policy says: `key` what it is about, `of` of which currency, class, person or part. */
export type Line = { clause: Clause; key: string; of: string; value: Value }
export type Change = { clause: Clause; key: string; of: string; before: Value | null; after: Value | null }

/** All that a policy says, a line a figure: what is compared, in reading order. */
export const linesOf = ({ credit, charges, ...content }: PolicyContent): Line[] => {
  const lines: Line[] = []
  const say = (clause: Clause, key: string, value: Value | null, of = '') => {
    if (value !== null) lines.push({ clause, key, of, value })
  }
  const byClass = (clause: Clause, key: string, values: readonly Value[]) => {
    for (const [index, value] of values.entries()) say(clause, key, value, String(index + 1))
  }
  const percent = (value: string): Value => ({ unit: 'percent', value })
  const days = (value: number): Value => ({ unit: 'days', value })
  const months = (value: number): Value => ({ unit: 'months', value })
  const money = (amount: Minor): Value => ({ unit: 'money', amount })

  for (const [currency, amount] of Object.entries(content.writeOffLimits).sort())
    if (amount !== undefined) say('writeOff', 'limit', { unit: 'money', amount, currency }, currency)
  for (const { person, ceiling } of content.losses.authority) say('losses', 'person', money(ceiling), person)
  say('losses', 'alone', money(content.losses.aloneUpTo))
  say('disputes', 'days', days(content.disputeDays))
  for (const { code, fr, en, active } of content.disputeReasons)
    say('disputes', 'reason', { unit: 'reason', name: { fr, en }, active }, code)
  for (const kinds of content.requiredProofs)
    say('proofs', 'required', { unit: 'kinds', value: kinds }, [...kinds].sort().join())
  say('invoicing', 'hours', { unit: 'hours', value: content.invoicingHours })
  say('instalments', 'grace', days(content.instalmentGraceDays))
  say('instalments', 'promiseGrace', { unit: 'workingDays', value: content.promiseGraceDays })
  say('charges', 'lateRate', charges.lateRate === null ? null : percent(charges.lateRate))
  say('charges', 'dayCount', { unit: 'dayCount', value: charges.dayCount })
  say('charges', 'rateFollows', { unit: 'rateFollows', value: charges.rateFollows })
  say('charges', 'discount', charges.discount && { unit: 'discount', ...charges.discount })

  const { limits } = credit
  say('limits', 'combine', { unit: 'combine', value: limits.combine })
  say('limits', 'usualDelay', days(limits.usualDelayDays))
  for (const key of ['tax', 'equity', 'supplier', 'revenue', 'workingCapital', 'ownRevenue'] as const)
    say('limits', `${key}Percent`, percent(key === 'tax' ? limits.taxRate : limits[`${key}Percent`]))
  say('limits', 'ownRevenue', limits.ownRevenue === null ? null : money(limits.ownRevenue))
  byClass(
    'limits',
    'factor',
    limits.scoreFactors.map((value) => ({ unit: 'factor', value })),
  )
  for (const { segment, terms } of credit.termsBySegment)
    say('terms', 'segment', { unit: 'terms', value: terms }, segment)
  say('terms', 'supplierDays', credit.supplierDays === null ? null : days(credit.supplierDays))
  for (const { code, fr, en, weight, source } of credit.scorecard)
    say('scorecard', 'criterion', { unit: 'criterion', name: { fr, en }, weight, source }, code)
  byClass(
    'scorecard',
    'bound',
    credit.classBounds.map((value) => ({ unit: 'points', value })),
  )
  for (const one of credit.documents) say('documents', 'from', { unit: 'documents', value: one }, String(one.from))
  byClass('reviews', 'months', credit.reviewMonths.map(months))
  say('reviews', 'stale', months(credit.staleMonths))
  say('newCustomers', 'months', months(credit.newCustomers.months))
  say('newCustomers', 'ceiling', money(credit.newCustomers.ceiling))
  for (const [part, value] of Object.entries(credit.exposure)) say('exposure', 'part', { unit: 'counted', value }, part)
  say('exposure', 'watch', percent(String(credit.watchPercent)))
  say('exposure', 'tolerance', percent(String(credit.tolerancePercent)))
  say('late', 'minimum', money(credit.late.minimum))
  say('late', 'warn', days(credit.late.warnDays))
  say('late', 'refuse', days(credit.late.refuseDays))
  say('late', 'brokenPromise', { unit: 'brokenPromise', value: credit.brokenPromise })
  for (const { person, ceilings } of credit.authority)
    say('authority', 'person', { unit: 'ceilings', value: ceilings }, person)
  for (const { person, deputy, from, until } of credit.deputies)
    say('authority', 'deputy', { unit: 'period', from, until }, `${deputy} → ${person}`)
  say('authority', 'escalation', days(credit.escalationDays))
  say('authority', 'fourEyes', money(credit.fourEyesFrom))
  for (const [index, value] of credit.actions.entries())
    say('actions', 'action', value === '' ? null : { unit: 'text', value }, String(index + 1))
  say('alerts', 'lateRise', days(credit.alerts.lateRise))
  say('alerts', 'scoreDrop', { unit: 'points', value: credit.alerts.scoreDrop })
  say('alerts', 'inactive', months(credit.alerts.inactiveMonths))
  say('alerts', 'ending', days(credit.alerts.endingDays))
  return lines
}

/** The same, whatever the order of what has none. */
const told = (value: Value): string =>
  JSON.stringify(value.unit === 'kinds' ? { ...value, value: [...value.value].sort() } : value)

/**
 * What a version changed from the one before it, in the order of the clauses; lists are followed by their codes, names
 * and currencies, so that a new name of a reason is no new reason.
 */
export const changesBetween = (before: PolicyContent, after: PolicyContent): Change[] => {
  const keyOf = ({ clause, key, of }: Line) => `${clause} ${key} ${of}`
  const was = new Map(linesOf(before).map((line) => [keyOf(line), line]))
  const is = new Map(linesOf(after).map((line) => [keyOf(line), line]))
  const changes: Change[] = []
  for (const [key, line] of was) if (!is.has(key)) changes.push({ ...about(line), before: line.value, after: null })
  for (const [key, line] of is) {
    const former = was.get(key)?.value ?? null
    if (former === null || told(former) !== told(line.value))
      changes.push({ ...about(line), before: former, after: line.value })
  }
  const lists = [
    ['disputes', before.disputeReasons, after.disputeReasons],
    ['scorecard', before.credit.scorecard, after.credit.scorecard],
  ] as const
  for (const [clause, former, now] of lists) changes.push(...orderChange(clause, former, now))
  return changes.sort((a, b) => clauses.indexOf(a.clause) - clauses.indexOf(b.clause))
}

const about = ({ clause, key, of }: Line) => ({ clause, key, of })

type Coded = Named & { code: string }

/** A list in another order, told only where nothing came or went: it shows what is offered first. */
const orderChange = (clause: Clause, before: readonly Coded[], after: readonly Coded[]): Change[] => {
  const names = (list: readonly Coded[]): Value => ({ unit: 'order', names: list.map(({ fr, en }) => ({ fr, en })) })
  const [was, is] = [before, after].map((list) => list.map(({ code }) => code))
  const sameOnes = [...(was ?? [])].sort().join() === [...(is ?? [])].sort().join()
  if (!sameOnes || was?.join() === is?.join()) return []
  return [{ clause, key: 'order', of: '', before: names(before), after: names(after) }]
}
