import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { markSent } from './dunning.repository.ts'

/** Records that letters were handed in at the post on a day; one marked before keeps its day, a cancelled one stays so. */
export const markLettersPosted = async (
  ctx: CommandContext,
  letters: readonly { letterId: string; runId: string }[],
  day: Day,
): Promise<void> => {
  for (const [runId, ones] of Map.groupBy(letters, (letter) => letter.runId))
    await markSent(
      ctx.db,
      runId,
      ones.map(({ letterId }) => letterId),
      day,
    )
}
