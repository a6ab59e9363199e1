import { addTask, dropTask } from '../calls/tasks.service.ts'
import { requireCompany } from '../company/company.service.ts'
import { endHandover, handOver, openHandoverOf, readHandover } from '../handovers/handovers.service.ts'
import { bookHolidays } from '../holidays/holidays.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import { formatMoney } from '../kernel/format.ts'
import { nextWorkingDay } from '../kernel/working-days.ts'
import { blockCustomer, blockInForce, endBlock, isBlockLifted } from '../limits/limits.service.ts'
import type { ProposedLetter } from './dunning.contract.ts'
import type { DunningLetterTable } from './dunning.table.ts'

type Effects = Pick<DunningLetterTable, 'effect' | 'effect_id' | 'task_id'>
type Issued = { letter: ProposedLetter; reference: string }

const WORDS = {
  fr: {
    because: (reference: string, level: string) => `Relance ${reference}, niveau « ${level} »`,
    todo: (level: string, invoices: string, total: string) => `${level} : ${invoices}, ${total}`,
  },
  en: {
    because: (reference: string, level: string) => `Reminder ${reference}, level “${level}”`,
    todo: (level: string, invoices: string, total: string) => `${level}: ${invoices}, ${total}`,
  },
} as const satisfies Record<Language, unknown>

const NAMED = 5

const invoicesOf = ({ items }: ProposedLetter): string => {
  const named = items.slice(0, NAMED).map(({ number }) => number)
  return items.length > NAMED ? `${named.join(', ')} +${items.length - NAMED}` : named.join(', ')
}

/**
 * What a letter does beside asking, when it is issued: the delivery stop or hand-over of its level, and the task of a level
 * that is a call or something to do. A customer stopped or handed over before stays as it is.
 */
export const applyEffects = async (ctx: CommandContext, { letter, reference }: Issued): Promise<Effects> => {
  const { language, country } = await requireCompany(ctx)
  const words = WORDS[language]
  const { customerId, levelName, effect } = letter
  const reason = words.because(reference, levelName)
  return {
    effect: effect?.kind ?? null,
    effect_id: effect && (await apply(ctx, customerId, effect, reason)),
    task_id: await taskOf(ctx, letter, words.todo(levelName, invoicesOf(letter), totalOf(letter, language)), country),
  }
}

const totalOf = ({ total, currency }: ProposedLetter, language: Language) => formatMoney(total, currency, language)

const apply = async (
  ctx: CommandContext,
  customerId: string,
  { kind, target }: NonNullable<ProposedLetter['effect']>,
  reason: string,
): Promise<string | null> => {
  if (kind === 'delivery-stop') {
    if (await blockInForce(ctx, customerId)) return null
    return (await blockCustomer(ctx, { customerId, until: null, reason })).id
  }
  if (kind === 'hand-over' && target !== null && !(await openHandoverOf(ctx, customerId)))
    return (await handOver(ctx, { customerId, to: target, reason, reviewId: null }))?.id ?? null
  return null
}

const taskOf = async (
  ctx: CommandContext,
  { customerId, channel }: ProposedLetter,
  note: string,
  country: string,
): Promise<string | null> => {
  if (channel !== 'call' && channel !== 'task') return null
  const kind = channel === 'call' ? 'call' : 'other'
  const day = nextWorkingDay(ctx.today, await bookHolidays(ctx, country))
  return (await addTask(ctx, { customerId, kind, day, note, owner: '' })).id
}

/** Undoes what a cancelled letter did: the exclusion it made is lifted, its hand-over closed, its task dropped. */
export const takeBackEffects = async (
  ctx: CommandContext,
  { effect, effect_id, task_id }: Effects,
  reason: string,
): Promise<void> => {
  if (task_id) await dropTask(ctx, task_id)
  if (!effect_id) return
  // Whoever ended it meanwhile has ended it.
  if (effect === 'delivery-stop' && !(await isBlockLifted(ctx, effect_id))) await endBlock(ctx, effect_id, reason)
  if (effect === 'hand-over' && (await readHandover(ctx, effect_id)).closedOn === null)
    await endHandover(ctx, effect_id, reason)
}
