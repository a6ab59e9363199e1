import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'
import { documentFacts } from './documents.repository.ts'
import { type WantedDocument, wantedDocuments } from './documents.rules.ts'

export type { WantedDocument } from './documents.rules.ts'

export type DocumentsAsked = { customerId: string; amount: Minor }

/**
 * What the policy asks of each customer for an amount in minor units of the company's currency, and what its file holds on
 * a day; in the order asked.
 */
export const documentsWanted = async (
  ctx: Pick<QueryContext, 'db'>,
  policy: Pick<CreditPolicy, 'documents' | 'staleMonths'>,
  asked: readonly DocumentsAsked[],
  asOf: Day,
): Promise<WantedDocument[][]> => {
  const facts = await documentFacts(ctx.db, [...new Set(asked.map(({ customerId }) => customerId))], asOf)
  const byCustomer = Map.groupBy(facts, ({ customerId }) => customerId)
  return asked.map(({ customerId, amount }) => {
    const own = byCustomer.get(customerId) ?? []
    const days = (kind: string) => own.filter((fact) => fact.kind === kind).map(({ day }) => day)
    const held = {
      proofs: new Set(own.map(({ kind }) => kind)),
      statements: days('statements'),
      reports: days('reports'),
      references: days('references'),
    }
    return wantedDocuments(policy, amount, held, asOf)
  })
}
