import { uuidv7 } from 'uuidv7'
import type { CommandContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Claim, oldestFor, promisable, spread } from './promisable.rules.ts'
import type { PromiseInput } from './promises.contract.ts'
import { type DebtRecord, debtsOf, endPromise, insertPromise, numberOf } from './promises.repository.ts'
import { type Judged, judgedAsOf } from './promises.standing.ts'

/** The debts a promise names: open ones of the customer in its currency. */
const namedDebts = async (ctx: CommandContext, input: PromiseInput, debts: readonly DebtRecord[]) => {
  const named = new Set(input.itemIds)
  const known = new Set(debts.map(({ id }) => id))
  for (const id of named) {
    if (known.has(id)) continue
    const number = await numberOf(ctx.db, id)
    if (number === null) throw new Refusal('not-found', 'no such item', { id })
    throw new Refusal('promise.item-invalid', `${number} is no open debt of this customer in ${input.currency}`, {
      number,
      currency: input.currency,
    })
  }
  return debts.filter(({ id }) => named.has(id))
}

const claimOf = ({ standing, items }: Judged): Claim => ({
  rest: standing.left,
  items: items.map(({ item_id, amount }) => ({ itemId: item_id, amount })),
})

/**
 * Records a promise to pay and returns its id. Refuses `promise.day-invalid` before the working day, `promise.nothing-open`,
 * `promise.item-invalid` for a document that is not an open debt of the customer in its currency, and `promise.above-open`
 * when its items, less what running promises expect of them, do not bear the amount.
 */
export const recordPromise = async (ctx: CommandContext, input: PromiseInput): Promise<string> => {
  const { customerId, currency, amount, day, channel, contact, note, replace } = input
  if (day < ctx.today)
    throw new Refusal('promise.day-invalid', `${day} is before ${ctx.today}`, { day, today: ctx.today })
  const debts = (await debtsOf(ctx.db, customerId, ctx.today)).filter((debt) => debt.currency === currency)
  const named = await namedDebts(ctx, input, debts)
  if (debts.length === 0) throw new Refusal('promise.nothing-open', `nothing is open in ${currency}`, { currency })

  const running = (await judgedAsOf(ctx, ctx.today, [customerId])).filter(
    ({ promise, standing }) => standing.state === 'running' && promise.currency === currency,
  )
  const chosen = named.length > 0 ? named : oldestFor(amount, debts, replace ? [] : running.map(claimOf))
  const ids = new Set(chosen.map(({ id }) => id))
  const replaced = replace ? running.filter(({ items }) => items.some(({ item_id }) => ids.has(item_id))) : []
  const claims = running.filter((one) => !replaced.includes(one)).map(claimOf)
  const available = promisable(chosen, debts, claims)
  if (amount > available) {
    const open = (chosen.length > 0 ? chosen : debts).reduce((sum, debt) => sum + debt.open, 0)
    throw new Refusal('promise.above-open', `${available} of ${open} may be promised`, {
      amount,
      open,
      available,
      promised: open - available,
      currency,
    })
  }

  const id = uuidv7()
  const parts = spread(amount, chosen, claims)
  await insertPromise(
    ctx.db,
    {
      id,
      customer_id: customerId,
      currency,
      amount,
      day,
      made_on: ctx.today,
      at: ctx.now,
      by: ctx.user,
      channel,
      contact,
      note,
      cancelled_on: null,
      cancelled_by: '',
      cancelled_because: '',
      replaced_by: null,
    },
    chosen.map((debt, place) => ({
      promise_id: id,
      item_id: debt.id,
      covered: debt.open,
      amount: parts[place] ?? 0,
    })),
  )
  for (const { promise } of replaced)
    await endPromise(ctx.db, promise.id, {
      cancelled_on: ctx.today,
      cancelled_by: ctx.user,
      cancelled_because: '',
      replaced_by: id,
    })
  return id
}
