import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { LetterRow } from './dunning.contract.ts'
import { ownWordingKeys } from './dunning.plan.repository.ts'
import { askedForReview, letterItems, listLetters, listRuns, markSent } from './dunning.repository.ts'
import { toLetterRow } from './dunning.rows.ts'

type Reading = Pick<QueryContext, 'db'>

/** Letters of a run, or those named of it, in the order of their references; refuses `not-found`. */
export const lettersOfRun = async (
  ctx: Reading,
  runId: string,
  letterIds?: readonly string[],
): Promise<{ run: { number: number; asOf: string }; letters: LetterRow[] }> => {
  const [run] = await listRuns(ctx.db, runId)
  if (!run) throw new Refusal('not-found', 'no such run', { id: runId })
  const all = await listLetters(ctx.db, { runId }, { offset: 0, limit: 100_000 })
  const wanted = letterIds && new Set(letterIds)
  const letters = all.filter(({ id }) => !wanted || wanted.has(id)).map(toLetterRow)
  const missing = letterIds?.find((id) => !all.some((letter) => letter.id === id))
  if (missing) throw new Refusal('not-found', 'no such letter of this run', { id: missing })
  return { run: { number: run.number, asOf: run.as_of }, letters }
}

/** The items of a letter as it was issued, by due date. */
export const itemsOfLetter = async (ctx: Reading, letterId: string) =>
  (await letterItems(ctx.db, letterId)).map(({ item_id, number, due }) => ({ itemId: item_id, number, due }))

/** Wordings whose letters are formal notices: that of the program, and the user's own that began as it. */
export const formalWordings = async (ctx: Reading): Promise<ReadonlySet<string | null>> =>
  new Set(['formal', ...(await ownWordingKeys(ctx.db, ['formal'], { removed: true }))])

/** By customer, the last day until one on which a letter was issued whose level asks for a review of its credit. */
export const reviewsAsked = (ctx: Reading, asOf: Day): Promise<Map<string, Day>> => askedForReview(ctx.db, asOf)

/** Whether a letter may still go by e-mail; one that goes by post may, its message is a copy beforehand. */
export const standingOfLetter = async (ctx: Reading, letterId: string): Promise<'open' | 'sent' | 'cancelled'> => {
  const [letter] = await listLetters(ctx.db, { id: letterId }, { offset: 0, limit: 1 })
  if (!letter || letter.cancelled_on) return 'cancelled'
  return letter.sent_on && letter.channel === 'email' ? 'sent' : 'open'
}

/** Records that a letter left by e-mail on the working day; one marked before keeps its day, one by post is still to go. */
export const markLetterEmailed = async (ctx: CommandContext, letterId: string): Promise<void> => {
  const [letter] = await listLetters(ctx.db, { id: letterId }, { offset: 0, limit: 1 })
  if (letter?.channel === 'email') await markSent(ctx.db, letter.run_id, [letterId], ctx.today)
}
