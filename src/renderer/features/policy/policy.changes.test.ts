import { expect, test } from 'vitest'
import type { PolicyContent } from '../../../main/core/policy/policy.contract.ts'
import type { Format } from '../../app/format.ts'
import type { Translate } from '../../app/i18n.ts'
import { changesBetween } from './policy.changes.ts'

const content = {
  writeOffLimits: { EUR: 500, GBP: 400 },
  disputeReasons: [
    { code: 'price', fr: 'Prix', en: 'Price', active: true },
    { code: 'quality', fr: 'Qualité', en: 'Quality', active: true },
  ],
  disputeDays: 30,
  requiredProofs: [['invoice'], ['order', 'quote']],
  invoicingHours: 48,
  instalmentGraceDays: 5,
  credit: { escalationDays: 5 },
} as unknown as PolicyContent

// The sentences are told apart by their keys; only figures and names are looked at here.
const words = {
  t: ((key: string, values: Record<string, unknown> = {}) =>
    [key.split('.').at(-1), ...Object.values(values)].join(' ')) as Translate,
  format: { money: (amount: number, currency: string) => `${amount} ${currency}` } as Format,
  language: 'en' as const,
  kindsText: (kinds: readonly string[]) => kinds.join('/'),
}
const changes = (part: Partial<Record<keyof PolicyContent, unknown>>) =>
  changesBetween(content, { ...content, ...part } as PolicyContent, words).map(
    ({ clause, text }) => `${clause}: ${text}`,
  )

test('a version that says the same changed nothing', () => {
  expect(
    changes({ writeOffLimits: { GBP: 400, EUR: 500 }, requiredProofs: [['quote', 'order'], ['invoice']] }),
  ).toEqual([])
})

test('each limit, delay and requirement that differs is one line', () => {
  expect(changes({ writeOffLimits: { EUR: 900 } })).toEqual([
    'writeOff: value EUR 500 EUR 900 EUR',
    'writeOff: value GBP 400 GBP none',
  ])
  expect(changes({ disputeDays: 45 })).toEqual(['disputes: value delay days 30 days 45'])
  expect(changes({ requiredProofs: [['invoice'], ['contract']] })).toEqual([
    'proofs: proofRemoved order/quote',
    'proofs: proofAdded contract',
  ])
  expect(changes({ credit: { escalationDays: 9 } })).toEqual(['credit: credit'])
})

test('reasons are followed by their code through new names and withdrawals', () => {
  const [price, quality] = content.disputeReasons
  expect(
    changes({
      disputeReasons: [
        { ...price, en: 'Pricing' },
        { ...quality, active: false },
        { code: 'transport', fr: 'Transport', en: 'Transport', active: true },
      ],
    }),
  ).toEqual([
    'disputes: reasonRenamed Price Pricing',
    'disputes: reasonInactive Quality',
    'disputes: reasonAdded Transport',
  ])
  expect(changes({ disputeReasons: [quality, price] })).toEqual(['disputes: reasonOrder'])
  expect(changes({ disputeReasons: [price] })).toEqual(['disputes: reasonRemoved Quality'])
})
