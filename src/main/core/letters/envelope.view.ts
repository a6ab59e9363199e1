import type { Language } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { ADDRESS_BOX, ENVELOPES, type EnvelopeName, seenThrough } from './envelopes.rules.ts'
import type { LetterData } from './letter.model.ts'
import { addressLines, fitsWindow, senderLines } from './letterhead.view.ts'
import { typographic } from './typography.rules.ts'

type Sender = LetterData['sender']
type Recipient = Omit<LetterData['recipient'], 'code' | 'siren'>

export type Separated = {
  recipient: Recipient
  reference: string
  registered: boolean
  number: string
  pages: number
}

const WORDS = {
  fr: {
    title: 'Lettres à imprimer',
    attention: 'À l’attention de',
    reference: 'Lettre',
    channel: 'Envoi',
    registered: 'Recommandé avec avis de réception',
    letter: 'Lettre simple',
    number: 'Numéro',
    pages: 'Pages',
    place: 'Pli',
    of: (place: number, count: number) => `${place} sur ${count}`,
    note: {
      DL: 'Page de séparation : ne pas mettre sous pli.',
      C4: 'Feuille d’adresse : à glisser devant la lettre, l’adresse dans la fenêtre.',
    },
    trial: { DL: 'Test de fenêtre : enveloppe DL', C4: 'Test de fenêtre : pochette C4' },
    size: { DL: '110 × 220 mm, fenêtre 45 × 100 mm à droite', C4: '229 × 324 mm, fenêtre 50 × 110 mm à droite' },
    steps: {
      DL: [
        'Imprimez cette page à 100 %, sans ajustement à la page.',
        'Pliez-la en trois aux repères, l’adresse vers l’extérieur, et glissez-la dans votre enveloppe.',
        'Tapotez l’enveloppe sur chacun de ses bords : l’adresse reste entière dans la fenêtre, et rien d’autre n’apparaît jamais.',
      ],
      C4: [
        'Imprimez cette page à 100 %, sans ajustement à la page.',
        'Glissez-la sans la plier dans votre pochette, l’adresse vers la fenêtre.',
        'Tapotez la pochette sur chacun de ses bords : l’adresse reste entière dans la fenêtre. Sinon, choisissez l’enveloppe DL ou une autre pochette : les fenêtres des C4 varient d’un fabricant à l’autre.',
      ],
    },
    always: 'toujours visible, quelle que soit la position de la feuille',
    sometimes: {
      DL: 'peut apparaître dans la fenêtre : rien d’autre n’y est imprimé',
      C4: 'peut apparaître dans la fenêtre : imprimez les feuilles d’adresse, qui n’y portent rien d’autre',
    },
    ruler: 'Cette règle mesure 100 mm : si elle est plus courte, l’imprimante a réduit la page.',
    sample: { name: 'Maison Exemple SARL', attention: 'Camille Durand', street: ['Bâtiment B', '12 rue des Lilas'] },
  },
  en: {
    title: 'Letters to print',
    attention: 'For the attention of',
    reference: 'Letter',
    channel: 'Sent as',
    registered: 'Registered with proof of delivery',
    letter: 'Ordinary letter',
    number: 'Number',
    pages: 'Pages',
    place: 'Item',
    of: (place: number, count: number) => `${place} of ${count}`,
    note: {
      DL: 'Separator: not to be put into the envelope.',
      C4: 'Address sheet: goes in front of the letter, the address in the window.',
    },
    trial: { DL: 'Window test: DL envelope', C4: 'Window test: C4 envelope' },
    size: { DL: '110 × 220 mm, window 45 × 100 mm on the right', C4: '229 × 324 mm, window 50 × 110 mm on the right' },
    steps: {
      DL: [
        'Print this page at 100 %, without fitting it to the page.',
        'Fold it in three at the marks, the address outwards, and slide it into your envelope.',
        'Tap the envelope on each of its edges: the address stays whole in the window, and nothing else ever shows.',
      ],
      C4: [
        'Print this page at 100 %, without fitting it to the page.',
        'Slide it flat into your envelope, the address towards the window.',
        'Tap the envelope on each of its edges: the address stays whole in the window. If not, choose DL or another envelope: windows of C4 envelopes differ from maker to maker.',
      ],
    },
    always: 'always shows, however the sheet lies',
    sometimes: {
      DL: 'may show through the window: nothing else is printed there',
      C4: 'may show through the window: print the address sheets, which bear nothing else there',
    },
    ruler: 'This rule is 100 mm long: if it is shorter, the printer made the page smaller.',
    sample: { name: 'Example Trading Ltd', attention: 'Camille Durand', street: ['Unit B', '12 Lilac Street'] },
  },
} as const

const base = (language: Language, day: Day, title: string) => ({
  language,
  title,
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
  box: ADDRESS_BOX,
})

/** A page before each letter: for whom, how it goes, how many pages follow. */
export const separatorsView = (
  letters: readonly Separated[],
  { sender, envelope, language, day }: { sender: Sender; envelope: EnvelopeName; language: Language; day: Day },
) => {
  const words = WORDS[language]
  return {
    ...base(language, day, words.title),
    sheets: letters.map(({ recipient, reference, registered, number, pages }, index) => {
      const address = addressLines(recipient, words.attention, language)
      return {
        kind: 'separator',
        recipient: address,
        recipientFits: fitsWindow(address),
        sender: [sender.name, ...senderLines(sender).slice(0, -1)],
        title: recipient.name,
        town: [recipient.postalCode, recipient.city].filter(Boolean).join(' '),
        facts: [
          [words.channel, registered ? words.registered : words.letter],
          ...(number ? [[words.number, number]] : []),
          [words.reference, reference],
          [words.pages, String(pages)],
          [words.place, words.of(index + 1, letters.length)],
        ],
        note: typographic(words.note[envelope], language),
      }
    }),
  }
}

/** The sheet that is tried in an envelope: where the address stands, and what shows. */
export const trialView = (envelope: EnvelopeName, language: Language, day: Day) => {
  const words = WORDS[language]
  const { always, sometimes } = seenThrough(envelope)
  const [street, ...more] = words.sample.street
  const sample = { ...words.sample, street: [street, ...more], postalCode: '75011', city: 'Paris', country: '' }
  const { height } = ENVELOPES[envelope].sheet
  return {
    ...base(language, day, words.trial[envelope]),
    sheets: [
      {
        kind: 'trial',
        title: words.trial[envelope],
        subtitle: words.size[envelope],
        recipient: addressLines(sample, words.attention, language),
        always,
        sometimes,
        folds: height < 297 ? [height, 2 * height] : [],
        steps: words.steps[envelope].map((step) => typographic(step, language)),
        alwaysWord: words.always,
        sometimesWord: typographic(words.sometimes[envelope], language),
        rulerWord: typographic(words.ruler, language),
      },
    ],
  }
}

export type SheetsView = ReturnType<typeof separatorsView> | ReturnType<typeof trialView>
