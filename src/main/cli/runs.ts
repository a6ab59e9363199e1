import { Refusal } from '../core/kernel/errors.ts'
import type { Client } from './session.ts'

/** The dunning run of an id or a number, as the commands print them. */
export const runNamed = async (client: Client, word: string) => {
  const { runs } = await client.dunning.runs({})
  const found = runs.find(({ id, number }) => id === word || String(number) === word)
  if (!found) throw new Refusal('not-found', `no dunning run is called ${word}`, { run: word })
  return found
}
