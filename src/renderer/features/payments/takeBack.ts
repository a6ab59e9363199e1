import { client } from '../../api/client.ts'

/** A movement entered by hand goes, and what it was matched with is open again. */
export const takeBack = async ({ itemId, matches }: { itemId: string; matches: readonly { id: string }[] }) => {
  await undoMatches(matches)
  await client.payments.remove({ itemId })
}

export const undoMatches = async (matches: readonly { id: string }[]): Promise<void> => {
  if (matches.length > 0) await client.payments.undo({ matchIds: matches.map(({ id }) => id) })
}
