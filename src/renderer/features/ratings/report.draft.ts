import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import type { Rating, RatingInput } from '../../../main/core/ratings/ratings.contract.ts'
import { isOnScale, scaleOf } from '../../../main/core/ratings/scales.rules.ts'
import { OWN_SCALE, type Provider } from '../../../main/core/ratings/scales.schema.ts'

export type OwnValue = { key: string; label: string; value: string; best: string; worst: string }

/** A report as it is typed: a field for each scale of its provider, and values that the report names itself. */
export type ReportDraft = {
  id: string | null
  provider: Provider
  providerName: string
  day: Day | null
  known: Record<string, string>
  own: OwnValue[]
  recommendedLimit: Minor | null
  currency: string
  companyName: string
  siren: string
  duns: string
  note: string
}

export const newOwn = (): OwnValue => ({ key: crypto.randomUUID(), label: '', value: '', best: '', worst: '' })

export const newReport = (day: Day): ReportDraft => ({
  id: null,
  provider: 'creditsafe',
  providerName: '',
  day,
  known: {},
  own: [],
  recommendedLimit: null,
  currency: 'EUR',
  companyName: '',
  siren: '',
  duns: '',
  note: '',
})

export const draftOfReport = (rating: Rating): ReportDraft => {
  const { id, provider, providerName, day, recommendedLimit, currency, companyName, siren, duns, note, values } = rating
  const rest = { id, provider, providerName, day, recommendedLimit, currency, companyName, siren, duns, note }
  return {
    ...rest,
    known: Object.fromEntries(values.flatMap(({ scale, value }) => (scale === OWN_SCALE ? [] : [[scale, value]]))),
    own: values.flatMap(({ scale, label, value, best, worst }) =>
      scale === OWN_SCALE ? [{ ...newOwn(), label, value, best, worst }] : [],
    ),
  }
}

/** Whether what is typed stands on the scale; nothing typed does. */
export const fitsScale = (code: string, text: string): boolean => {
  const scale = scaleOf(code)
  return text.trim() === '' || (scale !== undefined && isOnScale(scale, text.trim()))
}

/** What is kept; null while something is missing or does not stand on its scale. */
export const inputOfReport = (draft: ReportDraft, customerId: string): (RatingInput & { id: string | null }) | null => {
  const { known, own, day, ...rest } = draft
  const scaled = Object.entries(known).filter(
    ([code, text]) => text.trim() !== '' && scaleOf(code)?.provider === draft.provider,
  )
  const named = own.filter(({ label, value }) => label.trim() !== '' || value.trim() !== '')
  const complete =
    day !== null &&
    scaled.every(([code, text]) => fitsScale(code, text)) &&
    named.every(({ label, value }) => label.trim() !== '' && value.trim() !== '') &&
    (scaled.length + named.length > 0 || draft.recommendedLimit !== null) &&
    (draft.provider !== 'other' || draft.providerName.trim() !== '')
  if (!complete) return null
  return {
    ...rest,
    day,
    customerId,
    values: [
      ...scaled.map(([scale, value]) => ({ scale, value: value.trim(), label: '', best: '', worst: '' })),
      ...named.map(({ key: _key, ...value }) => ({ scale: OWN_SCALE, ...value })),
    ],
  }
}
