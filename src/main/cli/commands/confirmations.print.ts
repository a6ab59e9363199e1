import type { Balance, Part } from '../../core/confirmations/confirmations.contract.ts'
import { parseMinor, toDecimal } from '../../core/kernel/money.ts'
import { UsageError } from '../failure.ts'
import { grouped } from '../table.ts'

/** Rows asked for at a time. */
export const PAGE = 1000

export const amountOf = (option: string, text: string, currency: string): number => {
  const amount = parseMinor(text, currency)
  if (amount === null) throw new UsageError(`--${option}: ${text} is no amount of ${currency}, such as 1234.56`)
  return amount
}

export const balancesJson = (balances: readonly Balance[]) =>
  balances.map(({ currency, total }) => ({ currency, total: toDecimal(total, currency) }))

export const partsJson = (parts: readonly Part[]) =>
  parts.map(({ currency, count, total, gross }) => ({
    ...{ currency, accounts: count, total: toDecimal(total, currency), gross: toDecimal(gross, currency) },
  }))

export const balancesText = (balances: readonly Balance[]): string =>
  balances.map(({ currency, total }) => `${grouped(toDecimal(total, currency))} ${currency}`).join(', ')

export const coverageText = (population: readonly Part[], drawn: readonly Part[]): string[] =>
  drawn.map(({ currency, count, gross }) => {
    const of = population.find((part) => part.currency === currency)
    const amounts = [gross, of?.gross ?? 0].map((amount) => grouped(toDecimal(amount, currency)))
    return `${count} of ${of?.count ?? 0} accounts, ${amounts[0]} of ${amounts[1]} ${currency} without their signs`
  })
