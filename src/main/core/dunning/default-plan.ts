import type { LevelInput, PlanInput } from './dunning.plan.schema.ts'

const NAMES = {
  fr: { courtesy: 'Contrôle de réception', reminder: 'Relance', firm: 'Relance ferme', formal: 'Mise en demeure' },
  en: { courtesy: 'Check of receipt', reminder: 'Reminder', firm: 'Firm reminder', formal: 'Formal notice' },
} as const

const level = (position: number, name: string, wording: string, rest: Partial<LevelInput>): LevelInput => ({
  position,
  name,
  wording,
  days: 3,
  basis: 'due',
  minimumGap: 0,
  minimumAmounts: {},
  channel: 'email',
  claimsInterest: false,
  claimsIndemnity: false,
  fee: 0,
  feePercent: '0',
  newDeadlineDays: null,
  repeatDays: null,
  approval: 'none',
  effect: null,
  effectTarget: null,
  ...rest,
})

/**
 * The plan of a new book: the amicable steps of French practice, from the check that the invoice arrived to the formal
 * notice. Delays are market practice, not law; every field can be changed.
 */
export const defaultPlan = (language: 'fr' | 'en', currency: string): PlanInput => {
  const names = NAMES[language]
  return {
    name: language === 'fr' ? 'Plan de relance standard' : 'Standard dunning plan',
    grouping: 'customer',
    workingDays: 'none',
    listsYounger: false,
    itemMinimum: 100,
    letterMinimums: { [currency]: 500 },
    levels: [
      level(1, names.courtesy, 'courtesy', { days: 3 }),
      level(2, names.reminder, 'reminder', { days: 10, minimumGap: 5 }),
      level(3, names.firm, 'firm', {
        days: 20,
        minimumGap: 7,
        channel: 'letter',
        claimsInterest: true,
        claimsIndemnity: true,
        newDeadlineDays: 8,
      }),
      level(4, names.formal, 'formal', {
        days: 35,
        minimumGap: 10,
        channel: 'registered',
        claimsInterest: true,
        claimsIndemnity: true,
        newDeadlineDays: 8,
        approval: 'confirm',
      }),
    ],
  }
}
