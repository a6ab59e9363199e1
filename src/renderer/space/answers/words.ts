import type { LetterLanguage } from '../../../main/core/kernel/contract.ts'
import { de } from './words.de.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { type AnswerWords, fr } from './words.fr.ts'

export type { AnswerWords }
export const answerWords: Record<LetterLanguage, AnswerWords> = { fr, en, de, es }
