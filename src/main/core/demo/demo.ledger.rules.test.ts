import { describe, expect, test } from 'vitest'
import { isBic, isIban, isSiren, isVatNumber } from '../customers/identifiers.rules.ts'
import { daysBetween } from '../kernel/day.ts'
import { DEMO_DAY, demoCompany, demoSterlingAccount } from './demo.company.ts'
import { demoLedger } from './demo.ledger.rules.ts'

const ledger = demoLedger('fr')
const byId = new Map(ledger.items.map((item) => [item.id, item]))

const matchesOf = Map.groupBy(
  ledger.matches.flatMap((match) => [
    { ...match, id: match.debitId },
    { ...match, id: match.creditId },
  ]),
  ({ id }) => id,
)
const matchedOf = (id: string): number => (matchesOf.get(id) ?? []).reduce((sum, { amount }) => sum + amount, 0)
const openOf = (item: { id: string; amount: number }): number =>
  Math.sign(item.amount) * (Math.abs(item.amount) - matchedOf(item.id))

describe.each(['fr', 'en'] as const)('the demo company in %s', (language) => {
  test('has identifiers whose checks hold', () => {
    const { company, iban, bic } = demoCompany(language)
    expect(isSiren(company.siren) && isVatNumber(company.vatNumber)).toBe(true)
    expect(company.vatNumber.slice(4)).toBe(company.siren)
    expect(isIban(iban) && isBic(bic)).toBe(true)
    expect(isIban(demoSterlingAccount.iban) && isBic(demoSterlingAccount.bic)).toBe(true)
  })

  test('is the same each time', () => {
    expect(JSON.stringify(demoLedger(language))).toBe(JSON.stringify(demoLedger(language)))
  })

  test('has sixty customers whose identifiers hold', () => {
    const { customers } = demoLedger(language)
    expect(customers).toHaveLength(60)
    expect(
      customers.filter(({ siren, vatNumber }) => (siren && !isSiren(siren)) || (vatNumber && !isVatNumber(vatNumber))),
    ).toEqual([])
  })
})

describe('the demo ledger', () => {
  test('spans two years and ends on the demo’s day, beside one debt that is soon barred by limitation', () => {
    const days = ledger.items.map((item) => item.issued).sort()
    expect(days.slice(0, 2)).toEqual(['2021-12-10', '2024-11-01'])
    expect(days.at(-1)).toBe(DEMO_DAY)
    expect(ledger.items.length).toBeGreaterThan(2500)
  })

  test('matches no more than is there, on either side, in one customer and currency', () => {
    for (const { debitId, creditId, amount, day } of ledger.matches) {
      const [debit, credit] = [byId.get(debitId), byId.get(creditId)]
      expect(amount).toBeGreaterThan(0)
      expect(debit?.amount).toBeGreaterThan(0)
      expect(credit?.amount).toBeLessThan(0)
      expect([debit?.customerId, debit?.currency]).toEqual([credit?.customerId, credit?.currency])
      expect(day >= (debit?.issued ?? '') && day >= (credit?.issued ?? '')).toBe(true)
    }
    for (const item of ledger.items) expect(matchedOf(item.id)).toBeLessThanOrEqual(Math.abs(item.amount))
  })

  test('says an item is settled on the day of its last match, and only when nothing is left', () => {
    for (const item of ledger.items) {
      const days = (matchesOf.get(item.id) ?? []).map(({ day }) => day)
      expect(item.settledOn).toBe(openOf(item) === 0 ? (days.sort().at(-1) ?? null) : null)
    }
  })

  test('never gives two items of a series the same number, but for instalments', () => {
    for (const items of Map.groupBy(ledger.items, ({ number }) => number).values()) {
      expect(new Set(items.map(({ group }) => group)).size).toBe(1)
    }
  })
})

describe('the demo shows', () => {
  const open = ledger.items.filter((item) => item.settledOn === null)
  const customerOf = (id: string) => ledger.customers.find((customer) => customer.id === id)

  test('every edge of the ageing buckets', () => {
    const edges = open
      .filter((item) => customerOf(item.customerId)?.person.roles?.includes('edges'))
      .map((item) => daysBetween(item.due, DEMO_DAY))
    expect(edges).toEqual(expect.arrayContaining([-10, 0, 1, 30, 31, 60, 61, 90, 91, 120, 121]))
  })

  test('three currencies, every kind of item, instalments', () => {
    expect(new Set(ledger.items.map((item) => item.currency))).toEqual(new Set(['EUR', 'GBP', 'USD']))
    expect(new Set(ledger.items.map((item) => item.kind))).toEqual(
      new Set(['invoice', 'credit_note', 'payment', 'opening', 'adjustment']),
    )
    expect([...Map.groupBy(ledger.items, ({ group }) => group).values()].some((items) => items.length === 3)).toBe(true)
  })

  test('part payments, overpayments, credits that nobody has matched, balances of a cent', () => {
    expect(open.some((item) => item.amount > 0 && matchedOf(item.id) > 0)).toBe(true)
    expect(open.some((item) => item.kind === 'payment' && matchedOf(item.id) > 0)).toBe(true)
    expect(open.some((item) => item.kind === 'payment' && matchedOf(item.id) === 0)).toBe(true)
    expect(open.some((item) => item.kind === 'credit_note')).toBe(true)
    expect(open.some((item) => openOf(item) === 1)).toBe(true)
  })

  test('a duplicate, a customer not to be reminded, one without an invoice, all kinds of terms, three holds', () => {
    const sirens = ledger.customers.map(({ siren }) => siren).filter(Boolean)
    expect(sirens.length - new Set(sirens).size).toBe(1)
    expect(ledger.customers.filter(({ noReminders }) => noReminders)).toHaveLength(1)
    expect(ledger.customers.some(({ id }) => !ledger.items.some((item) => item.customerId === id))).toBe(true)
    expect(new Set(ledger.customers.map(({ terms }) => terms))).toEqual(
      new Set([null, '0', '30', '60', '45eom-a', '45eom-b', '30eom+10', '30eom-b']),
    )
    expect(ledger.holds).toHaveLength(3)
  })
})
