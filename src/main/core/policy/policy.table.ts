export type PolicyVersionTable = {
  version: number
  in_force_from: string
  author: string
  at: string
  summary: string
  /** JSON of `policyContent`. */
  content: string
}
