import { fraction } from '../financials/fraction.rules.ts'
import type { Minor } from '../kernel/money.ts'
import { type Figure, percent } from './figures.rules.ts'

const MOST = 10
/** Sums of squares leave what a number counts exactly: they are handed over before. */
const EXACT = 2 ** 52

/**
 * How few customers hold how much at each of some places (domain 4.7), told from the balance of every holder at each of
 * them: share of the ten largest in percent, Herfindahl index in points of 10,000, and the number of equal customers that
 * it is like; with the amounts of the first two. Those in credit hold nothing.
 */
export const concentrations = (places: number) => {
  const own = Array.from({ length: places }, () => ({
    holders: 0,
    whole: 0,
    squares: 0n,
    running: 0,
    // The largest so far, the least of them first.
    ten: [] as Minor[],
  }))
  const add = (balances: ArrayLike<Minor>): void => {
    for (let at = 0; at < places; at += 1) {
      const balance = balances[at] as number
      if (balance <= 0) continue
      const sums = own[at] as (typeof own)[number]
      sums.holders += 1
      sums.whole += balance
      const square = balance * balance
      if (square > EXACT) sums.squares += BigInt(balance) * BigInt(balance)
      else {
        sums.running += square
        if (sums.running > EXACT) {
          sums.squares += BigInt(sums.running)
          sums.running = 0
        }
      }
      if (sums.ten.length < MOST || balance > (sums.ten[0] as number)) {
        sums.ten.push(balance)
        sums.ten.sort((a, b) => a - b)
        if (sums.ten.length > MOST) sums.ten.shift()
      }
    }
  }
  const at = (place: number) => {
    const { holders, whole, squares, running, ten } = own[place] as (typeof own)[number]
    const amounts = { holders, whole, largest: ten.at(-1) ?? 0, ten: ten.reduce((sum, one) => sum + one, 0) }
    const none: Figure = 'nothing-owed'
    if (whole === 0) return { amounts, largest: none, topTen: none, herfindahl: none, equivalent: none }
    const total = BigInt(whole)
    const all = squares + BigInt(running)
    const herfindahl: Figure = fraction(10_000n * all, total * total)
    const equivalent: Figure = fraction(total * total, all)
    return {
      amounts,
      largest: percent(amounts.largest, whole),
      topTen: percent(amounts.ten, whole),
      herfindahl,
      equivalent,
    }
  }
  return { add, at }
}
