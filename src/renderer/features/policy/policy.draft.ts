import type { Minor } from '../../../main/core/kernel/money.ts'
import { type Clause, changesBetween } from '../../../main/core/policy/changes.rules.ts'
import type { PolicyContent } from '../../../main/core/policy/policy.contract.ts'
import { parseTerms } from '../../../main/core/receivables/terms.rules.ts'

/** A policy while it is edited: a limit may be empty, a requirement too. */
export type PolicyDraft = Omit<PolicyContent, 'writeOffLimits'> & { writeOffLimits: Record<string, Minor | null> }
export type DisputeReason = PolicyContent['disputeReasons'][number]

export const draftOf = (content: PolicyContent): PolicyDraft => ({
  ...content,
  writeOffLimits: { ...content.writeOffLimits } as Record<string, Minor | null>,
})

const readable = (terms: string): boolean => {
  try {
    parseTerms(terms)
    return true
  } catch {
    return false
  }
}

/** What is missing before it can be published, by clause. */
export const problemsOf = ({
  writeOffLimits,
  losses,
  disputeReasons,
  requiredProofs,
  credit,
}: PolicyDraft): Clause[] => {
  const { termsBySegment, scorecard, classBounds, late, authority, deputies } = credit
  const blank = (text: string) => text.trim() === ''
  const broken: Partial<Record<Clause, boolean>> = {
    writeOff: Object.values(writeOffLimits).some((limit) => limit === null || limit < 0),
    losses: losses.authority.some(({ person }) => blank(person)),
    disputes:
      disputeReasons.some(({ fr, en }) => blank(fr) || blank(en)) || !disputeReasons.some(({ active }) => active),
    proofs: requiredProofs.some((kinds) => kinds.length === 0),
    terms: termsBySegment.some(({ segment, terms }) => blank(segment) || !readable(terms)),
    scorecard:
      scorecard.some(({ fr, en }) => blank(fr) || blank(en)) ||
      classBounds.some((bound, i) => i > 0 && bound >= (classBounds[i - 1] as number)),
    late: late.refuseDays < late.warnDays,
    authority:
      authority.some(({ person }) => blank(person)) ||
      deputies.some(({ person, deputy, from, until }) => blank(person) || blank(deputy) || until < from),
  }
  return (Object.keys(broken) as Clause[]).filter((clause) => broken[clause])
}

/** The content to publish, once nothing is missing. */
export const contentOf = (draft: PolicyDraft): PolicyContent => ({
  ...draft,
  writeOffLimits: Object.fromEntries(
    Object.entries(draft.writeOffLimits).filter((entry): entry is [string, Minor] => entry[1] !== null),
  ),
})

/** The clauses in which a draft differs from what was published. */
export const changedClauses = (before: PolicyDraft, after: PolicyDraft): Clause[] => [
  ...new Set(changesBetween(contentOf(before), contentOf(after)).map(({ clause }) => clause)),
]

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
