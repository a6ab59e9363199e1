import type { Company } from '../company/company.contract.ts'
import type { Language } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatDay } from '../kernel/format.ts'
import type { DocumentData } from '../letters/document.model.ts'

const words = {
  fr: {
    title: 'Clé de secours',
    fileName: 'cle-de-secours',
    key: 'La clé',
    use: 'À quoi elle sert',
    uses: [
      'Elle ouvre le dossier à la place de la phrase secrète, dans le même champ. Les tirets et les minuscules ne comptent pas.',
      'Le cinquième signe de chaque groupe contrôle les quatre premiers\u202f: une faute de frappe est signalée avec son groupe.',
      'Elle vaut pour la phrase secrète de ce jour. Changer la phrase secrète donne une autre clé\u202f; celle-ci n’ouvre alors plus que les sauvegardes faites avant.',
    ],
    keep: 'Où la garder',
    kept: [
      'Sur papier, dans un endroit fermé, loin de l’ordinateur où se trouve le dossier. Qui a cette feuille et le fichier lit tout.',
      'Sans la phrase secrète et sans cette clé, le dossier est perdu\u202f: personne ne peut l’ouvrir, l’éditeur non plus.',
    ],
    book: 'Dossier',
    company: 'Société',
    day: 'Du',
  },
  en: {
    title: 'Recovery key',
    fileName: 'recovery-key',
    key: 'The key',
    use: 'What it is for',
    uses: [
      'It opens the book in place of the passphrase, in the same field. Hyphens and small letters do not matter.',
      'The fifth sign of each group checks the four before it: a typing error is told with its group.',
      'It goes with the passphrase of this day. Changing the passphrase gives another key; this one then opens only the backups made before.',
    ],
    keep: 'Where to keep it',
    kept: [
      'On paper, locked away, far from the computer that has the book. Whoever has this sheet and the file reads everything.',
      'Without the passphrase and without this key the book is lost: nobody can open it, its makers neither.',
    ],
    book: 'Book',
    company: 'Company',
    day: 'Of',
  },
}

type Sheet = { recoveryKey: string; book: string; company: Company; language: Language; today: Day }

/** The recovery key on paper, in lines short enough to be typed from. */
export const recoverySheet = ({ recoveryKey, book, company, language, today }: Sheet) => {
  const w = words[language]
  const groups = recoveryKey.split('-')
  const lines = [groups.slice(0, 5), groups.slice(5, 10), groups.slice(10)]
  const data: DocumentData = {
    language,
    company: { name: company.name, logo: null, accent: company.accent },
    title: w.title,
    subtitle: book,
    reference: '',
    day: today,
    bylines: [],
    state: null,
    sections: [
      {
        title: w.key,
        blocks: [
          {
            kind: 'facts',
            columns: 3,
            facts: [
              { label: w.book, value: book },
              { label: w.company, value: company.name },
              { label: w.day, value: formatDay(today, language) },
            ],
          },
          {
            kind: 'table',
            columns: ['', '', '', '', ''].map((label) => ({ label, grow: 1 })),
            rows: lines.map((line) => Array.from({ length: 5 }, (_, index) => line[index] ?? '')),
          },
        ],
      },
      { title: w.use, blocks: [{ kind: 'list', items: w.uses.map((text) => ({ text })) }] },
      { title: w.keep, blocks: [{ kind: 'list', items: w.kept.map((text) => ({ text })) }] },
    ],
  }
  return { name: `${w.fileName}-${today}.pdf`, data }
}
