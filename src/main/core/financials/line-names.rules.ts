import { fold } from '../kernel/text.ts'
import { type FigureKey, figureKeys, type LiasseCode, liasseCodes, type StatementLine } from './figure-keys.schema.ts'
import { figureDefinitions } from './figures.rules.ts'
import { liasse } from './liasse.rules.ts'

/** What a table says of a statement beside its lines. */
const metaFields = ['siren', 'customer', 'closedOn', 'months', 'currency', 'source', 'audited', 'consolidated'] as const
export type MetaField = (typeof metaFields)[number]

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const metaNames: Record<MetaField, string> = {
  siren: 'siren|siret|n siren|n siret|numero siren|company number',
  customer: 'client|code client|customer|customer code',
  closedOn: 'cloture|date de cloture|cloture de l exercice|closing|closing day|closing date|closed on|year end',
  months: 'mois|duree|duree en mois|nombre de mois|months|length in months',
  currency: 'devise|monnaie|currency',
  source: 'source|origine',
  audited: 'audite|certifie|audited',
  consolidated: 'consolide|consolidated',
}

const synonyms: Partial<Record<FigureKey, string>> = {
  revenue: 'chiffre d affaires|chiffre d affaires hors taxes|ca ht|ca|turnover|revenue',
  grossOperatingSurplus: 'ebe|excedent brut d exploitation|ebitda|gross operating surplus',
  valueAdded: 'va',
  staffCosts: 'charges de personnel|personnel costs',
  financialCharges: 'charges financieres|interets|interest',
  netResult: 'resultat|benefice|net income|net profit',
  cashFlow: 'caf|capacite d autofinancement|cash flow',
  totalAssets: 'total bilan|total actif|total de l actif|balance sheet total',
  equity: 'fonds propres|total equity|shareholders equity',
  cash: 'tresorerie|cash and equivalents',
  tradePayables: 'fournisseurs|trade creditors',
  tradeReceivables: 'clients et comptes rattaches|trade debtors|receivables',
  stocks: 'stocks|inventory|inventories',
  ebit: 'operating profit|operating income',
  financialDebt: 'emprunts et dettes financieres|borrowings',
  shareCapital: 'capital',
  totalDebt: 'total dettes|endettement',
  retainedEarnings: 'reserves et report a nouveau',
  purchases: 'achats|purchases',
}

const byName = new Map<string, StatementLine>([
  ...liasseCodes.flatMap((code): [string, StatementLine][] => [
    [plain(liasse[code].fr), code],
    [plain(liasse[code].en), code],
  ]),
  ...figureKeys.flatMap((key): [string, StatementLine][] => [
    [key.toLowerCase(), key],
    [plain(figureDefinitions[key].fr), key],
    [plain(figureDefinitions[key].en), key],
    ...(synonyms[key] ?? '')
      .split('|')
      .filter((name) => name !== '')
      .map((name): [string, StatementLine] => [name, key]),
  ]),
])

const metaByName = new Map<string, MetaField>(
  metaFields.flatMap((field) => metaNames[field].split('|').map((name): [string, MetaField] => [name, field])),
)

const codes = new Set<string>(liasseCodes)
const isCode = (text: string): text is LiasseCode => codes.has(text)

/** `FL`, `FL – Chiffre d’affaires`: the box that a cell begins with. */
const codeIn = (cell: string): LiasseCode | null => {
  const first = /^([A-Z0-9]{2})(?=$|[\s.:;,)–-])/.exec(cell.trim())?.[1] ?? ''
  return isCode(first) ? first : null
}

export const metaOf = (cell: string): MetaField | null => metaByName.get(plain(cell)) ?? null

/** Whether a table speaks in boxes of the tax forms: `CA` is then a box, not the abbreviation of revenue. */
export const speaksInBoxes = (cells: readonly string[]): boolean =>
  new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== 'CA' && isCode(cell))).size >= 2

/** The line that a cell names by its box, its key or its label; null for another text. */
export const lineOf = (cell: string, inBoxes: boolean): StatementLine | null => {
  const code = codeIn(cell)
  if (code && (inBoxes || code !== 'CA')) return code
  return byName.get(plain(cell)) ?? null
}
