import type { Weakness } from './book.strength.schema.ts'

export const SHORTEST = 12
/** Of zxcvbn’s five, 0 to 4: some ten thousand million guesses, a day for one who has the file and a machine for it. */
const WEAKEST = 3

const FAMILIES: Record<string, Weakness> = {
  straightRow: 'keyboard',
  keyPattern: 'keyboard',
  simpleRepeat: 'repeat',
  extendedRepeat: 'repeat',
  sequences: 'sequence',
  recentYears: 'date',
  dates: 'date',
  userInputs: 'own',
}

/** @param warning as zxcvbn names what it found, if anything */
export const judge = (passphrase: string, score: number, warning: string | null) => {
  const long = [...passphrase].length >= SHORTEST
  const enough = long && score >= WEAKEST
  const found: Weakness | null = warning ? (FAMILIES[warning] ?? 'known') : null
  return { score, enough, weakness: enough ? null : (found ?? (long ? 'known' : 'short')) }
}
