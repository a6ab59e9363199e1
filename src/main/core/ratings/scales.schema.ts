export const providers = ['dnb', 'experian', 'creditsafe', 'altares', 'ellisphere', 'bdf', 'other'] as const
export type Provider = (typeof providers)[number]

type Named = { fr: string; en: string }

/** From and to are inclusive and on the provider's own scale. `risk` orders bands for their colour, 1 the lowest. */
export type Band = Named & { from: number; to: number; risk: 1 | 2 | 3 | 4 | 5 }
export type Grade = Named & { grade: string; risk: 1 | 2 | 3 | 4 | 5 }

/**
 * A scale as its provider publishes it: for display, never to work a value out. `better` tells which end is good.
 */
export type Scale = Named & {
  code: string
  provider: Provider
  better: 'high' | 'low'
  /** Of a scale of numbers: its ends. */
  min?: number
  max?: number
  bands?: readonly Band[]
  /** Of a scale of letters and signs: what a value must look like, and the part of it that is the grade. */
  pattern?: RegExp
  grades?: readonly Grade[]
  /** Values beside the scale, with what they mean. */
  beside?: readonly (Named & { value: string })[]
}

const LOW = { fr: 'Risque faible', en: 'Low risk', risk: 1 } as const
const MEDIUM = { fr: 'Risque moyen', en: 'Medium risk', risk: 3 } as const
const HIGH = { fr: 'Risque élevé', en: 'High risk', risk: 5 } as const

/** Sources and doubts: domain.md 3.4. A scale without bands has none that could be confirmed. */
export const scales: readonly Scale[] = [
  {
    code: 'dnb-paydex',
    provider: 'dnb',
    fr: 'PAYDEX (indice de paiement)',
    en: 'PAYDEX (payment index)',
    better: 'high',
    min: 0,
    max: 100,
    bands: [
      { from: 80, to: 100, ...LOW },
      { from: 50, to: 79, ...MEDIUM },
      { from: 0, to: 49, ...HIGH },
    ],
    beside: [{ value: 'UN', fr: 'Non disponible', en: 'Unavailable' }],
  },
  {
    code: 'dnb-failure-percentile',
    provider: 'dnb',
    fr: 'Failure Score, centile national',
    en: 'Failure Score, national percentile',
    better: 'high',
    min: 1,
    max: 100,
  },
  {
    code: 'dnb-failure-class',
    provider: 'dnb',
    fr: 'Failure Score, classe',
    en: 'Failure Score, class',
    better: 'low',
    min: 1,
    max: 5,
  },
  {
    code: 'dnb-delinquency-percentile',
    provider: 'dnb',
    fr: 'Delinquency Score, centile national',
    en: 'Delinquency Score, national percentile',
    better: 'high',
    min: 1,
    max: 100,
  },
  {
    code: 'dnb-delinquency-class',
    provider: 'dnb',
    fr: 'Delinquency Score, classe',
    en: 'Delinquency Score, class',
    better: 'low',
    min: 1,
    max: 5,
  },
  {
    code: 'dnb-rating',
    provider: 'dnb',
    fr: 'D&B Rating (surface financière et indicateur de risque)',
    en: 'D&B Rating (financial strength and risk indicator)',
    better: 'low',
    pattern: /^(?:[1-5]A{1,2}|[A-H]{1,2}|N|O|NB) ?([1-4-])$|^(NQ)$/,
    grades: [
      { grade: '1', fr: 'Risque minimal', en: 'Minimal risk', risk: 1 },
      { grade: '2', fr: 'Risque faible', en: 'Low risk', risk: 2 },
      { grade: '3', fr: 'Risque supérieur à la moyenne', en: 'Slightly greater than average risk', risk: 3 },
      { grade: '4', fr: 'Risque significatif', en: 'Significant risk', risk: 5 },
    ],
    beside: [
      { value: '-', fr: 'Informations insuffisantes', en: 'Insufficient information' },
      { value: 'NQ', fr: 'A cessé son activité', en: 'Out of business' },
    ],
  },
  {
    code: 'creditsafe',
    provider: 'creditsafe',
    fr: 'Score Creditsafe',
    en: 'Creditsafe score',
    better: 'high',
    min: 0,
    max: 100,
    bands: [
      { from: 71, to: 100, fr: 'Risque très faible', en: 'Very low risk', risk: 1 },
      { from: 51, to: 70, fr: 'Risque faible', en: 'Low risk', risk: 2 },
      { from: 30, to: 50, fr: 'Risque modéré', en: 'Moderate risk', risk: 3 },
      { from: 21, to: 29, fr: 'Risque élevé', en: 'High risk', risk: 4 },
      { from: 0, to: 20, fr: 'Risque très élevé', en: 'Very high risk', risk: 5 },
    ],
    beside: [{ value: 'E', fr: 'Non notée', en: 'Not rated' }],
  },
  {
    code: 'experian-intelliscore',
    provider: 'experian',
    fr: 'Intelliscore Plus (1 à 100)',
    en: 'Intelliscore Plus (1 to 100)',
    better: 'high',
    min: 1,
    max: 100,
    bands: [
      { from: 76, to: 100, ...LOW },
      { from: 51, to: 75, fr: 'Risque faible à moyen', en: 'Low to medium risk', risk: 2 },
      { from: 26, to: 50, ...MEDIUM },
      { from: 11, to: 25, fr: 'Risque moyen à élevé', en: 'Medium to high risk', risk: 4 },
      { from: 1, to: 10, ...HIGH },
    ],
  },
  {
    code: 'experian-intelliscore-v3',
    provider: 'experian',
    fr: 'Intelliscore Plus V3 (300 à 850)',
    en: 'Intelliscore Plus V3 (300 to 850)',
    better: 'high',
    min: 300,
    max: 850,
  },
  {
    code: 'experian-delphi',
    provider: 'experian',
    fr: 'Commercial Delphi, Royaume-Uni (0 à 100)',
    en: 'Commercial Delphi, United Kingdom (0 to 100)',
    better: 'high',
    min: 0,
    max: 100,
    // The bands between 2 and 50 are not confirmed.
    bands: [
      { from: 91, to: 100, fr: 'A', en: 'A', risk: 1 },
      { from: 81, to: 90, fr: 'B', en: 'B', risk: 2 },
      { from: 51, to: 80, fr: 'C', en: 'C', risk: 3 },
      { from: 1, to: 1, fr: 'Demande de liquidation', en: 'Winding-up petition', risk: 5 },
      { from: 0, to: 0, fr: 'Défaillante', en: 'Failed', risk: 5 },
    ],
  },
  {
    code: 'bdf-2022',
    provider: 'bdf',
    fr: 'Cotation Banque de France (depuis le 8 janvier 2022)',
    en: 'Banque de France rating (since 8 January 2022)',
    better: 'low',
    pattern: /^[A-HJ-NX] ?([1-6][+-]?|[78]|P|0)$/,
    grades: [
      { grade: '1+', fr: 'Excellente ++', en: 'Excellent ++', risk: 1 },
      { grade: '1', fr: 'Excellente +', en: 'Excellent +', risk: 1 },
      { grade: '1-', fr: 'Excellente', en: 'Excellent', risk: 1 },
      { grade: '2+', fr: 'Très satisfaisante ++', en: 'Very satisfactory ++', risk: 1 },
      { grade: '2', fr: 'Très satisfaisante +', en: 'Very satisfactory +', risk: 1 },
      { grade: '2-', fr: 'Très satisfaisante', en: 'Very satisfactory', risk: 1 },
      { grade: '3+', fr: 'Forte ++', en: 'Strong ++', risk: 2 },
      { grade: '3', fr: 'Forte +', en: 'Strong +', risk: 2 },
      { grade: '3-', fr: 'Forte', en: 'Strong', risk: 2 },
      { grade: '4+', fr: 'Bonne +', en: 'Good +', risk: 2 },
      { grade: '4', fr: 'Bonne', en: 'Good', risk: 2 },
      { grade: '4-', fr: 'Intermédiaire +', en: 'Intermediate +', risk: 3 },
      { grade: '5+', fr: 'Intermédiaire -', en: 'Intermediate -', risk: 3 },
      { grade: '5', fr: 'Fragile', en: 'Fragile', risk: 4 },
      { grade: '5-', fr: 'Assez faible', en: 'Rather weak', risk: 4 },
      { grade: '6+', fr: 'Très faible', en: 'Very weak', risk: 5 },
      { grade: '6', fr: 'Menacée', en: 'Threatened', risk: 5 },
    ],
  },
  {
    // An old 4 is now between 3+ and 4+: the two scales are never mixed.
    code: 'bdf-2021',
    provider: 'bdf',
    fr: 'Cotation Banque de France (ancienne échelle, jusqu’en 2022)',
    en: 'Banque de France rating (old scale, until 2022)',
    better: 'low',
    pattern: /^[A-HJ-NX] ?(3\+\+|3\+|3|4\+|4|5\+|5|6|7|8|9|P|0)$/,
  },
]

/** A scale that the program does not know: the report names it, and its ends. */
export const OWN_SCALE = 'own'
