import { parseTerms, type Terms } from '../../../main/core/receivables/terms.rules.ts'

export const termsKinds = ['net', 'eom-a', 'eom-b', 'eom-a-day', 'eom-b-day'] as const
export type TermsKind = (typeof termsKinds)[number]

/** Payment terms as they are chosen: a kind, its days, and the day of the month for the kinds that name one. */
export type TermsParts = { kind: TermsKind; days: number; day: number }

const USUAL_DAY = 10

/** Terms that cannot be read stand as 30 days net, to be chosen again. */
export const partsOf = (text: string): TermsParts => {
  try {
    const { days, monthEnd, extraDays } = parseTerms(text)
    const kind =
      monthEnd === null ? 'net' : extraDays > 0 ? (`eom-${monthEnd}-day` as const) : (`eom-${monthEnd}` as const)
    return { kind, days, day: extraDays || USUAL_DAY }
  } catch {
    return { kind: 'net', days: 30, day: USUAL_DAY }
  }
}

export const termsOf = ({ kind, days, day }: TermsParts): Terms => ({
  days,
  monthEnd: kind === 'net' ? null : kind.startsWith('eom-a') ? 'a' : 'b',
  extraDays: kind.endsWith('-day') ? day : 0,
})
