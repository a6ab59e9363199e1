import { callsCalls } from '../calls/calls.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Minor } from '../kernel/money.ts'
import { listItems } from '../receivables/receivables.service.ts'
import type { DemoDesk, DemoStep } from './demo.desk.ts'
import { CHECKED, TALKS, TASKS } from './demo.said.ts'
import { NADIA } from './demo.staff.ts'

const tasksOf = async (ctx: CommandContext, customerId: string, show: 'due' | 'open'): Promise<string[]> => {
  const { tasks } = await callsCalls.tasks(ctx, { customerId, show, offset: 0, limit: 50 })
  return tasks.map(({ id }) => id)
}

const openOf = async (ctx: CommandContext, customerId: string, itemIds: readonly string[]): Promise<Minor> => {
  const items = await listItems(
    ctx,
    { customerId, search: '', show: 'open' },
    { sort: 'due', descending: false, offset: 0, limit: 200 },
  )
  return items.reduce((sum, { id, open }) => sum + (itemIds.includes(id) ? open : 0), 0)
}

const talkSteps = ({ as, of, say, ledger }: DemoDesk): DemoStep[] =>
  TALKS.map(({ day, customer, outcome, note, by = NADIA, about = [], promise, next, seconds, ...how }) => ({
    day,
    act: async () => {
      const ctx = as(by, day)
      const customerId = of(customer)
      const items = about.map((number) => {
        const item = ledger.items.find((one) => one.number === number && one.customerId === customerId)
        if (!item) throw new RangeError(`the demo has no ${number} of ${customer}`)
        return item
      })
      const itemIds = items.map(({ id }) => id)
      const dispute = ledger.disputes.find((one) => one.customerId === customerId && one.openedOn === day)
      const contact = ledger.customers.find(({ id }) => id === customerId)?.contacts[0]
      await callsCalls.record(ctx, {
        customerId,
        channel: how.channel ?? 'call',
        incoming: how.incoming ?? false,
        contact: contact?.name ?? '',
        phone: how.channel === undefined ? (contact?.phone ?? '') : '',
        outcome,
        note: say(...note),
        seconds: seconds ?? null,
        itemIds,
        promise: promise
          ? {
              currency: promise.currency ?? 'EUR',
              amount: promise.amount ?? (await openOf(ctx, customerId, itemIds)),
              day: promise.for,
              itemIds,
              replace: false,
              note: '',
            }
          : null,
        disputeId: outcome === 'dispute' ? (dispute?.id ?? null) : null,
        next: next ? { day: next } : {},
        doneTaskIds: await tasksOf(ctx, customerId, 'due'),
      })
    },
  }))

/** What its people say and promise, and what they set themselves to do. */
export const demoTalks = (desk: DemoDesk): DemoStep[] => [
  ...talkSteps(desk),
  ...TASKS.map(([day, customer, kind, on, note]) => ({
    day,
    act: async () =>
      callsCalls.addTask(desk.as(NADIA, day), {
        customerId: desk.of(customer),
        kind,
        day: on,
        note: desk.say(...note),
        owner: '',
      }),
  })),
  ...CHECKED.map(([day, customer]) => ({
    day,
    act: async () => {
      const ctx = desk.as(NADIA, day)
      for (const id of await tasksOf(ctx, desk.of(customer), 'open')) await callsCalls.doTask(ctx, { id, done: true })
    },
  })),
]
