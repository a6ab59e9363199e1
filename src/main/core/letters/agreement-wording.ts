/** What an instalment plan is put down in, to be signed by both. */
export const agreementWordingKeys = ['agreement'] as const
export type AgreementWordingKey = (typeof agreementWordingKeys)[number]

export const isAgreementKey = (key: string): key is AgreementWordingKey =>
  (agreementWordingKeys as readonly string[]).includes(key)
