import { fold } from '../kernel/text.ts'

// Numbers rarely hold anything else, and folding every number of a large book takes a while.
const PLAIN = /^[ -~]*$/

/** Runs of letters or of digits, in capitals and without accents: what numbers and references are compared by. */
const runsOf = (text: string): { run: string; at: number; end: number }[] =>
  [...(PLAIN.test(text) ? text : fold(text)).toUpperCase().matchAll(/[A-Z]+|\d+/g)].map((found) => ({
    run: found[0],
    at: found.index,
    end: found.index + found[0].length,
  }))

const withoutZeros = (run: string): string => (/^\d/.test(run) ? run.replace(/^0+(?=\d)/, '') : run)

const LEADING_ZEROS = /(?<!\d)0+(?=\d)/g

/** The spellings that a document's number is looked up by: as it is, and without leading zeros; signs do not count. */
export const spellingsOfNumber = (number: string): string[] => {
  const plain = (PLAIN.test(number) ? number : fold(number)).toUpperCase()
  const whole = plain.replace(/[^A-Z0-9]+/g, '')
  const short = plain.replace(LEADING_ZEROS, '').replace(/[^A-Z0-9]+/g, '')
  return (whole === short ? [whole] : [whole, short]).filter((spelling) => spelling.length >= 3)
}

/** Long or mixed enough not to stand in a text by chance: `FA178`, `202604`, but not `178` nor a year. */
export const isTelling = (spelling: string): boolean => spelling.length >= (/[A-Z]/.test(spelling) ? 4 : 6)

const LONGEST = 6
const FURTHEST = 3

/**
 * Everything in a text that could be a number: each run with those that follow it closely, and the end of a word that
 * runs into digits (`REGLFA2026`). Zeros at the front of a run are tried away.
 */
export const spellingsInText = (text: string): Set<string> => {
  const runs = runsOf(text)
  const found = new Set<string>()
  runs.forEach(({ run: first }, i) => {
    const starts = /^[A-Z]{3,}$/.test(first) ? [first, first.slice(-1), first.slice(-2), first.slice(-3)] : [first]
    let [whole, short] = [starts, starts.map(withoutZeros)]
    for (let n = i; ; ) {
      for (const spelling of [...whole, ...short]) if (spelling.length >= 3) found.add(spelling)
      const next = runs[n + 1]
      if (!next || n + 1 - i >= LONGEST || next.at - (runs[n]?.end ?? 0) > FURTHEST) break
      whole = whole.map((start) => start + next.run)
      short = short.map((start) => start + withoutZeros(next.run))
      n += 1
    }
  })
  return found
}

const SHORTEST_TAIL = 2

/** The last digits of a number, without the zeros in front of them: `178` of `FA2026-0178`, `20260178` of `20260178`. */
export const lastDigits = (number: string): string => {
  let end = number.length
  while (end > 0 && !isDigit(number, end - 1)) end -= 1
  let start = end
  while (start > 0 && isDigit(number, start - 1)) start -= 1
  while (start < end - 1 && number[start] === '0') start += 1
  return number.slice(start, end)
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** Whether a customer may write `short` for a number that ends in these digits: `178` for `20260178`, `78` for `60078`. */
export const isTailOf = (short: string, digits: string): boolean =>
  digits === short || (digits.endsWith(short) && (short.length > SHORTEST_TAIL || digits.endsWith(`0${short}`)))

/**
 * Shortened numbers in a text: digits apart from words, two to six of them. Amounts with decimals and days are no
 * numbers. A list (`178/190/201`, `178, 190 et 201`) comes whole.
 */
export const shortNumbersIn = (text: string): string[] => {
  const plain = fold(text)
    .replace(/\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)/g, (day) => (isDayText(day) ? ' ' : day))
    .replace(/\d+(?: \d{3})*[.,]\d{2}(?!\d)/g, ' ')
  const numbers = [...plain.matchAll(/(?<![a-z0-9])\d{2,6}(?![a-z0-9])/g)].map(([digits]) => withoutZeros(digits))
  return [...new Set(numbers)].filter((digits) => digits.length >= SHORTEST_TAIL)
}

const isDayText = (text: string): boolean => {
  const [day = 0, month = 0, year = ''] = text.split(/[/.-]/).map((part, i) => (i < 2 ? Number(part) : part)) as [
    number,
    number,
    string,
  ]
  return (
    day >= 1 && day <= 31 && month >= 1 && month <= 12 && (year.length === 4 ? /^(?:19|20)/.test(year) : year >= '15')
  )
}

// Forms of companies and words that names share: they tell nobody apart.
const COMMON = new Set(
  'sarl sas sasu eurl sci snc scop selarl earl gaec gmbh ltd llc plc bvba srl spa the les des and und fils ets etablissements societe ste compagnie company groupe group france'.split(
    ' ',
  ),
)

/** The words of a name that tell who it is: three letters at least, no form of company. */
export const wordsOfName = (name: string): string[] => [
  ...new Set(
    fold(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= 3 && !COMMON.has(word)),
  ),
]

export const wordsInText = (text: string): Set<string> =>
  new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= 3),
  )

// What banks and payers write around a name.
const AROUND = new Set(
  'vir virt virement virements sepa recu recue inst instantane transfer payment paiement reglement regl facture factures fact fac invoice inv ref reference motif emetteur donneur ordre from pour remise cheque cheques chq prlv prelevement numero num eur euros date operation compte client votre notre trf cpte notprovided none'.split(
    ' ',
  ),
)

/**
 * What stays the same from one receipt of a payer to the next: the name that the bank gives, or else the words of the
 * text that are no number and no word of banking. Empty where nothing is left to know it again by.
 */
export const labelOf = ({ party, text }: { party: string; text: string }): string => {
  const words = (from: string) =>
    fold(from)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= 3 && !/\d/.test(word) && !AROUND.has(word))
  const named = words(party)
  const label = (named.length > 0 ? named : words(text)).slice(0, 6).join(' ')
  return label.length >= 4 ? label : ''
}
