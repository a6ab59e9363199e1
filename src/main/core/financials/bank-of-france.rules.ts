import type { ScoreModel } from './score.model.rules.ts'

/**
 * Banque de France function of 1982–83, kept as a reference: 100 Z = −1.255 X1 + 2.003 X2 − 0.824 X3 + 5.221 X4 −
 * 0.689 X5 − 1.164 X6 + 0.706 X7 + 1.408 X8 − 85.544, ratios in percent (domain 3.3).
 */
export const bankOfFrance: ScoreModel = {
  code: 'bdf',
  fr: 'Banque de France (1982, historique)',
  en: 'Banque de France (1982, historical)',
  terms: [
    {
      code: 'X1',
      fr: 'Frais financiers / résultat économique brut',
      en: 'Financial charges / gross operating surplus',
      numerator: ['financialCharges'],
      denominator: ['grossOperatingSurplus'],
      coefficient: '-1.255',
    },
    {
      code: 'X2',
      fr: 'Ressources stables / capitaux investis',
      en: 'Stable resources / capital invested',
      numerator: ['stableResources'],
      denominator: ['investedCapital'],
      coefficient: '2.003',
    },
    {
      code: 'X3',
      fr: 'CAF / endettement',
      en: 'Cash flow / debt',
      numerator: ['cashFlow'],
      denominator: ['totalDebt'],
      coefficient: '-0.824',
    },
    {
      code: 'X4',
      fr: 'Résultat économique brut / chiffre d’affaires HT',
      en: 'Gross operating surplus / revenue excl. VAT',
      numerator: ['grossOperatingSurplus'],
      denominator: ['revenue'],
      coefficient: '5.221',
    },
    {
      code: 'X5',
      fr: 'Dettes commerciales / achats TTC',
      en: 'Trade payables / purchases incl. VAT',
      numerator: ['tradePayables'],
      denominator: ['purchasesTaxIncluded'],
      coefficient: '-0.689',
    },
    {
      code: 'X6',
      fr: 'Variation de la valeur ajoutée',
      en: 'Growth of value added',
      numerator: ['valueAdded', '-valueAddedBefore'],
      denominator: ['valueAddedBefore'],
      coefficient: '-1.164',
    },
    {
      code: 'X7',
      fr: '(Stocks et encours − avances clients + créances clients) / production TTC',
      en: '(Stocks and work in progress − customer advances + receivables) / production incl. VAT',
      numerator: ['stocks', '-customerAdvances', 'tradeReceivables'],
      denominator: ['productionTaxIncluded'],
      coefficient: '0.706',
    },
    {
      code: 'X8',
      fr: 'Investissement / valeur ajoutée',
      en: 'Investment / value added',
      numerator: ['investment'],
      denominator: ['valueAdded'],
      coefficient: '1.408',
    },
  ],
  constant: '-85.544',
  scale: '0.01',
  percent: true,
  places: 3,
  zones: [
    { class: 'normal', fr: 'Normale', en: 'Normal', from: '0.125', inclusive: false, probability: null },
    { class: 'uncertain', fr: 'Incertaine', en: 'Uncertain', from: '-0.250', inclusive: true, probability: null },
    { class: 'at-risk', fr: 'À risque', en: 'At risk', from: null, inclusive: false, probability: null },
  ],
  caution: {
    fr: 'Fonction de 1982, d’intérêt historique\u202f: à titre de comparaison seulement. Ce n’est pas la cotation de la Banque de France.',
    en: 'A function of 1982, of historical interest: for comparison only. It is not the rating of the Banque de France.',
  },
  revenueRange: null,
}
