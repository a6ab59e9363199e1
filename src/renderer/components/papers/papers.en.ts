import type { Words } from '../../app/words.ts'
import type { papersFr } from './papers.fr.ts'

export const papersEn: Words<typeof papersFr> = {
  print: {
    action: 'Print…',
    title: 'Print the letters',
    titleRun: 'Print the letters of run no. {{number}}',
    which: 'Letters',
    byPost: 'Those that go by post',
    all: 'All, e-mails included',
    order: 'Order',
    postcode: 'By postcode',
    reference: 'By reference',
    envelope: 'Envelope',
    DL: 'DL, letter folded in three',
    C4: 'C4, letter flat',
    separators: { DL: 'A separator before each letter', C4: 'An address sheet in front of each letter' },
    separatorsHelp: {
      DL: 'Recipient, channel, number of pages; it does not go into the envelope.',
      C4: 'It goes in front of the letter, the address in the window.',
    },
    duplex: 'Double-sided',
    duplexHelp: 'Each letter starts on a front side: an empty page follows an odd number of pages.',
    submit: 'Save the PDF',
    test: 'Window test sheet',
    done: '{{letters, number}} letters, {{pages, number}} pages',
    none: 'No letter goes by post',
  },
  statement: {
    action: 'Statement of account',
    title: 'Statement of account of {{name}}',
    day: 'As of',
    kind: 'Contents',
    open: 'Open items',
    movements: 'Movements',
    from: 'From',
    language: 'Language',
    languages: { fr: 'French', en: 'English', de: 'German', es: 'Spanish' },
    save: 'Save the PDF',
    page: 'Page {{page}} of the statement of account',
    total: 'Balance {{total}}',
  },
}
