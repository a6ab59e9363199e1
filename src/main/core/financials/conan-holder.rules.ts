import type { ScoreModel } from './score.model.rules.ts'

/**
 * Conan and Holder, 1979: N = 24 R1 + 22 R2 + 16 R3 − 87 R4 − 10 R5 (domain 3.3). The version with 0.24, 0.22, 0.16,
 * 0.87 and 0.10 is N / 100; other thresholds circulate.
 */
export const conanHolder: ScoreModel = {
  code: 'conan-holder',
  fr: 'Conan et Holder',
  en: 'Conan and Holder',
  terms: [
    {
      code: 'R1',
      fr: 'EBE / endettement total',
      en: 'Gross operating surplus / total debt',
      numerator: ['grossOperatingSurplus'],
      denominator: ['totalDebt'],
      coefficient: '24',
    },
    {
      code: 'R2',
      fr: 'Capitaux permanents / total du bilan',
      en: 'Permanent capital / total assets',
      numerator: ['permanentCapital'],
      denominator: ['totalAssets'],
      coefficient: '22',
    },
    {
      code: 'R3',
      fr: 'Réalisable et disponible / total du bilan',
      en: 'Receivables and cash / total assets',
      numerator: ['receivablesAndCash'],
      denominator: ['totalAssets'],
      coefficient: '16',
    },
    {
      code: 'R4',
      fr: 'Frais financiers / chiffre d’affaires HT',
      en: 'Financial charges / revenue excl. VAT',
      numerator: ['financialCharges'],
      denominator: ['revenue'],
      coefficient: '-87',
    },
    {
      code: 'R5',
      fr: 'Frais de personnel / valeur ajoutée',
      en: 'Staff costs / value added',
      numerator: ['staffCosts'],
      denominator: ['valueAdded'],
      coefficient: '-10',
    },
  ],
  constant: '0',
  scale: '1',
  percent: false,
  places: 2,
  zones: [
    {
      class: 'very-good',
      fr: 'Très bonne',
      en: 'Very good',
      from: '16',
      inclusive: false,
      probability: { above: null, below: 10 },
    },
    { class: 'good', fr: 'Bonne', en: 'Good', from: '9', inclusive: true, probability: { above: 10, below: 30 } },
    { class: 'alert', fr: 'Alerte', en: 'Alert', from: '4', inclusive: true, probability: { above: 30, below: 65 } },
    {
      class: 'danger',
      fr: 'Danger',
      en: 'Danger',
      from: '-5',
      inclusive: true,
      probability: { above: 65, below: null },
    },
    {
      class: 'failing',
      fr: 'Défaillance',
      en: 'Failing',
      from: null,
      inclusive: false,
      probability: { above: 90, below: null },
    },
  ],
  caution: {
    fr: 'Établi en 1979 sur des PME industrielles françaises de 10 à 500 salariés. Certaines publications divisent le score par 100 ou emploient d’autres seuils.',
    en: 'Fitted in 1979 on French industrial firms of 10 to 500 staff. Some publications divide the score by 100 or use other thresholds.',
  },
  revenueRange: { from: 1_500_000, to: 75_000_000 },
}
