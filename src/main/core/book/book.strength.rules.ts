import type { Weakness } from './book.strength.schema.ts'

export const SHORTEST = 12
/**
 * Of zxcvbn’s five, 0 to 4: a hundred million guesses and more. A graphics card made for it tries some 2,000 a second at
 * 256,000 rounds: days at least, for somebody who has the file.
 */
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
