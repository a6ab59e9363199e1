/** A figure that a model needs; amounts in one currency and one unit, whichever. */
export type ScoreTerm = {
  readonly code: string
  readonly fr: string
  readonly en: string
  /** Keys added up, those with a minus taken off. */
  readonly numerator: readonly string[]
  readonly denominator: readonly string[]
  readonly coefficient: string
}

export type ScoreZone = {
  readonly class: string
  readonly fr: string
  readonly en: string
  /** Lowest score of the zone; null for the last one. */
  readonly from: string | null
  /** Whether `from` itself belongs to it. */
  readonly inclusive: boolean
  /** Failure within three years, in percent. */
  readonly probability: { readonly above: number | null; readonly below: number | null } | null
}

export type ScoreModel = {
  readonly code: string
  readonly fr: string
  readonly en: string
  readonly terms: readonly ScoreTerm[]
  readonly constant: string
  /** What the sum is multiplied by. */
  readonly scale: string
  /** Ratios enter the sum in percent. */
  readonly percent: boolean
  /** Decimals shown. */
  readonly places: number
  /** The best first. */
  readonly zones: readonly ScoreZone[]
  /** For whom the model was made, and what it is often confused with. */
  readonly caution: { readonly fr: string; readonly en: string }
  /** Yearly revenue of the firms it was fitted on, in whole euros. */
  readonly revenueRange: { readonly from: number; readonly to: number } | null
}
