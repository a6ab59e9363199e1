import { decimalOf, parseLocalAmount, parseLocalDay } from '../imports/readers/local-values.rules.ts'
import { isBlank, type Row } from '../imports/readers/rows.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import type { RatingInput } from './ratings.contract.ts'
import { scaleOf } from './scales.rules.ts'
import { OWN_SCALE, type Provider } from './scales.schema.ts'

/** A report as the lines of a table tell it: its first line, and its customer by code or SIREN. */
export type TableReport = Omit<RatingInput, 'customerId'> & { line: number; code: string }

/** Names of columns, folded. */
const COLUMNS = {
  code: ['client', 'code client', 'customer', 'customer code'],
  siren: ['siren', 'siret'],
  duns: ['duns', 'd-u-n-s'],
  company: ['raison sociale', 'societe', 'entreprise', 'company', 'company name'],
  provider: ['agence', 'fournisseur', 'organisme', 'provider', 'agency'],
  day: ['date', 'date du rapport', 'report date', 'day'],
  scale: ['echelle', 'indicateur', 'scale', 'indicator'],
  value: ['note', 'score', 'valeur', 'cotation', 'value', 'rating'],
  best: ['meilleur', 'meilleure', 'best'],
  worst: ['pire', 'worst'],
  limit: ['encours conseille', 'limite conseillee', 'encours', 'recommended limit', 'limit'],
  currency: ['devise', 'currency'],
  note: ['commentaire', 'comment'],
} as const
type Column = keyof typeof COLUMNS

const PROVIDERS: Record<string, Provider> = {
  dnb: 'dnb',
  'd&b': 'dnb',
  'dun & bradstreet': 'dnb',
  experian: 'experian',
  creditsafe: 'creditsafe',
  altares: 'altares',
  ellisphere: 'ellisphere',
  bdf: 'bdf',
  'banque de france': 'bdf',
}

/** The scale of a provider that has one only, where a line names none. */
const scaleWithout = (provider: Provider, day: string): string => {
  if (provider === 'creditsafe') return 'creditsafe'
  // The scale changed that day; the old one is never read as the new.
  return provider === 'bdf' ? (day >= '2022-01-08' ? 'bdf-2022' : 'bdf-2021') : OWN_SCALE
}

export const unreadable = (line: number, field: string, value: string): Refusal =>
  new Refusal('rating.unreadable', `line ${line}: ${value} cannot be read as ${field}`, { line, field, value })

const columnOf = (title: string): Column | undefined =>
  (Object.keys(COLUMNS) as Column[]).find((column) => (COLUMNS[column] as readonly string[]).includes(fold(title)))

/**
 * The reports of a table whose header names its columns, one value a line; lines of one customer, provider and day make
 * one report. Null when no row is such a header. Refuses what cannot be read with `rating.unreadable` and its line.
 */
export const readTable = (rows: readonly Row[], home: string): TableReport[] | null => {
  const start = rows.findIndex(({ cells }) => {
    const columns = new Set(cells.map(columnOf))
    return columns.has('provider') && columns.has('day') && (columns.has('value') || columns.has('limit'))
  })
  if (start < 0) return null
  const columns = (rows[start] as Row).cells.map(columnOf)
  const lines = rows.slice(start + 1).filter((row) => !isBlank(row))
  const cell = ({ cells }: Row, column: Column): string => (cells[columns.indexOf(column)] ?? '').trim()
  const mark = decimalOf(lines.map((row) => cell(row, 'limit')))
  const reports = new Map<string, TableReport>()
  for (const row of lines) {
    const { line } = row
    const read = (column: Column) => cell(row, column)
    const [told, written] = [read('provider'), read('day')]
    const provider = PROVIDERS[fold(told)] ?? 'other'
    const day = parseLocalDay(written, 'dmy')
    if (told === '') throw unreadable(line, 'provider', told)
    if (!day) throw unreadable(line, 'day', written)
    const currency = read('currency').toUpperCase() || home
    if (!/^[A-Z]{3}$/.test(currency)) throw unreadable(line, 'currency', currency)
    const amount =
      read('limit') === '' ? null : parseLocalAmount(read('limit'), mark === 'comma' ? 'comma' : 'dot', currency)
    if (read('limit') !== '' && (amount === null || amount < 0 || mark === 'ambiguous'))
      throw unreadable(line, 'limit', read('limit'))
    const siren = read('siren').replace(/\D/g, '').slice(0, 9)
    const key = [read('code'), siren, provider, fold(told), day].join('\n')
    const report = reports.get(key) ?? {
      line,
      code: read('code').slice(0, 40),
      siren,
      provider,
      providerName: provider === 'other' ? told.slice(0, 80) : '',
      day,
      values: [],
      recommendedLimit: null,
      currency,
      companyName: read('company').slice(0, 200),
      duns: read('duns').slice(0, 20),
      note: read('note').slice(0, 2000),
    }
    reports.set(key, report)
    if (amount !== null) Object.assign(report, { recommendedLimit: amount, currency })
    const value = read('value')
    if (value.length > 40) throw unreadable(line, 'value', value.slice(0, 80))
    if (value === '') continue
    const scale = scaleOf(read('scale'))
      ? read('scale')
      : read('scale') === ''
        ? scaleWithout(provider, day)
        : OWN_SCALE
    const own = scale === OWN_SCALE
    report.values.push({
      scale,
      value,
      label: own ? (read('scale') || told).slice(0, 120) : '',
      best: own ? read('best').slice(0, 40) : '',
      worst: own ? read('worst').slice(0, 40) : '',
    })
  }
  return [...reports.values()]
}
