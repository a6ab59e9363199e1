import type { Minor } from '../kernel/money.ts'
import type { LetterData } from './letter.model.ts'

const sum = (amounts: readonly (Minor | null)[]): Minor => amounts.reduce((total: Minor, one) => total + (one ?? 0), 0)

/** Stops a letter whose figures do not add up: a wrong sum must never leave the company. It throws, for it is a bug. */
export const assertAddsUp = ({ items, credits, totals, interestDetail, reference }: LetterData): void => {
  const checks: Record<string, [stated: Minor, added: Minor]> = {
    principal: [totals.principal, sum(items.map((item) => item.open))],
    credits: [totals.credits, sum(credits.map((credit) => credit.open))],
    interest: [totals.interest, sum(items.map((item) => item.interest))],
    indemnities: [totals.indemnities, sum(items.map((item) => item.indemnity))],
    total: [
      totals.total,
      totals.principal - totals.credits + totals.interest + totals.indemnities + totals.fees + (totals.earlier ?? 0),
    ],
  }
  if (interestDetail.length > 0)
    checks['interest detail'] = [
      totals.interest,
      sum(
        interestDetail.flatMap(({ segments, rounding, settled = 0 }) => [
          ...segments.map((one) => one.interest),
          rounding,
          -settled,
        ]),
      ),
    ]
  for (const [what, [stated, added]] of Object.entries(checks))
    if (stated !== added) throw new Error(`Letter ${reference}: ${what} is ${stated} but adds up to ${added}`)
}
