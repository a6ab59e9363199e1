import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { Refusal } from '../kernel/errors.ts'
import { judge } from './book.strength.rules.ts'

/** Judging keeps other calls waiting, the longer the more; what is strong so far is not weaker with more. */
const JUDGED = 40
/** Of letters written as digits and signs: with the library’s own 100, forty signs take seconds. */
const SUBSTITUTIONS = 8

let judging: Promise<ZxcvbnFactory> | undefined

// Two megabytes of words, which most who open a book never need.
const loadJudge = async (): Promise<ZxcvbnFactory> => {
  const [{ ZxcvbnFactory }, common, english, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-fr'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: SUBSTITUTIONS,
  })
}

/** @param own names that somebody who wants in would try first */
export const strengthOf = async (passphrase: string, own: readonly string[]) => {
  judging ??= loadJudge()
  const judged = (await judging).check(passphrase.slice(0, JUDGED), [...own])
  return judge(passphrase, judged.score, judged.feedback.warning)
}

/** @throws Refusal `book.passphrase-weak` */
export const refuseWeak = async (passphrase: string, own: readonly string[]): Promise<void> => {
  const { enough, weakness } = await strengthOf(passphrase, own)
  if (!enough)
    throw new Refusal('book.passphrase-weak', `the passphrase would soon be found: ${weakness}`, { weakness })
}
