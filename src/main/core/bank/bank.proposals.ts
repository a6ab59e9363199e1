import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day, minDay } from '../kernel/day.ts'
import { policyInForce } from '../policy/policy.service.ts'
import type { BankProposal } from './bank.contract.ts'
import { asLineToMatch } from './bank.lines.ts'
import { proposeAll } from './bank.matching.rules.ts'
import type { LineRecord } from './bank.repository.ts'
import type { BankBook, Proposed } from './match.model.ts'
import { bankBook } from './matching.repository.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** A return may come thirteen months after its receipt. */
const YEARS_BACK = 400

/** The candidates of lines, and the book they were found in. */
export const proposalsFor = async (
  ctx: Reading,
  lines: readonly LineRecord[],
): Promise<{ book: BankBook; proposals: Map<string, Proposed[]> }> => {
  const first = lines.reduce<Day>((day, line) => minDay(day, line.booked), ctx.today)
  const asked = lines.filter(({ role }) => role !== 'out').map(asLineToMatch)
  const amounts = [...new Set(asked.map(({ amount }) => Math.abs(amount)))]
  const { content } = await policyInForce(ctx)
  const book = {
    ...(await bankBook(ctx.db, amounts, addDays(first, -YEARS_BACK))),
    writeOffLimits: content.writeOffLimits,
  }
  return { book, proposals: proposeAll(book, asked) }
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

export const toProposals = (book: BankBook, proposed: readonly Proposed[]): BankProposal[] => {
  const customers = new Map(book.customers.map((customer) => [customer.id, customer]))
  return proposed.map((one, place) => ({
    key: String(place + 1),
    customerId: one.customerId,
    customerCode: customers.get(one.customerId)?.code ?? '',
    customerName: customers.get(one.customerId)?.name ?? '',
    score: one.score,
    ready: one.ready,
    action: one.action,
    items: one.receipt
      ? [
          {
            itemId: one.receipt.id,
            number: one.receipt.number,
            due: one.receipt.booked,
            open: one.receipt.amount,
            amount: one.receipt.amount,
            discount: 0,
            writeOff: 0,
          },
        ]
      : one.placed.map(({ item, amount, discount, writeOff }) => ({
          itemId: item.id,
          number: item.number,
          due: item.due,
          open: item.open,
          amount,
          discount,
          writeOff,
        })),
    credits: one.credits.map(({ item, amount }) => ({ itemId: item.id, number: item.number, amount })),
    discount: sumOf(one.placed.map(({ discount }) => discount)),
    writeOff: sumOf(one.placed.map(({ writeOff }) => writeOff)),
    unallocated: one.unallocated,
    reasons: one.reasons.map(({ code, detail }) => ({ code, detail })),
  }))
}
