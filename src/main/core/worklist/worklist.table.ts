export type WorklistWeightsTable = {
  id: number
  /** JSON: points by reason. */
  weights: string
}
