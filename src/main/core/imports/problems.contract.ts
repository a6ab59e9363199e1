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
  /** A record that is not of its format, or stands where it must not. */
  'record',
  /** Shorter than its format says, with something missing. */
  'truncated',
  /** A statement that begins before the one above has ended. */
  'statement-order',
  /** A statement that ends without having begun. */
  'statement-end',
  /** A movement outside of any statement. */
  'outside-statement',
  /** A detail record above any movement. */
  'detail-without-movement',
  /** XML that does not parse, or with a document type or entities. */
  'xml',
  /** An invoice that another company issued. */
  'seller',
  /** A document that is no invoice and no credit note: an order, a despatch advice, a pro forma. */
  'document-kind',
  /** No electronic invoice in the file. */
  'no-invoice',
  /** Protected by a password. */
  'encrypted',
  /** Cut off, or not what its beginning says. */
  'damaged',
  'too-large',
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
  /** Opening and lines do not make the closing: `{ difference, currency }`. */
  'statement-unbalanced',
  /** The opening is not the closing of the statement before it: `{ difference, currency }`. */
  'statement-gap',
  /** The details of an entry do not add up to it; it was kept whole: `{ difference, currency }`. */
  'batch-differs',
  /** Announced, not booked yet: left out, `{ count }`. */
  'not-booked',
  /** Sign, year or spelling read by convention. */
  'by-convention',
  /** Totals of an invoice that do not agree: `{ of, difference, currency }`, `of` being net, gross, payable or instalments. */
  'invoice-differs',
  /** French legal mentions missing: `{ mentions }`. */
  'mentions-missing',
  /** The file holds the same invoice again in another syntax; one was read: `{ name }`. */
  'second-invoice',
  /** The invoice is in the book already with another amount: `{ number, difference, currency }`. */
  'amount-differs',
  /** Movements that the book had by hand, from the bank or from electronic invoices, recognised: `{ count }`. */
  'told-again',
] as const
export type WarningCode = (typeof warningCodes)[number]
