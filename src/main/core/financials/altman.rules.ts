import type { ScoreModel, ScoreTerm, ScoreZone } from './score.model.rules.ts'

const terms = {
  X1: {
    fr: 'Fonds de roulement / total de l’actif',
    en: 'Working capital / total assets',
    numerator: ['workingCapital'],
    denominator: ['totalAssets'],
  },
  X2: {
    fr: 'Réserves et report à nouveau / total de l’actif',
    en: 'Retained earnings / total assets',
    numerator: ['retainedEarnings'],
    denominator: ['totalAssets'],
  },
  X3: {
    fr: 'Résultat d’exploitation / total de l’actif',
    en: 'EBIT / total assets',
    numerator: ['ebit'],
    denominator: ['totalAssets'],
  },
  X4: {
    fr: 'Capitaux propres / total des dettes',
    en: 'Book equity / total liabilities',
    numerator: ['equity'],
    denominator: ['totalLiabilities'],
  },
  X5: {
    fr: 'Chiffre d’affaires / total de l’actif',
    en: 'Sales / total assets',
    numerator: ['sales'],
    denominator: ['totalAssets'],
  },
} as const

const weighted = (coefficients: Partial<Record<keyof typeof terms, string>>): ScoreTerm[] =>
  (Object.keys(coefficients) as (keyof typeof terms)[]).map((code) => ({
    code,
    ...terms[code],
    coefficient: coefficients[code] as string,
  }))

const zones = (grey: string, safe: string): ScoreZone[] => [
  { class: 'safe', fr: 'Zone saine', en: 'Safe', from: safe, inclusive: false, probability: null },
  { class: 'grey', fr: 'Zone grise', en: 'Grey', from: grey, inclusive: true, probability: null },
  { class: 'distress', fr: 'Zone de détresse', en: 'Distress', from: null, inclusive: false, probability: null },
]

const shared = { scale: '1', percent: false, places: 2, revenueRange: null } as const

/** Altman Z′ for private manufacturers: 0.717 X1 + 0.847 X2 + 3.107 X3 + 0.420 X4 + 0.998 X5 (domain 3.3). */
export const altmanZ1: ScoreModel = {
  ...shared,
  code: 'altman-z1',
  fr: 'Altman Z′ (industrie)',
  en: 'Altman Z′ (manufacturing)',
  terms: weighted({ X1: '0.717', X2: '0.847', X3: '3.107', X4: '0.420', X5: '0.998' }),
  constant: '0',
  zones: zones('1.23', '2.90'),
  caution: {
    fr: 'Pour les sociétés industrielles non cotées\u202f: les capitaux propres sont ceux du bilan, non la valeur boursière du Z d’origine.',
    en: 'For unlisted manufacturers: equity is that of the balance sheet, not the market value of the original Z.',
  },
}

const z2 = weighted({ X1: '6.56', X2: '3.26', X3: '6.72', X4: '1.05' })

/** Altman Z″ for private firms that do not manufacture: 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4 (domain 3.3). */
export const altmanZ2: ScoreModel = {
  ...shared,
  code: 'altman-z2',
  fr: 'Altman Z″ (hors industrie)',
  en: 'Altman Z″ (non-manufacturing)',
  terms: z2,
  constant: '0',
  zones: zones('1.10', '2.60'),
  caution: {
    fr: 'Pour les sociétés non cotées hors industrie. La constante 3,25 appartient à la version des marchés émergents.',
    en: 'For unlisted firms that do not manufacture. The constant 3.25 belongs to the emerging-markets version.',
  },
}

/** The same with 3.25 added, for emerging markets; its thresholds move with it (domain 3.3). */
export const altmanEm: ScoreModel = {
  ...shared,
  code: 'altman-em',
  fr: 'Altman Z″ (marchés émergents)',
  en: 'Altman Z″ (emerging markets)',
  terms: z2,
  constant: '3.25',
  zones: zones('4.35', '5.85'),
  caution: {
    fr: 'Le Z″ augmenté de 3,25\u202f: les seuils sont 4,35 et 5,85. Avec ceux du Z″, toute entreprise fragile paraîtrait saine.',
    en: 'Z″ with 3.25 added: its thresholds are 4.35 and 5.85. With those of Z″ every weak firm would look safe.',
  },
}
