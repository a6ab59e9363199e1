/** The ways to a payment or a title (CPC 1405 s., CPCE L125-1, L126-1, CPC 873, 853; Reg. 1896/2006). */
export const procedures = [
  'agency',
  'payment-order',
  'uncontested',
  'small-claims',
  'summary',
  'trial',
  'european-order',
] as const
export type Procedure = (typeof procedures)[number]

/** What may be written down of any hand-over. */
export const COMMON_STEPS = ['sent', 'received', 'report', 'paid-over', 'note', 'seizure', 'returned'] as const
export const OWN_STEPS = {
  agency: ['mandate-signed'],
  'payment-order': [
    'request-filed',
    'order-granted',
    'order-refused',
    'order-served',
    'objection-received',
    'costs-deposited',
  ],
  uncontested: ['command-served', 'objection-received', 'non-objection-recorded', 'made-enforceable', 'title-served'],
  'small-claims': ['invitation-sent', 'accepted', 'refused', 'title-issued'],
  summary: ['summons-served', 'hearing', 'order-granted', 'order-served', 'order-refused'],
  trial: ['summons-served', 'hearing', 'judgment', 'judgment-served'],
  'european-order': ['request-filed', 'order-granted', 'order-refused', 'order-served', 'objection-received'],
} as const satisfies Record<Procedure, readonly string[]>

export const stepCodes = [...new Set([...COMMON_STEPS, ...Object.values(OWN_STEPS).flat()])] as [
  StepCode,
  ...StepCode[],
]
export type StepCode = (typeof COMMON_STEPS)[number] | (typeof OWN_STEPS)[Procedure][number]

export const deadlineCodes = [
  'serve-order',
  'objection',
  'enforce-from',
  'deposit-costs',
  'record-from',
  'serve-title',
  'answer',
  'hearing',
] as const
export type DeadlineCode = (typeof deadlineCodes)[number]
