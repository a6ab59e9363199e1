import { describe, expect, test } from 'vitest'
import { proposeAll, roleOf } from '../bank/bank.matching.rules.ts'
import type { BankBook, LineToMatch } from '../bank/match.model.ts'
import { demoStatement } from './demo.bank.ts'
import { DEMO_DAY } from './demo.company.ts'
import { demoLedger } from './demo.ledger.rules.ts'

const ledger = demoLedger('fr')
const IBAN = 'FR76 9999 9000 0101 2345 6789 012'
const { head, lines } = demoStatement(ledger, IBAN, 'fr')

const matched = new Map<string, number>()
for (const { debitId, creditId, amount } of ledger.matches)
  for (const id of [debitId, creditId]) matched.set(id, (matched.get(id) ?? 0) + amount)

const book: BankBook = {
  customers: ledger.customers,
  items: ledger.items
    .filter((item) => item.settledOn === null && (item.amount > 0 || item.kind === 'credit_note'))
    .map((item) => ({
      ...item,
      open: item.amount - Math.sign(item.amount) * (matched.get(item.id) ?? 0),
      askedAccount: '',
    })),
  receipts: ledger.items
    .filter(({ kind, amount }) => kind === 'payment' && amount < 0)
    .map((item) => ({
      id: item.id,
      customerId: item.customerId,
      number: item.number,
      booked: item.issued,
      currency: item.currency,
      amount: -item.amount,
      text: item.label,
      partyAccount: '',
      cleared: false,
    })),
  payers: [],
  letters: [],
  writeOffLimits: { EUR: 500 },
}

const asked = lines.map(
  (line, i): LineToMatch => ({ ...line, id: String(i), account: head.account, currency: head.currency }),
)
const proposals = proposeAll(book, asked)
const best = asked.map((line) => ({ line, one: proposals.get(line.id)?.[0] }))
const reasons = best.flatMap(({ one }) => one?.reasons.map(({ code }) => code) ?? [])

describe('the demo’s bank statement', () => {
  test('adds up, is of the weeks before the demo’s day and the same each time', () => {
    const sum = lines.reduce((total, { amount }) => total + amount, 0)
    expect((head.closing?.amount ?? 0) - (head.opening?.amount ?? 0)).toBe(sum)
    for (const { booked } of lines) expect(booked < DEMO_DAY).toBe(true)
    expect(demoStatement(ledger, IBAN, 'fr')).toEqual({ head, lines })
    expect(demoStatement(demoLedger('en'), IBAN, 'en').lines).toHaveLength(lines.length)
  })

  test('has lines that are ready, and lines that have to be looked at', () => {
    const ready = best.filter(({ one }) => one?.ready)
    expect(ready.length).toBeGreaterThanOrEqual(5)
    expect(ready.length).toBeLessThan(lines.length / 2)
  })

  test('shows several invoices, shortened numbers, a balance, a discount, a difference, receipts held and one that came back', () => {
    for (const code of [
      'number',
      'name',
      'amount-sum',
      'short-number',
      'amount-balance',
      'amount-discount',
      'amount-near',
    ])
      expect(reasons).toContain(code)
    const actions = new Set(best.flatMap(({ one }) => one?.action ?? []))
    expect(actions).toEqual(new Set(['settle', 'link', 'bounce']))
  })

  test('has a payer whom nobody knows, and charges', () => {
    const receipts = best.filter(({ line }) => roleOf(line.amount, line.kind) === 'receipt')
    expect(receipts.some(({ one }) => one === undefined)).toBe(true)
    expect(lines.some(({ kind, amount }) => kind === 'charge' && amount < 0)).toBe(true)
  })
})
