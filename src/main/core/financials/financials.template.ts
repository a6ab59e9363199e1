import type { Language } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { tableCsv } from '../tables/table.csv.ts'
import { liasseCodes } from './figure-keys.schema.ts'
import { liasse } from './liasse.rules.ts'

const WORDS = {
  fr: {
    name: 'comptes-annuels.csv',
    header: ['Case', 'Libellé'],
    meta: [
      ['', 'Code client'],
      ['', 'SIREN'],
      ['', 'Durée en mois'],
      ['', 'Devise'],
      ['', 'Source'],
      ['', 'Certifié'],
      ['', 'Consolidé'],
    ],
    no: 'non',
  },
  en: {
    name: 'financial-statements.csv',
    header: ['Box', 'Label'],
    meta: [
      ['', 'Customer code'],
      ['', 'SIREN'],
      ['', 'Length in months'],
      ['', 'Currency'],
      ['', 'Source'],
      ['', 'Audited'],
      ['', 'Consolidated'],
    ],
    no: 'no',
  },
} as const

const YEARS = 3

/** A table of the boxes that figures are made of, a column for each of the three years closed before the working day. */
export const templateFile = (language: Language, today: Day): { name: string; file: File } => {
  const { name, header, meta, no } = WORDS[language]
  const year = Number(today.slice(0, 4))
  const closings = Array.from({ length: YEARS }, (_, ago) => `${year - 1 - ago}-12-31`)
  const filled = (value: string) => closings.map(() => value)
  const values = ['', '', '12', 'EUR', '', no, no]
  const text = tableCsv(
    {
      title: '',
      subtitle: '',
      currency: 'EUR',
      columns: [...header, ...closings].map((label) => ({ label, kind: 'text' as const })),
      rows: [
        ...meta.map((names, place) => ({ cells: [...names, ...filled(values[place] ?? '')] })),
        ...liasseCodes.map((code) => ({ cells: [code, liasse[code][language], ...filled('')] })),
      ],
      totals: null,
      footnotes: [],
    },
    language,
  )
  return { name, file: new File([text], name, { type: 'text/csv' }) }
}
