import { fold } from '../kernel/text.ts'
import type { EventKind, EventStage } from './registers.contract.ts'

export type Meaning = { kind: EventKind; stage: EventStage }

/**
 * What the nature of a judgment in the BODACC means, by words of it without accents: the first line that matches holds.
 * Natures are free text over the years; procedures themselves are those of C. com. L620-1 to L645-12.
 */
const NATURES: readonly (Meaning & { words: RegExp })[] = [
  // A higher court takes an opening back: whether anything is left of it must be read.
  { words: /\b(infirm|annulant|annulation|retract)/, kind: 'other', stage: '' },
  { words: /\b(depot|etat des creances|repartition|liste des creances|projet)\b/, kind: 'other', stage: '' },
  { words: /\b(faillite personnelle|interdiction de gerer|interdiction)\b/, kind: 'other', stage: '' },
  { words: /cloture.*insuffisance d.?actif/, kind: 'closed_short', stage: '' },
  { words: /\bcloture|mettant fin a|fin de la procedure|extinction du passif/, kind: 'closed', stage: '' },
  // The plan fails and the winding-up opens: a procedure of its own.
  { words: /resolution.*liquidation/, kind: 'liquidation', stage: 'opening' },
  { words: /resolution.*redressement judiciaire/, kind: 'receivership', stage: 'opening' },
  { words: /reprise.*liquidation/, kind: 'liquidation', stage: 'conversion' },
  { words: /conver\w*.*(en|la) liquidation/, kind: 'liquidation', stage: 'conversion' },
  { words: /conver\w*.*(en|le) redressement/, kind: 'receivership', stage: 'conversion' },
  { words: /conver\w*.*(en|la) sauvegarde/, kind: 'safeguard', stage: 'conversion' },
  { words: /\bplan de (redressement|continuation|cession)|plan de redressement/, kind: 'receivership', stage: 'plan' },
  { words: /\bplan de sauvegarde/, kind: 'safeguard', stage: 'plan' },
  { words: /\b(ouvert\w*|ouvr\w+|prononc\w+|extension|etend\w*).*liquidation/, kind: 'liquidation', stage: 'opening' },
  {
    words: /\b(ouvert\w*|ouvr\w+|prononc\w+|extension|etend\w*).*redressement/,
    kind: 'receivership',
    stage: 'opening',
  },
  { words: /\b(ouvert\w*|ouvr\w+|prononc\w+|extension|etend\w*).*sauvegarde/, kind: 'safeguard', stage: 'opening' },
  { words: /\bouvert\w*.*retablissement professionnel/, kind: 'professional_recovery', stage: 'opening' },
]

/** In a judgment whose nature says only that it opens something, the rest of the notice names it. */
const OPENED: readonly (Meaning & { words: RegExp })[] = [
  { words: /liquidation judiciaire/, kind: 'liquidation', stage: 'opening' },
  { words: /redressement judiciaire/, kind: 'receivership', stage: 'opening' },
  { words: /sauvegarde/, kind: 'safeguard', stage: 'opening' },
  { words: /retablissement professionnel/, kind: 'professional_recovery', stage: 'opening' },
]

const meaning = (table: typeof NATURES, text: string): Meaning | null => {
  const found = table.find(({ words }) => words.test(text))
  return found ? { kind: found.kind, stage: found.stage } : null
}

/**
 * What a judgment means, by its family (“Jugement d’ouverture”), its nature and the rest of the notice. What nothing
 * recognises is `other`: kept and shown, it marks nobody.
 */
export const meaningOf = (told: { family: string; nature: string; rest: string }): Meaning => {
  const [family, nature, rest] = [told.family, told.nature, told.rest].map((text) => fold(text).replaceAll('’', "'"))
  const own = meaning(NATURES, nature as string)
  if (own) return own
  const opens = /\bouvert|\bprononc/.test(`${family} ${nature}`)
  if (opens) return meaning(OPENED, `${nature} ${rest}`) ?? { kind: 'other', stage: '' }
  // “Autre jugement et ordonnance”: only what the notice says outright counts.
  return meaning(NATURES, rest as string) ?? { kind: 'other', stage: '' }
}
