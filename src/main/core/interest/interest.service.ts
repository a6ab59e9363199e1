import type { Handlers } from '../kernel/calls.ts'
import { addDays, daysBetween, semesterOf } from '../kernel/day.ts'
import type { interestContract } from './interest.contract.ts'
import { contractFloorWarning, lateInterest, recoveryIndemnity } from './interest.rules.ts'
import { rateSeries, rateSeriesList } from './rates.ts'

export const interestCalls: Handlers<typeof interestContract> = {
  calculate: async (_ctx, { country, currency, amount, due, until, payments, rate, dayCount, frozen }) => {
    const series = rateSeries(country)
    const { principal, days, interest, segments, rounding } = lateInterest({
      principal: amount,
      due,
      until,
      movements: payments,
      rate: rate ?? series,
      dayCount,
      frozen,
    })
    // The floor of C. com. L441-10 II bounds the rates of French contracts.
    const floor =
      rate !== undefined && country === 'FR' && days > 0
        ? contractFloorWarning(rate, semesterOf(addDays(due, 1)))
        : null
    return {
      currency,
      principal,
      days,
      interest,
      indemnity:
        currency === series.indemnity.currency
          ? recoveryIndemnity({ country, daysLate: daysBetween(due, until), amount })
          : 0,
      segments,
      rounding,
      warnings: floor ? [floor] : [],
    }
  },
  rates: async () => ({
    series: rateSeriesList.map(({ country, label, legalSource, margin, checkedOn, values }) => ({
      country,
      label,
      source: legalSource,
      margin,
      checkedOn,
      values: Object.entries(values).map(([semester, rate]) => ({ semester, rate })),
    })),
  }),
}
