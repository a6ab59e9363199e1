import type { BankProposal } from '../../../main/core/bank/bank.contract.ts'

const IN_TEXT: readonly string[] = [
  'creditor-reference',
  'number',
  'short-number',
  'end-to-end',
  'structured-document',
  'name',
  'label-known',
] satisfies BankProposal['reasons'][number]['code'][]

/** What the reasons of a candidate found in the words of the bank; shortened numbers one by one. */
export const foundWords = (reasons: BankProposal['reasons']): string[] =>
  reasons.flatMap(({ code, detail }) =>
    !IN_TEXT.includes(code) ? [] : code === 'short-number' ? detail.split('/') : [detail],
  )

/** Long enough not to stand in the middle of something else by chance. */
const LONG = 6

/** Banks drop dashes, add spaces and change case: letters and digits in order are the same word. */
const patternOf = (word: string): string | null => {
  const signs = word.match(/[\p{L}\p{N}]/gu)
  if (!signs) return null
  const pattern = signs.join('[^\\p{L}\\p{N}]{0,2}')
  return signs.length >= LONG ? pattern : `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`
}

export type Segment = { text: string; found: boolean }

/** A text cut where one of the words stands in it. */
export const segmentsOf = (text: string, words: readonly string[]): Segment[] => {
  const patterns = words.toSorted((a, b) => b.length - a.length).flatMap((word) => patternOf(word) ?? [])
  if (patterns.length === 0) return text === '' ? [] : [{ text, found: false }]
  return text
    .split(new RegExp(`(${patterns.join('|')})`, 'giu'))
    .map((piece, place) => ({ text: piece, found: place % 2 === 1 }))
    .filter((segment) => segment.text !== '')
}

/** A text without the words that stand beside it already: banks repeat the payer's name before what matters. */
export const without = (text: string, words: string): string =>
  segmentsOf(text, [words])
    .filter(({ found }) => !found)
    .map((segment) => segment.text.trim())
    .filter(Boolean)
    .join(' ')
