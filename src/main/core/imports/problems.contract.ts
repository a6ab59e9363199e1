/** Why a line is refused. Each has its sentence in the window, in every language. */
export const problemReasons = [
  /** More or fewer cells than the header can explain. */
  'cells',
  /** A value that must be there is not. */
  'missing',
  /** Not an amount. */
  'amount',
  /** Finer than the currency's smallest unit. */
  'amount-decimals',
  'amount-not-positive',
  /** A settlement above the document it settles from. */
  'amount-too-large',
  /** Not a day. */
  'date',
  /** An end before its beginning. */
  'date-order',
  /** Neither debit nor credit. */
  'sense',
  'kind',
  'currency',
  /** An invoice cannot settle another document. */
  'settles',
  /** The document settled is neither in the file nor in the book. */
  'settles-unknown',
  /** More is settled than what is open of the document. */
  'settled-above-open',
  'language',
  'country',
  'siren',
  /** Not a VAT number of its country. */
  'vat',
  /** Payment terms that cannot be read. */
  'terms',
  'email',
  'too-long',
  /** Another line of the same document is refused, and what is left of it would add up to something else. */
  'document-refused',
] as const
export type ProblemReason = (typeof problemReasons)[number]

/** What the user should know although every line was taken. */
export const warningCodes = [
  'separator-unusual',
  'encoding-mixed',
  'entry-unbalanced',
  'file-unbalanced',
  'lettering-date',
  'currency-amount',
  'total-differs',
  'tax-unknown',
  'lettering-unbalanced',
  'openings-known',
] as const
export type WarningCode = (typeof warningCodes)[number]
