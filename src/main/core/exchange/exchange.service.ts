import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { LARGEST_AMOUNT, type Minor } from '../kernel/money.ts'
import type { exchangeContract } from './exchange.contract.ts'
import {
  deleteRate,
  homeCurrency,
  itemsWithoutBase,
  listRates,
  matchesOfItems,
  openInForeign,
  realisedUntil,
  setBases,
  setShares,
  upsertRate,
} from './exchange.repository.ts'
import { atRate, rateOn, shareOf } from './exchange.rules.ts'

type Reading = Pick<QueryContext, 'db'>

/** The company's own currency. */
export const homeCurrencyOf = (ctx: Reading): Promise<string> => homeCurrency(ctx.db)

/** What is kept of an amount; refuses `exchange.too-large` where so much could not be added up to the cent. */
const worthToKeep = (amount: Minor, currency: string, rate: string, home: string): Minor => {
  const worth = atRate(amount, currency, rate, home)
  if (Math.abs(worth) > LARGEST_AMOUNT)
    throw new Refusal('exchange.too-large', `at a rate of ${rate} it comes to too much`, { currency, rate })
  return worth
}

/**
 * What amounts are worth in the company's currency at the rate of the day each was booked; null in that currency, and
 * where no rate was set by then. `rate` stands before the one kept.
 */
export const baseAmounts = async (
  ctx: Reading,
  items: readonly { amount: Minor; currency: string; booked: Day; rate?: string | undefined }[],
): Promise<(Minor | null)[]> => {
  const home = await homeCurrency(ctx.db)
  const needless = items.find(({ currency, rate }) => currency === home && rate !== undefined)
  if (needless) throw new Refusal('exchange.rate-needless', `${home} is the company’s own currency`, { currency: home })
  if (items.every(({ currency }) => currency === home)) return items.map(() => null)
  const rates = Map.groupBy(await listRates(ctx.db), ({ currency }) => currency)
  return items.map(({ amount, currency, booked, rate }) => {
    if (currency === home) return null
    const found = rate ?? rateOn(rates.get(currency) ?? [], booked)?.rate
    return found === undefined ? null : worthToKeep(amount, currency, found, home)
  })
}

/**
 * Turns amounts into the company's currency at the rates of one day, each the newest set by then; null where a currency
 * has none.
 */
export const worthOn = async (
  ctx: Reading,
  day: Day,
): Promise<{ home: string; worth: (amount: Minor, currency: string) => Minor | null }> => {
  const home = await homeCurrency(ctx.db)
  const rates = Map.groupBy(await listRates(ctx.db), ({ currency }) => currency)
  const found = new Map([...rates].map(([currency, known]) => [currency, rateOn(known, day)?.rate]))
  const worth = (amount: Minor, currency: string): Minor | null => {
    if (currency === home) return amount
    const rate = found.get(currency)
    return rate === undefined ? null : atRate(amount, currency, rate, home)
  }
  return { home, worth }
}

/** Items booked while a rate holds, until the next, take it; their matches are valued again in the order they were made. */
const fillBases = async (
  ctx: CommandContext,
  currency: string,
  home: string,
  day: Day,
  rate: string,
): Promise<number> => {
  const next = (await listRates(ctx.db, currency)).findLast((other) => other.day > day)?.day ?? null
  const items = await itemsWithoutBase(ctx.db, currency, day, next)
  const bases = items.map(({ id, amount }) => [worthToKeep(amount, currency, rate, home), id] as const)
  await setBases(ctx.db, bases)
  const left = new Map(
    items.map(({ id, amount }, place) => [id, { open: Math.abs(amount), base: Math.abs(bases[place]?.[0] ?? 0) }]),
  )
  type Valued = { debit: Minor | null; credit: Minor | null }
  const valued = new Map<string, Valued>()
  const take = (itemId: string, amount: Minor, known: Minor | null, before: Minor | null | undefined): Minor | null => {
    const item = left.get(itemId)
    if (!item) return known
    const fresh = item.open > 0 ? shareOf(item.base, amount, item.open) : 0
    const share = before === undefined ? fresh : -(before ?? 0)
    item.open -= amount
    item.base -= share
    return share
  }
  const rows = (
    await matchesOfItems(
      ctx.db,
      items.map(({ id }) => id),
    )
  ).map((match) => {
    const before = match.reverses === null ? undefined : valued.get(match.reverses)
    const debit = take(match.debit_id, match.amount, match.debit_base, before?.debit)
    const credit = take(match.credit_id, match.amount, match.credit_base, before?.credit)
    valued.set(match.id, { debit, credit })
    return [debit, credit, debit === null || credit === null ? 0 : credit - debit, match.id] as const
  })
  await setShares(ctx.db, rows)
  return items.length
}

const refuseHome = (currency: string, home: string): void => {
  if (currency === home)
    throw new Refusal('exchange.home-currency', `${home} is the company’s own currency`, { currency })
}

export const exchangeCalls: Handlers<typeof exchangeContract> = {
  rates: async (ctx, { currency }) => ({
    home: await homeCurrency(ctx.db),
    rates: await listRates(ctx.db, currency),
  }),
  setRate: async (ctx, rate) => {
    const home = await homeCurrency(ctx.db)
    refuseHome(rate.currency, home)
    await upsertRate(ctx.db, rate)
    return { rate, items: await fillBases(ctx, rate.currency, home, rate.day, rate.rate) }
  },
  removeRate: async (ctx, { currency, day }) => {
    if (!(await deleteRate(ctx.db, currency, day)))
      throw new Refusal('not-found', `no rate of ${currency} on ${day}`, { currency, day })
    return {}
  },
  revaluation: async (ctx, { asOf }) => {
    const home = await homeCurrency(ctx.db)
    const rates = Map.groupBy(await listRates(ctx.db), ({ currency }) => currency)
    const lines = (await openInForeign(ctx.db, home, asOf)).map((line) => {
      const found = rateOn(rates.get(line.currency) ?? [], asOf)
      const base = line.withoutRate === 0 ? line.base : null
      const revalued = found ? atRate(line.open, line.currency, found.rate, home) : null
      return {
        ...line,
        base,
        rate: found?.rate ?? null,
        rateDay: found?.day ?? null,
        revalued,
        difference: base === null || revalued === null ? null : revalued - base,
      }
    })
    return { home, lines, realised: await realisedUntil(ctx.db, asOf) }
  },
}
