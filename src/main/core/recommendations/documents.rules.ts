import { addMonths, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'

/** A document that the policy asks for: kinds of proofs, `statements`, `reports`, `references`. */
export type WantedDocument = { kind: string; wanted: number; held: number }

/** What a customer's file holds on a day; statements are their closing days, the newest first. */
export type HeldDocuments = {
  proofs: ReadonlySet<string>
  statements: readonly Day[]
  /** Days of the newest report of each agency. */
  reports: readonly Day[]
  /** Days on which trade references were answered. */
  references: readonly Day[]
}

type Clause = CreditPolicy['documents'][number]

/** The clause of the policy for an amount in minor units of the company's currency: that of the highest threshold reached. */
export const clauseFor = (documents: readonly Clause[], amount: Minor): Clause | undefined =>
  documents
    .filter(({ from }) => from <= amount)
    .toSorted((a, b) => a.from - b.from)
    .at(-1)

/**
 * What the policy asks for an amount, and how much of it the file holds. A report or reference counts while it is fresh;
 * of several years of accounts each may be a year older than the one after it.
 */
export const wantedDocuments = (
  policy: Pick<CreditPolicy, 'documents' | 'staleMonths'>,
  amount: Minor,
  held: HeldDocuments,
  asOf: Day,
): WantedDocument[] => {
  const clause = clauseFor(policy.documents, amount)
  if (!clause) return []
  const fresh = (days: readonly Day[]) => days.filter((day) => day >= addMonths(asOf, -policy.staleMonths)).length
  const following = held.statements.findIndex((day, place) => day < addMonths(asOf, -policy.staleMonths - 12 * place))
  const years = following === -1 ? held.statements.length : following
  return [
    ...clause.kinds.map((kind) => ({ kind: kind as string, wanted: 1, held: held.proofs.has(kind) ? 1 : 0 })),
    { kind: 'statements', wanted: clause.statements, held: years },
    { kind: 'reports', wanted: clause.reports, held: fresh(held.reports) },
    { kind: 'references', wanted: clause.references, held: fresh(held.references) },
  ].filter(({ wanted }) => wanted > 0)
}
