import { exchangeCalls } from '../exchange/exchange.service.ts'
import { instalmentsCalls } from '../instalments/instalments.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { type Minor, roundHalfUp, splitMinor } from '../kernel/money.ts'
import { bounceReceipt, grantDiscount, recordReceipt, writeOff } from '../payments/payments.service.ts'
import { listItems } from '../receivables/receivables.service.ts'

/** Rates made up for the demo, in euros for one unit: of a size that was seen, and nobody's publication. */
const RATES: readonly [currency: string, day: Day, rate: string][] = [
  ['USD', '2024-11-01', '0.92'],
  ['USD', '2025-07-01', '0.86'],
  ['USD', '2026-04-01', '0.88'],
  ['USD', '2026-10-01', '0.85'],
  ['GBP', '2024-11-01', '1.19'],
  ['GBP', '2025-07-01', '1.16'],
  ['GBP', '2026-10-01', '1.14'],
]

const WORDS = {
  fr: {
    rates: 'Démonstration',
    bounced: 'Provision insuffisante',
    discount: 'Escompte 2 % pour paiement sous 15 jours',
    difference: 'Écart de règlement',
    phone: 'Convenu au téléphone',
    transfer: 'Virement',
  },
  en: {
    rates: 'Demonstration',
    bounced: 'Insufficient funds',
    discount: '2% discount for payment within 15 days',
    difference: 'Payment difference',
    phone: 'Agreed on the telephone',
    transfer: 'Transfer',
  },
} as const

type Book = { ctx: CommandContext; words: (typeof WORDS)['fr' | 'en'] }

const itemOf = async ({ ctx }: Book, number: string) => {
  const order = { sort: 'due', descending: false, offset: 0, limit: 1 } as const
  const [item] = await listItems(ctx, { search: number, show: 'open' }, order)
  if (!item) throw new RangeError(`the demo has no open ${number}`)
  return item
}

const receive = async (book: Book, number: string, method: 'cheque' | 'transfer', reference: string, part?: Minor) => {
  const { id, customerId, currency, open } = await itemOf(book, number)
  const allocate = [{ itemId: id, amount: part ?? open }]
  return recordReceipt(book.ctx, { customerId, day: book.ctx.today, currency, method, reference, allocate })
}

const agree = async (book: Book, numbers: readonly string[], due: readonly Day[]) => {
  const items = await Promise.all(numbers.map((number) => itemOf(book, number)))
  const total = items.reduce((sum, { open }) => sum + open, 0)
  const amounts = splitMinor(
    total,
    due.map(() => 1),
  )
  await instalmentsCalls.create(book.ctx, {
    customerId: items[0]?.customerId ?? '',
    itemIds: items.map(({ id }) => id),
    agreedOn: book.ctx.today,
    instalments: due.map((day, place) => ({ due: day, amount: amounts[place] ?? 0 })),
    note: book.words.phone,
  })
}

/** What the firm did by hand: a day, and what it did. */
const MOVEMENTS: readonly [Day, (book: Book) => Promise<unknown>][] = [
  // Never kept: broken in September, and reminded again since.
  ['2026-08-28', (book) => agree(book, ['FA2025-0465', 'FA2026-0309'], ['2026-09-15', '2026-10-15', '2026-11-15'])],
  ['2026-09-25', (book) => agree(book, ['FA2026-0446', 'FA2026-0525'], ['2026-10-15', '2026-11-15', '2026-12-15'])],
  [
    '2026-10-08',
    async (book) => {
      const { id, open } = await itemOf(book, 'FA2026-0573')
      const amount = roundHalfUp(BigInt(open) * 2n, 100n)
      await receive(book, 'FA2026-0573', 'transfer', book.words.transfer, open - amount)
      const note = book.words.discount
      await grantDiscount(book.ctx, { itemId: id, day: book.ctx.today, amount, taxRate: '20', note })
    },
  ],
  ['2026-10-14', (book) => receive(book, 'FA2026-0446', 'transfer', book.words.transfer, 105_460)],
  [
    '2026-10-21',
    async (book) => {
      const on = { ...book, ctx: { ...book.ctx, today: '2026-10-12' } }
      const { itemId } = await receive(on, 'FA2026-0458', 'cheque', 'CHQ 4410927')
      await bounceReceipt(book.ctx, { itemId, day: book.ctx.today, reason: book.words.bounced })
    },
  ],
  [
    '2026-10-22',
    async (book) => {
      const { id } = await itemOf(book, 'FA2025-0165')
      await writeOff(book.ctx, { itemId: id, day: book.ctx.today, note: book.words.difference })
    },
  ],
]

/** What is done in the demo on its days, rates first; the caller runs them in order among the reminders. */
export const demoMovements = (
  on: (day: Day) => CommandContext,
  language: 'fr' | 'en',
): { day: Day; act: () => Promise<unknown> }[] => {
  const words = WORDS[language]
  return [
    ...RATES.map(([currency, day, rate]) => ({
      day,
      act: async () => exchangeCalls.setRate(on(day), { currency, day, rate, source: words.rates }),
    })),
    ...MOVEMENTS.map(([day, act]) => ({ day, act: () => act({ ctx: on(day), words }) })),
  ]
}
