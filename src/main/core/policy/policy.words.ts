import type { Language } from '../kernel/contract.ts'
import { policyWordsEn } from './policy.words.en.ts'
import { policyWordsFr } from './policy.words.fr.ts'

export type PolicyWords = typeof policyWordsFr

const words: Record<Language, PolicyWords> = { fr: policyWordsFr, en: policyWordsEn }

/** The sentences of the printed policy. */
export const policyWords = (language: Language): PolicyWords => words[language]
