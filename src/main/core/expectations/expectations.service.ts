import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Expected, expectationsContract } from './expectations.contract.ts'
import { openDebts, type PaidRow, paidOfCustomer, paidOfMany, segmentOf } from './expectations.repository.ts'
import { expectationOf, type Habit, habitOf, type PaidPart } from './expectations.rules.ts'

type Reading = Pick<QueryContext, 'db'>

export const WINDOW_MONTHS = 24
/** Of the others, the newest payments tell enough. */
export const MOST = 5000

export const partOf = ([late, share, issued, disputed]: PaidRow): PaidPart => ({
  late,
  share,
  issued,
  disputed: disputed === 1,
})

/**
 * When the open debts of a customer will probably be paid, as of a day. An invoice that is contested is measured by
 * those that were contested before, where there are any. Refuses `not-found`.
 */
export const expectedOf = async (ctx: Reading, customerId: string, asOf: Day): Promise<Expected[]> => {
  const segment = await segmentOf(ctx.db, customerId)
  if (segment === null) throw new Refusal('not-found', 'no such customer', { id: customerId })
  const open = await openDebts(ctx.db, customerId, asOf)
  if (open.length === 0) return []
  const from = addMonths(asOf, -WINDOW_MONTHS)
  const own = (await paidOfCustomer(ctx.db, customerId, from, asOf)).map(partOf)
  const habits: Habit[] = [habitOf('customer', own, asOf)]
  const contested = habitOf(
    'customer',
    own.filter(({ disputed }) => disputed),
    asOf,
  )
  // Read once, and only where the customer's own payments do not tell.
  const others = async (basis: 'segment' | 'book') => {
    if (basis === 'segment' && segment === '') return
    const paid = await paidOfMany(ctx.db, basis === 'segment' ? segment : null, from, asOf, MOST)
    habits.push(habitOf(basis, paid.map(partOf), asOf))
  }
  const expected: Expected[] = []
  const further: ('segment' | 'book')[] = ['segment', 'book']
  for (const [itemId, number, due, currency, amount, disputed] of open) {
    const find = () => expectationOf(disputed === 1 ? [contested, ...habits] : habits, due, asOf)
    let found = find()
    while (found === null && further.length > 0) {
      await others(further.shift() as 'segment' | 'book')
      found = find()
    }
    const { basis, payments, ...days } = found ?? {
      from: null,
      expected: null,
      until: null,
      basis: 'none' as const,
      payments: 0,
    }
    expected.push({ itemId, number, due, currency, open: amount, ...days, basis, payments })
  }
  return expected
}

export const expectationsCalls: Handlers<typeof expectationsContract> = {
  ofCustomer: async (ctx, { customerId, asOf = ctx.today }) => ({
    asOf,
    expected: await expectedOf(ctx, customerId, asOf),
  }),
}
