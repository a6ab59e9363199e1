import type { Minor } from '../kernel/money.ts'
import { type CheckFailure, soundnessOf } from './checks.rules.ts'
import { type FigureKey, figureKeys, type StatementLine } from './figure-keys.schema.ts'

export type Lines = Readonly<Partial<Record<string, Minor>>>

/** Amount of a figure and where it comes from: `entered`, or the boxes added up. */
export type Figure = { amount: Minor; origin: string }
export type Figures = Partial<Record<FigureKey, Figure>>

type Definition = {
  readonly fr: string
  readonly en: string
  /** Of the balance sheet: it does not grow with the length of the year. */
  readonly balance: boolean
  /**
   * How it is worked out where it is not entered, the first that can be. Terms are boxes of the forms or other figures,
   * taken off behind a minus; one that ends in `?` counts as nothing where it is blank.
   */
  readonly from: readonly string[]
}

const flow = (fr: string, en: string, ...from: string[]): Definition => ({ fr, en, balance: false, from })
const stock = (fr: string, en: string, ...from: string[]): Definition => ({ fr, en, balance: true, from })

/** Figures by name: forms 2050 (assets), 2051 (liabilities), 2052 and 2053 (profit and loss). */
export const figureDefinitions: Readonly<Record<FigureKey, Definition>> = {
  revenue: flow('Chiffre d’affaires HT', 'Revenue excl. VAT', 'FL', 'FC? FF? FI?'),
  sales: flow('Ventes', 'Sales', 'revenue'),
  purchases: flow('Achats et charges externes HT', 'Purchases and external charges excl. VAT', 'FS? FU? FW?'),
  costOfGoods: flow('Coût d’achat consommé', 'Cost of goods', 'FS? FT? FU? FV?'),
  valueAdded: flow('Valeur ajoutée', 'Value added', 'FL FM? FN? -FS? -FT? -FU? -FV? -FW'),
  staffCosts: flow('Frais de personnel', 'Staff costs', 'FY FZ?'),
  grossOperatingSurplus: flow(
    'Excédent brut d’exploitation (EBE)',
    'Gross operating surplus (EBITDA)',
    'FL FM? FN? FO? -FS? -FT? -FU? -FV? -FW -FX? -FY? -FZ?',
  ),
  ebit: flow('Résultat d’exploitation', 'EBIT', 'GG', 'FR -GF'),
  financialCharges: flow('Frais financiers', 'Financial charges', 'GR', 'GU', 'GP? -GV'),
  netResult: flow('Résultat net', 'Net result', 'HN', 'DI'),
  cashFlow: flow(
    'Capacité d’autofinancement (CAF)',
    'Cash flow',
    'HN GA GB? GC? GD? GQ? HG? HF? A1? -FP? -GM? -HC? -HB?',
  ),
  investment: flow('Investissement de l’exercice', 'Investment of the year'),
  revenueTaxIncluded: flow('Chiffre d’affaires TTC', 'Revenue incl. VAT'),
  purchasesTaxIncluded: flow('Achats TTC', 'Purchases incl. VAT'),
  productionTaxIncluded: flow('Production TTC', 'Production incl. VAT'),
  totalAssets: stock('Total du bilan', 'Total assets', 'EE', 'CO -1A?', 'equity totalLiabilities'),
  fixedAssets: stock('Actif immobilisé brut', 'Gross fixed assets', 'BJ'),
  stocks: stock('Stocks et encours', 'Stocks and work in progress', 'BL? BN? BP? BR? BT? -BM? -BO? -BQ? -BS? -BU?'),
  tradeReceivables: stock('Créances clients', 'Trade receivables', 'BX -BY?'),
  otherReceivables: stock('Autres créances', 'Other receivables', 'BZ CB? -CA? -CC?'),
  otherCurrentAssets: stock(
    'Autres actifs circulants',
    'Other current assets',
    'BV? BZ? CB? CH? -BW? -CA? -CC? -CI?',
    'otherReceivables',
  ),
  cash: stock('Disponibilités', 'Cash', 'CD? CF -CE? -CG?'),
  receivablesAndCash: stock(
    'Réalisable et disponible',
    'Receivables and cash',
    'BX BZ? CB? CD? CF? -BY? -CA? -CC? -CE? -CG?',
    'currentAssets -stocks',
    'tradeReceivables otherReceivables cash',
  ),
  currentAssets: stock('Actif circulant', 'Current assets', 'CJ -CK?', 'stocks receivablesAndCash'),
  equity: stock('Capitaux propres', 'Equity', 'DL', 'totalAssets -totalLiabilities'),
  shareCapital: stock('Capital social', 'Share capital', 'DA'),
  retainedEarnings: stock(
    'Réserves, report à nouveau et résultat non distribué',
    'Retained earnings',
    'DD? DE? DF? DG? DH? DI?',
  ),
  longTermDebt: stock('Dettes à plus d’un an', 'Debt due after a year', 'EC -EG', 'DS? DT? DU DV? -EH?'),
  permanentCapital: stock(
    'Capitaux permanents',
    'Permanent capital',
    'DL DO? DR? EC -EG',
    'DL DO? DR? DS? DT? DU DV? -EH?',
    'equity longTermDebt',
  ),
  stableResources: stock(
    'Ressources stables',
    'Stable resources',
    'DL DO? DR? BK DS? DT? DU? DV? -EH?',
    'DL DO? DR? BK EC -EG',
  ),
  investedCapital: stock(
    'Capitaux investis (immobilisations brutes et BFR)',
    'Capital invested (gross fixed assets and working capital need)',
    'fixedAssets stocks tradeReceivables otherCurrentAssets -tradePayables -otherPayables',
  ),
  financialDebt: stock('Dettes financières', 'Financial debt', 'DS? DT? DU? DV?'),
  tradePayables: stock('Dettes fournisseurs', 'Trade payables', 'DX'),
  customerAdvances: stock('Avances reçues des clients', 'Customer advances', 'DW'),
  taxAndSocialDebts: stock('Dettes fiscales et sociales', 'Tax and social debts', 'DY'),
  otherPayables: stock('Autres dettes circulantes', 'Other current payables', 'DW? DY? DZ? EA? EB?'),
  currentLiabilities: stock('Dettes à moins d’un an', 'Current liabilities', 'EG', 'DW? DX DY? DZ? EA? EB? EH?'),
  totalDebt: stock('Endettement total', 'Total debt', 'EC'),
  totalLiabilities: stock(
    'Total des dettes (passif hors capitaux propres)',
    'Total liabilities',
    'EE -DL',
    'totalAssets -equity',
  ),
  workingCapital: stock(
    'Fonds de roulement (actif circulant − dettes à moins d’un an)',
    'Working capital (current assets − current liabilities)',
    'currentAssets -currentLiabilities',
  ),
}

type Term = { line: StatementLine; sign: 1 | -1; optional: boolean }

const termsOf = (formula: string): Term[] =>
  formula.split(' ').map((word) => ({
    line: word.replace(/^-|\?$/g, '') as StatementLine,
    sign: word.startsWith('-') ? -1 : 1,
    optional: word.endsWith('?'),
  }))

const formulas = Object.fromEntries(figureKeys.map((key) => [key, figureDefinitions[key].from.map(termsOf)])) as Record<
  FigureKey,
  Term[][]
>

const isFigure = (line: string): line is FigureKey => line in figureDefinitions

const tell = (terms: readonly Term[]): string =>
  terms.map(({ line, sign }, place) => (sign < 0 ? `− ${line}` : place === 0 ? line : `+ ${line}`)).join(' ')

/**
 * The figures of a statement: those entered, and those its lines give. A figure made of lines that are incomplete, or
 * miss their own total, is left out; `failures` names those totals.
 */
export const figuresOf = (lines: Lines, tolerance: Minor): { figures: Figures; failures: CheckFailure[] } => {
  const { failures, mayAdd } = soundnessOf(lines, tolerance)
  const known = new Map<FigureKey, Figure | null>()

  const amountOf = (line: StatementLine): Minor | undefined => (isFigure(line) ? resolve(line)?.amount : lines[line])

  const evaluate = (terms: readonly Term[]): Figure | null => {
    const found = terms.map((term) => ({ ...term, amount: amountOf(term.line) }))
    const present = found.filter(({ amount }) => amount !== undefined)
    if (present.length === 0 || found.some(({ amount, optional }) => amount === undefined && !optional)) return null
    if (!mayAdd(terms)) return null
    return {
      amount: present.reduce((sum, { sign, amount }) => sum + sign * (amount as Minor), 0),
      origin: tell(present),
    }
  }

  const resolve = (key: FigureKey): Figure | null => {
    const before = known.get(key)
    if (before !== undefined) return before
    // Two figures may be made of each other: asked for again on the way, it is not known.
    known.set(key, null)
    const entered = lines[key]
    let figure: Figure | null = entered === undefined ? null : { amount: entered, origin: 'entered' }
    for (const terms of formulas[key]) figure ??= evaluate(terms)
    if (figure) known.set(key, figure)
    else known.delete(key)
    return figure
  }

  const figures: Figures = {}
  for (const key of figureKeys) {
    const figure = resolve(key)
    if (figure) figures[key] = figure
  }
  return { figures, failures }
}
