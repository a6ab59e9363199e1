import { requireCompany } from '../company/company.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { contractTerms } from '../policy/policy.service.ts'
import { rateSeriesOfBook } from '../rates/rates.service.ts'
import { regimesOf } from './charges.repository.ts'
import { type LateTerms, lateTerms } from './terms.rules.ts'

export type { LateTerms } from './terms.rules.ts'
export { fixedSumOf } from './terms.rules.ts'

/**
 * The late-payment terms of the book's invoices, by customer and day of issue: the customer's regime, else the contract's
 * rate and day count of that day, else the law of the company's country, with the rates that the user added. The function
 * refuses `interest.country-unknown`; a half-year that is missing is refused when interest is worked out.
 */
export const lateTermsOf = async (
  ctx: Pick<QueryContext, 'db' | 'today'>,
): Promise<(customerId: string, issued: Day) => LateTerms> => {
  const [{ country }, series, contractOn, regimes] = [
    await requireCompany(ctx),
    await rateSeriesOfBook(ctx),
    await contractTerms(ctx),
    await regimesOf(ctx.db),
  ]
  // Invoices of a day bear the same terms: a hundred thousand of them are answered from a few.
  const known = new Map<string, LateTerms>()
  return (customerId, issued) => {
    const regime = regimes.get(customerId) ?? null
    const key = `${regime} ${issued}`
    const found = known.get(key) ?? lateTerms({ regime, issued }, { country, series, contractOn })
    known.set(key, found)
    return found
  }
}
