import type { LetterLanguage } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import type { Block } from './document.model.ts'
import type { LetterData } from './letter.model.ts'

/**
 * A paper with clauses or figures that goes to a customer under the letterhead, its address in the window: an agreement, a
 * notice. Every text comes ready in its language, figures formatted.
 */
export type DeedData = {
  language: LetterLanguage
  sender: LetterData['sender']
  recipient: LetterData['recipient']
  reference: string
  date: Day
  place: string
  /** For instance "Lettre recommandée avec avis de réception". */
  channelMention: string | null
  title: string
  blocks: readonly Block[]
}
