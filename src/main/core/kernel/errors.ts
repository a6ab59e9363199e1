/**
 * Everything the program refuses, by code. The window and the command line choose the sentence from the code, in the
 * user's language; `message` is the English one, for logs and scripts.
 */
export type ErrorCode =
  | 'book.none-open'
  | 'book.missing'
  | 'book.exists'
  | 'book.folder-not-writable'
  | 'book.not-a-book'
  | 'book.damaged'
  | 'book.unreadable'
  | 'book.newer-version'
  | 'book.read-only'
  | 'book.migration-failed'
  | 'book.migration-blocked'
  | 'permission.denied'
  | 'input.invalid'
  | 'not-found'
  | 'customer.code-used'
  | 'customer.merge-itself'
  | 'customer.name-missing'
  | 'identifier.siren'
  | 'identifier.vat'
  | 'identifier.iban'
  | 'identifier.bic'
  | 'terms.unreadable'
  | 'import.format-unknown'
  | 'import.empty'
  | 'import.lines-refused'
  | 'import.mapping-needed'
  | 'import.mapping-incomplete'
  | 'import.encoding'
  | 'import.unreadable'
  | 'interest.rate-missing'
  | 'interest.amount-not-positive'
  | 'interest.country-unknown'
  | 'interest.payment-invalid'
  | 'dunning.plan-invalid'
  | 'dunning.run-before-last'
  | 'dunning.confirmation-needed'
  | 'dunning.no-bank-account'
  | 'dunning.nothing-to-issue'
  | 'dunning.letter-cancelled'
  | 'dunning.letter-sent'
  | 'wording.invalid'
  | 'company.logo-invalid'
  | 'document.too-large'
  | 'view.name-used'
  | 'policy.before-last'
  | 'policy.reason-in-use'
  | 'dispute.reason-unknown'
  | 'dispute.not-a-claim'
  | 'dispute.above-open'
  | 'dispute.day-invalid'
  | 'dispute.closed'
  | 'dispute.open'
  | 'dispute.conceded-invalid'
  | 'proof.empty'
  | 'proof.disguised'
  | 'proof.kept-already'
  | 'delivery.reference-used'
  | 'delivery.day-invalid'
  | 'dunning.run-ahead'
  | 'cancelled'

/** An expected failure: nothing was written. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: ErrorCode
  readonly details: Record<string, unknown>

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}
