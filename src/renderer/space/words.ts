import type { LetterLanguage } from '../../main/core/kernel/contract.ts'
import { de } from './words.de.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { fr, type SpaceWords } from './words.fr.ts'

export type { SpaceWords }
export const words: Record<LetterLanguage, SpaceWords> = { fr, en, de, es }
