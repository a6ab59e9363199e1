import type { Day } from '../kernel/day.ts'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'
import { defaultCreditPolicy } from '../policy/default-credit-policy.ts'
import { defaultPolicy } from '../policy/default-policy.ts'
import type { PolicyContent } from '../policy/policy.contract.ts'
import { HELENE, KARIM, PHILIPPE } from './demo.staff.ts'

const ACTIONS: Record<'fr' | 'en', CreditPolicy['actions']> = {
  fr: [
    'Conditions normales, limite revue une fois par an.',
    'Conditions normales, relance au premier retard.',
    'Appel dès dix jours de retard, comptes annuels demandés chaque année.',
    'Accord du responsable crédit à chaque commande, acompte de 30 %.',
    'Paiement à la commande.',
  ],
  en: [
    'Usual terms, limit reviewed once a year.',
    'Usual terms, reminded at the first delay.',
    'Telephone call after ten days late, annual accounts asked for every year.',
    'Each order agreed by the credit manager, 30 % in advance.',
    'Payment with the order.',
  ],
}

/** The first policy: what is usual, and everybody of the credit desk decides. */
export const firstPolicy = (language: 'fr' | 'en'): PolicyContent => ({
  ...defaultPolicy,
  charges: { lateRate: null, dayCount: 'act/365', rateFollows: 'law', discount: { percent: '2', days: 15 } },
  credit: {
    ...defaultCreditPolicy,
    late: { minimum: 10_000, warnDays: 20, refuseDays: 60 },
    newCustomers: { months: 6, ceiling: 300_000 },
    actions: ACTIONS[language],
  },
})

/** Absences of those who decide, with who stands in. */
const deputiesFor = (visitor: string): { person: string; deputy: string; from: Day; until: Day }[] => [
  { person: HELENE, deputy: KARIM, from: '2026-07-27', until: '2026-08-21' },
  { person: HELENE, deputy: visitor, from: '2026-12-21', until: '2027-01-02' },
  { person: PHILIPPE, deputy: HELENE, from: '2026-11-09', until: '2026-11-27' },
]

/**
 * The policy in force: an authority matrix by class, four eyes, shorter delays. Whoever made the demo has an authority of
 * their own between the collector's and the credit manager's, so that something can be decided by them and something not.
 */
export const secondPolicy = (language: 'fr' | 'en', visitor: string): PolicyContent => {
  const first = firstPolicy(language)
  return {
    ...first,
    credit: {
      ...first.credit,
      late: { minimum: 10_000, warnDays: 15, refuseDays: 45 },
      reviewMonths: [18, 12, 9, 6, 3],
      supplierDays: 52,
      authority: [
        { person: KARIM, ceilings: [800_000, 600_000, 400_000, 200_000, 0] },
        { person: visitor, ceilings: [1_500_000, 1_500_000, 1_200_000, 800_000, 300_000] },
        { person: HELENE, ceilings: [4_000_000, 4_000_000, 3_000_000, 2_000_000, 1_000_000] },
        { person: PHILIPPE, ceilings: [15_000_000, 15_000_000, 10_000_000, 5_000_000, 3_000_000] },
      ],
      deputies: deputiesFor(visitor),
      fourEyesFrom: 2_000_000,
    },
  }
}
