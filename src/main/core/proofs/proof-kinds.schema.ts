/** Documents that prove a claim: what was ordered, agreed, delivered, acknowledged. */
export const proofKinds = [
  'invoice',
  'order',
  'quote',
  'contract',
  /** General terms accepted. */
  'terms',
  'delivery_note',
  /** Proof that the goods or the work were received. */
  'receipt',
  /** The debtor acknowledged the debt. */
  'acknowledgement',
  'correspondence',
  'guarantee',
  'other',
] as const
export type ProofKind = (typeof proofKinds)[number]
