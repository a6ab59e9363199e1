import { lateInterest } from '../../src/main/core/interest/interest.rules.ts'
import { rateSeries } from '../../src/main/core/interest/rates.rules.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { type Bench, medians } from './harness.ts'

const INVOICES = 100_000
const UNTIL = '2026-11-22'

const bench: Bench = async () => {
  const series = rateSeries('FR')
  const debts = Array.from({ length: INVOICES }, (_, i) => ({
    principal: 10_000 + ((i * 7919) % 5_000_000),
    due: addDays('2021-11-20', i % 60),
    until: UNTIL,
    // One in three was paid in part on the way.
    movements: i % 3 === 0 ? [{ day: addDays('2023-05-01', i % 90), amount: 5_000 }] : [],
    rate: series,
    dayCount: 'act/365' as const,
    frozen: false,
  }))
  // The least that any engine must do: every half-year's days and rate, in floating point, nothing written down.
  const halves = Object.keys(series.values).map((semester) => {
    const [year = '', half] = semester.split('-S')
    return {
      from: Date.UTC(Number(year), half === '1' ? 0 : 6, 1),
      to: Date.UTC(Number(year), half === '1' ? 6 : 12, 1),
      rate: Number(series.values[semester]),
    }
  })
  const bareLoop = () => {
    let total = 0
    for (const { principal, due, until, movements } of debts) {
      const [start, end] = [Date.parse(due) + 86_400_000, Date.parse(until) + 86_400_000]
      const [movement] = movements
      const paid = movement ? Date.parse(movement.day) + 86_400_000 : end
      for (const { from, to, rate } of halves) {
        const before = Math.min(to, paid) - Math.max(from, start)
        const after = Math.min(to, end) - Math.max(from, paid)
        if (before > 0) total += (principal * rate * before) / 86_400_000 / 36_500
        if (after > 0) total += ((principal - (movement?.amount ?? 0)) * rate * after) / 86_400_000 / 36_500
      }
    }
    return total
  }
  const exact = () => debts.reduce((total, debt) => total + lateInterest(debt).interest, 0)
  const off = Math.abs(exact() - bareLoop())
  if (off > INVOICES) throw new Error(`the two differ by ${off} cents`)
  const times = await medians({ exact, bare: bareLoop })
  return [
    {
      work: `late interest of ${INVOICES.toLocaleString('en')} invoices over five years, half-year by half-year`,
      value: times.exact,
      unit: 'ms',
      bare: { what: 'for a bare loop in floating point that keeps no detail', value: times.bare },
      aim: '≤ 1 s',
    },
  ]
}

export default bench
