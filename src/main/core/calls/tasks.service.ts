import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Task, TaskInput } from './calls.contract.ts'
import { insertTask, listTasks, removeTask, type TaskRecord, updateTask } from './calls.repository.ts'

export type Reading = Pick<QueryContext, 'db' | 'today'>

const ONE = { offset: 0, limit: 1 }

export const tellTask = (task: TaskRecord): Task => ({
  id: task.id,
  customerId: task.customer_id,
  customerCode: task.customer_code,
  customerName: task.customer_name,
  kind: task.kind,
  day: task.day,
  note: task.note,
  owner: task.owner,
  callId: task.call_id,
  createdOn: task.created_on,
  createdBy: task.created_by,
  doneOn: task.done_on,
  doneBy: task.done_by,
})

const readTask = async (ctx: Reading, id: string): Promise<Task> => {
  const [task] = await listTasks(ctx.db, ctx.today, { id, show: 'all' }, ONE)
  if (!task) throw new Refusal('not-found', 'no such task', { id })
  return tellTask(task)
}

const refuseEarly = (ctx: CommandContext, day: Day): void => {
  if (day < ctx.today) throw new Refusal('task.day-invalid', `${day} is before ${ctx.today}`, { day, today: ctx.today })
}

/** Sets something to be done; `callId` names the talk whose next action it is. Refuses `task.day-invalid` before the working day. */
export const addTask = async (ctx: CommandContext, input: TaskInput, callId: string | null = null): Promise<Task> => {
  const { customerId, kind, day, note, owner } = input
  refuseEarly(ctx, day)
  await readCustomer(ctx, customerId)
  const id = uuidv7()
  await insertTask(ctx.db, {
    id,
    customer_id: customerId,
    kind,
    day,
    note,
    owner: owner || ctx.user,
    call_id: callId,
    created_on: ctx.today,
    created_by: ctx.user,
    done_on: null,
    done_by: '',
  })
  return readTask(ctx, id)
}

/** Puts something off, or forward; refuses `task.done` once it is done. */
export const postponeTask = async (ctx: CommandContext, id: string, day: Day): Promise<Task> => {
  const { doneOn } = await readTask(ctx, id)
  if (doneOn !== null) throw new Refusal('task.done', `done on ${doneOn}`, { day: doneOn })
  refuseEarly(ctx, day)
  await updateTask(ctx.db, id, { day })
  return readTask(ctx, id)
}

/** Says that something was done, by whom and when; the first to say so stays. Or that it was not after all. */
export const doTask = async (ctx: CommandContext, id: string, done: boolean, customerId?: string): Promise<void> => {
  const task = await readTask(ctx, id)
  if (customerId !== undefined && task.customerId !== customerId)
    throw new Refusal('not-found', 'no such task of this customer', { id })
  if ((task.doneOn !== null) === done) return
  await updateTask(ctx.db, id, { done_on: done ? ctx.today : null, done_by: done ? ctx.user : '' })
}

/** Drops what is not to be done any more; what was done stays. */
export const dropTask = async (ctx: CommandContext, id: string): Promise<void> => {
  const { doneOn } = await readTask(ctx, id)
  if (doneOn === null) await removeTask(ctx.db, id)
}
