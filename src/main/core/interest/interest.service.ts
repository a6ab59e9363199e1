import type { Handlers } from '../kernel/calls.ts'
import { addDays, daysBetween, semesterOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { interestContract } from './interest.contract.ts'
import { contractFloorWarning, lateInterest, recoveryIndemnity } from './interest.rules.ts'
import { rateSeries, rateSeriesList } from './rates.rules.ts'

/** A contract's rate needs no table: where the legal rate of the half-year is not known, the floor is what is missing. */
const floorWarnings = (rate: string, semester: string) => {
  try {
    const warning = contractFloorWarning(rate, semester)
    return warning ? [warning] : []
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'interest.rate-missing') throw error
    return [{ code: 'interest.floor-unknown', details: { rate, semester } }]
  }
}

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
      // The floor of C. com. L441-10 II bounds the rates of French contracts.
      warnings:
        rate !== undefined && country === 'FR' && days > 0 ? floorWarnings(rate, semesterOf(addDays(due, 1))) : [],
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
