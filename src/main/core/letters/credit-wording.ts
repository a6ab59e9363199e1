/** One wording per decision on credit that a customer is told. */
export const creditWordingKeys = [
  'credit-granted',
  'credit-maintained',
  'credit-reduced',
  'credit-withdrawn',
  'credit-refused',
] as const
export type CreditWordingKey = (typeof creditWordingKeys)[number]

export const isCreditKey = (key: string): key is CreditWordingKey =>
  (creditWordingKeys as readonly string[]).includes(key)
