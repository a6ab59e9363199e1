import type { Ratio } from './financials.contract.ts'

export type Definition = {
  readonly fr: string
  readonly en: string
  readonly formulaFr: string
  readonly formulaEn: string
  readonly unit: Ratio['unit']
  readonly numerator: readonly string[]
  /** Empty for an amount. */
  readonly denominator: readonly string[]
  /** Which way is better, and from where on it is good, then fair; rules of thumb (domain 3.2). Null: no general bound. */
  readonly bounds: { readonly better: 'high' | 'low'; readonly good: string; readonly fair: string } | null
}

const high = (good: string, fair: string) => ({ better: 'high' as const, good, fair })
const low = (good: string, fair: string) => ({ better: 'low' as const, good, fair })

const ratio = (
  unit: Definition['unit'],
  [fr, formulaFr]: [string, string],
  [en, formulaEn]: [string, string],
  numerator: string,
  denominator: string,
  bounds: Definition['bounds'],
): Definition => ({
  unit,
  fr,
  formulaFr,
  en,
  formulaEn,
  numerator: numerator.split(' '),
  denominator: denominator === '' ? [] : denominator.split(' '),
  bounds,
})

const FRNG = 'stableResources -fixedAssets'
const BFR = 'stocks tradeReceivables otherCurrentAssets -tradePayables -otherPayables'
const NET_CASH =
  'stableResources -fixedAssets -stocks -tradeReceivables -otherCurrentAssets tradePayables otherPayables'

export const ratioDefinitions = {
  frng: ratio(
    'amount',
    ['Fonds de roulement net global', 'Ressources stables − actif immobilisé brut'],
    ['Working capital', 'Stable resources − gross fixed assets'],
    FRNG,
    '',
    high('0', '0'),
  ),
  bfr: ratio(
    'amount',
    ['Besoin en fonds de roulement', 'Stocks + créances + autres actifs circulants − dettes circulantes'],
    ['Working capital need', 'Stocks + receivables + other current assets − trade and other current payables'],
    BFR,
    '',
    null,
  ),
  netCash: ratio(
    'amount',
    ['Trésorerie nette', 'FRNG − BFR'],
    ['Net cash', 'Working capital − working capital need'],
    NET_CASH,
    '',
    high('0', '0'),
  ),
  currentRatio: ratio(
    'times',
    ['Liquidité générale', 'Actif circulant / dettes à moins d’un an'],
    ['Current ratio', 'Current assets / current liabilities'],
    'currentAssets',
    'currentLiabilities',
    high('1.2', '1'),
  ),
  quickRatio: ratio(
    'times',
    ['Liquidité réduite', '(Actif circulant − stocks) / dettes à moins d’un an'],
    ['Quick ratio', '(Current assets − stocks) / current liabilities'],
    'currentAssets -stocks',
    'currentLiabilities',
    high('0.8', '0.5'),
  ),
  cashRatio: ratio(
    'times',
    ['Liquidité immédiate', 'Disponibilités / dettes à moins d’un an'],
    ['Cash ratio', 'Cash / current liabilities'],
    'cash',
    'currentLiabilities',
    high('0.2', '0.1'),
  ),
  equityRatio: ratio(
    'percent',
    ['Autonomie financière', 'Capitaux propres / total du bilan'],
    ['Equity ratio', 'Equity / total assets'],
    'equity',
    'totalAssets',
    high('25', '20'),
  ),
  gearing: ratio(
    'times',
    ['Taux d’endettement net (gearing)', '(Dettes financières − disponibilités) / capitaux propres'],
    ['Gearing', '(Financial debt − cash) / equity'],
    'financialDebt -cash',
    'equity',
    low('1', '2'),
  ),
  debtToEbitda: ratio(
    'times',
    ['Dette nette / EBE', '(Dettes financières − disponibilités) / EBE'],
    ['Net debt / EBITDA', '(Financial debt − cash) / EBITDA'],
    'financialDebt -cash',
    'grossOperatingSurplus',
    low('3', '4'),
  ),
  repaymentCapacity: ratio(
    'years',
    ['Capacité de remboursement', 'Dettes financières / CAF'],
    ['Repayment capacity', 'Financial debt / cash flow'],
    'financialDebt',
    'cashFlow',
    low('3', '4'),
  ),
  interestCover: ratio(
    'times',
    ['Couverture des frais financiers', 'Résultat d’exploitation / frais financiers'],
    ['Interest cover', 'EBIT / interest'],
    'ebit',
    'financialCharges',
    high('3', '1'),
  ),
  financialWeight: ratio(
    'percent',
    ['Poids des frais financiers', 'Frais financiers / chiffre d’affaires'],
    ['Weight of financial charges', 'Interest / revenue'],
    'financialCharges',
    'revenue',
    low('3', '5'),
  ),
  ebitdaMargin: ratio(
    'percent',
    ['Taux de marge d’EBE', 'EBE / chiffre d’affaires HT'],
    ['EBITDA margin', 'EBITDA / revenue excl. VAT'],
    'grossOperatingSurplus',
    'revenue',
    null,
  ),
  netMargin: ratio(
    'percent',
    ['Taux de marge nette', 'Résultat net / chiffre d’affaires HT'],
    ['Net margin', 'Net result / revenue excl. VAT'],
    'netResult',
    'revenue',
    null,
  ),
  staffShare: ratio(
    'percent',
    ['Part du personnel dans la valeur ajoutée', 'Frais de personnel / valeur ajoutée'],
    ['Staff share', 'Staff costs / value added'],
    'staffCosts',
    'valueAdded',
    low('70', '75'),
  ),
  returnOnEquity: ratio(
    'percent',
    ['Rentabilité des capitaux propres', 'Résultat net / capitaux propres'],
    ['Return on equity', 'Net result / equity'],
    'netResult',
    'equity',
    null,
  ),
  customerDays: ratio(
    'days',
    ['Délai clients', 'Créances clients TTC / chiffre d’affaires TTC × 360'],
    ['Customer days', 'Receivables incl. VAT / revenue incl. VAT × 360'],
    'tradeReceivables',
    'revenueTaxIncluded',
    null,
  ),
  supplierDays: ratio(
    'days',
    ['Délai fournisseurs', 'Dettes fournisseurs TTC / achats TTC × 360'],
    ['Supplier days', 'Payables incl. VAT / purchases incl. VAT × 360'],
    'tradePayables',
    'purchasesTaxIncluded',
    low('60', '75'),
  ),
  stockDays: ratio(
    'days',
    ['Rotation des stocks', 'Stocks / coût d’achat consommé × 360'],
    ['Stock days', 'Stocks / cost of goods × 360'],
    'stocks',
    'costOfGoods',
    null,
  ),
  taxAndSocialWeight: ratio(
    'percent',
    ['Poids des dettes fiscales et sociales', 'Dettes fiscales et sociales / valeur ajoutée'],
    ['Tax and social debt weight', 'Tax and social debts / value added'],
    'taxAndSocialDebts',
    'valueAdded',
    null,
  ),
  equityToCapital: ratio(
    'percent',
    ['Capitaux propres / capital social', 'Capitaux propres / capital social\u202f; perte de la moitié sous 50\u202f%'],
    ['Equity / share capital', 'Equity / share capital; half of it is lost below 50%'],
    'equity',
    'shareCapital',
    high('100', '50'),
  ),
} satisfies Record<string, Definition>

export type RatioCode = keyof typeof ratioDefinitions
export const ratioCodes = Object.keys(ratioDefinitions) as RatioCode[]

/** Ratios without a general bound whose direction still says something. */
export const BETTER: Partial<Record<RatioCode, 'high' | 'low'>> = {
  ebitdaMargin: 'high',
  netMargin: 'high',
  returnOnEquity: 'high',
  taxAndSocialWeight: 'low',
}
