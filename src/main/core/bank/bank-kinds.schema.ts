/** Formats of bank files, recognised by their structure, never by their name. */
export const bankFormats = ['camt', 'cfonb120', 'mt940', 'ofx', 'qif', 'bank-csv'] as const
export type BankFormat = (typeof bankFormats)[number]

/** What the bank says a movement is; `other` when it does not say. */
export const bankLineKinds = [
  'transfer',
  'direct_debit',
  'cheque',
  'draft',
  'card',
  'cash',
  /** Money taken back: a rejected debit, a bounced cheque, a returned transfer. Never a receipt. */
  'return',
  'charge',
  'interest',
  'other',
] as const
export type BankLineKind = (typeof bankLineKinds)[number]
