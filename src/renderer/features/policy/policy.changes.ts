import type { PolicyContent } from '../../../main/core/policy/policy.contract.ts'
import type { ProofKind } from '../../../main/core/proofs/proofs.contract.ts'
import type { Format } from '../../app/format.ts'
import type { Translate } from '../../app/i18n.ts'
import type { Clause, DisputeReason } from './policy.draft.ts'

export type ChangeLine = { clause: Clause | 'credit'; text: string }
type Words = { t: Translate; format: Format; language: 'fr' | 'en'; kindsText: (kinds: readonly ProofKind[]) => string }

/** What a version changed from the one before it, in words, clause by clause. */
export const changesBetween = (before: PolicyContent, after: PolicyContent, words: Words): ChangeLine[] => {
  const { t } = words
  const days = (count: number) => t('policy:change.days', { count })
  const hours = (count: number) => t('policy:change.hours', { count })
  const value = (name: string, was: string, is: string) =>
    was === is ? [] : [t('policy:change.value', { name, before: was, after: is })]
  const lines: Record<Clause | 'credit', string[]> = {
    writeOff: limits(before, after, words),
    disputes: [
      ...value(t('policy:change.delay'), days(before.disputeDays), days(after.disputeDays)),
      ...reasons(before.disputeReasons, after.disputeReasons, words),
    ],
    proofs: proofs(before, after, words),
    invoicing: value(t('policy:change.delay'), hours(before.invoicingHours), hours(after.invoicingHours)),
    instalments: value(t('policy:change.grace'), days(before.instalmentGraceDays), days(after.instalmentGraceDays)),
    credit: JSON.stringify(before.credit) === JSON.stringify(after.credit) ? [] : [t('policy:change.credit')],
  }
  return Object.entries(lines).flatMap(([clause, texts]) =>
    texts.map((text) => ({ clause: clause as ChangeLine['clause'], text })),
  )
}

const limits = (before: PolicyContent, after: PolicyContent, { t, format }: Words): string[] => {
  const currencies = new Set([...Object.keys(before.writeOffLimits), ...Object.keys(after.writeOffLimits)])
  const shown = (limit: number | undefined, currency: string) =>
    limit === undefined ? t('policy:change.none') : format.money(limit, currency)
  return [...currencies].sort().flatMap((currency) => {
    const [was, is] = [before.writeOffLimits[currency], after.writeOffLimits[currency]]
    return was === is
      ? []
      : [t('policy:change.value', { name: currency, before: shown(was, currency), after: shown(is, currency) })]
  })
}

const reasons = (
  before: readonly DisputeReason[],
  after: readonly DisputeReason[],
  { t, language }: Words,
): string[] => {
  const old = new Map(before.map((reason) => [reason.code, reason]))
  const now = new Map(after.map((reason) => [reason.code, reason]))
  const removed = before
    .filter(({ code }) => !now.has(code))
    .map((reason) => t('policy:change.reasonRemoved', { name: reason[language] }))
  const changed = after.flatMap((reason) => {
    const was = old.get(reason.code)
    const name = reason[language]
    if (!was) return [t('policy:change.reasonAdded', { name })]
    const renamed = was.fr !== reason.fr || was.en !== reason.en
    return [
      ...(renamed ? [t('policy:change.reasonRenamed', { before: was[language], after: name })] : []),
      ...(was.active === reason.active
        ? []
        : [t(reason.active ? 'policy:change.reasonActive' : 'policy:change.reasonInactive', { name })]),
    ]
  })
  const lines = [...removed, ...changed]
  const moved = lines.length === 0 && before.some(({ code }, i) => after[i]?.code !== code)
  return moved ? [t('policy:change.reasonOrder')] : lines
}

const proofs = (before: PolicyContent, after: PolicyContent, { t, kindsText }: Words): string[] => {
  const keyOf = (kinds: readonly string[]) => [...kinds].sort().join()
  const missingFrom = (all: readonly (readonly string[])[]) => {
    const keys = new Set(all.map(keyOf))
    return (kinds: readonly string[]) => !keys.has(keyOf(kinds))
  }
  return [
    ...before.requiredProofs
      .filter(missingFrom(after.requiredProofs))
      .map((kinds) => t('policy:change.proofRemoved', { kinds: kindsText(kinds) })),
    ...after.requiredProofs
      .filter(missingFrom(before.requiredProofs))
      .map((kinds) => t('policy:change.proofAdded', { kinds: kindsText(kinds) })),
  ]
}
