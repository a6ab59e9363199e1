import type { Minor } from '../../../main/core/kernel/money.ts'
import type { PolicyContent } from '../../../main/core/policy/policy.contract.ts'

/** The clauses in reading order. */
export const clauses = ['writeOff', 'disputes', 'proofs', 'invoicing', 'instalments'] as const
export type Clause = (typeof clauses)[number]

/** A policy while it is edited: a limit may be empty, a requirement too. */
export type PolicyDraft = Omit<PolicyContent, 'writeOffLimits'> & { writeOffLimits: Record<string, Minor | null> }
export type DisputeReason = PolicyContent['disputeReasons'][number]

export const draftOf = (content: PolicyContent): PolicyDraft => ({
  ...content,
  writeOffLimits: { ...content.writeOffLimits } as Record<string, Minor | null>,
})

/** What is missing before it can be published, by clause. */
export const problemsOf = (draft: PolicyDraft): Clause[] => {
  const { writeOffLimits, disputeReasons, requiredProofs } = draft
  const problems: Clause[] = []
  if (Object.values(writeOffLimits).some((limit) => limit === null || limit < 0)) problems.push('writeOff')
  if (
    disputeReasons.some(({ fr, en }) => fr.trim() === '' || en.trim() === '') ||
    !disputeReasons.some(({ active }) => active)
  )
    problems.push('disputes')
  if (requiredProofs.some((kinds) => kinds.length === 0)) problems.push('proofs')
  return problems
}

/** The content to publish, once nothing is missing. */
export const contentOf = (draft: PolicyDraft): PolicyContent => ({
  ...draft,
  writeOffLimits: Object.fromEntries(
    Object.entries(draft.writeOffLimits).filter((entry): entry is [string, Minor] => entry[1] !== null),
  ),
})

const parts: Record<Clause, (keyof PolicyDraft)[]> = {
  writeOff: ['writeOffLimits'],
  disputes: ['disputeReasons', 'disputeDays'],
  proofs: ['requiredProofs'],
  invoicing: ['invoicingHours'],
  instalments: ['instalmentGraceDays'],
}

const sorted = (value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Whether two contents say the same, whatever the order of currencies. */
const same = (before: unknown, after: unknown): boolean =>
  JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))

/** The clauses in which a draft differs from what was published. */
export const changedClauses = (before: PolicyDraft, after: PolicyDraft): Clause[] =>
  clauses.filter((clause) => parts[clause].some((part) => !same(before[part], after[part])))

/** A code for a reason from its name: stable once published, told apart from those there are. */
export const codeOf = (name: string, taken: readonly string[]): string => {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 36)
  const base = plain || 'reason'
  const free = (code: string) => !taken.includes(code)
  if (free(base)) return base
  let number = 2
  while (!free(`${base}-${number}`)) number++
  return `${base}-${number}`
}

/** Reasons added in this draft have no code yet: it comes from the name they are published under. */
export const withCodes = (reasons: readonly DisputeReason[]): DisputeReason[] => {
  const taken = reasons.map(({ code }) => code).filter(Boolean)
  return reasons.map((reason) => {
    if (reason.code) return reason
    const code = codeOf(reason.en || reason.fr, taken)
    taken.push(code)
    return { ...reason, code }
  })
}
