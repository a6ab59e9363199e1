import type { CallInput } from '../../../main/core/calls/calls.contract.ts'
import { nextAction } from '../../../main/core/calls/calls.rules.ts'
import type { Contact } from '../../../main/core/customers/customers.contract.ts'
import type { Expected } from '../../../main/core/expectations/expectations.contract.ts'
import { addDays, type Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { nextWorkingDay } from '../../../main/core/kernel/working-days.ts'
import type { CallSheet } from '../../../main/core/worklist/worklist.contract.ts'

/** In the order of their keys. */
export const askedOutcomes = [
  'promise',
  'call-back',
  'dispute',
  'paid',
  'refused',
  'wrong-contact',
  'no-answer',
  'told',
] as const
export type AskedOutcome = (typeof askedOutcomes)[number]
export type RecordedOutcome = Exclude<AskedOutcome, 'dispute'>

export type OutcomeProps = {
  outcome: AskedOutcome
  sheet: CallSheet
  /** What was talked about. */
  items: readonly Expected[]
  /** Whom one talked to. */
  contact: Contact | undefined
  seconds: number | null
  onClose: () => void
  onDone: () => void
}

export type Draft = {
  amount: Minor | null
  /** Of a promise, the day it is to be paid. */
  day: Day | null
  replace: boolean
  nextDay: Day | null
  note: string
  contact: string
  channel: CallInput['channel']
  /** The customer called or wrote. */
  incoming: boolean
  doneTaskIds: readonly string[]
}

const PROMISE_DAYS = 7

/** What a promise can be about: one currency, that of the first item. */
export const promisable = (items: readonly Expected[]): readonly Expected[] =>
  items.filter(({ currency }) => currency === items[0]?.currency)

/** What follows an outcome, unless another day is chosen; a promise counts from its own day. */
export const nextOf = (outcome: AskedOutcome, today: Day) =>
  nextAction(outcome, { today, graceUntil: null, deadline: null, disputeDays: 0 })

export const dueTasks = ({ tasks, asOf }: CallSheet) => tasks.filter(({ day }) => day <= asOf)

export const draftOf = ({
  outcome,
  sheet,
  items,
  contact,
}: Pick<OutcomeProps, 'outcome' | 'sheet' | 'items' | 'contact'>): Draft => ({
  amount: promisable(items).reduce((sum, { open }) => sum + open, 0) || null,
  day: nextWorkingDay(addDays(sheet.asOf, PROMISE_DAYS)),
  replace: sheet.promises.some(({ state }) => state === 'running'),
  nextDay: nextOf(outcome, sheet.asOf).day,
  note: '',
  contact: contact?.name ?? '',
  channel: 'call',
  incoming: false,
  doneTaskIds: dueTasks(sheet).map(({ id }) => id),
})

/** The talk as it is recorded. Null while the promise is not whole. */
export const callOf = (
  outcome: RecordedOutcome,
  { amount, day, replace, nextDay, note, contact, channel, incoming, doneTaskIds }: Draft,
  { sheet, items, seconds }: Pick<OutcomeProps, 'sheet' | 'items' | 'seconds'>,
): CallInput | null => {
  const about = promisable(items)
  const currency = about[0]?.currency ?? sheet.currency
  if (outcome === 'promise' && (amount === null || amount <= 0 || day === null)) return null
  return {
    customerId: sheet.customerId,
    channel,
    incoming,
    contact,
    phone: channel === 'call' ? (sheet.contacts.find(({ name }) => name === contact)?.phone ?? '') : '',
    outcome,
    note,
    seconds,
    itemIds: items.map(({ itemId }) => itemId),
    promise:
      outcome === 'promise' && amount !== null && day !== null
        ? { currency, amount, day, itemIds: about.map(({ itemId }) => itemId), replace, note: '' }
        : null,
    disputeId: null,
    next: outcome === 'promise' || nextDay === null ? {} : { day: nextDay },
    doneTaskIds: [...doneTaskIds],
  }
}
