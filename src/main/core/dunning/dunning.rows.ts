import type { LetterRow } from './dunning.contract.ts'
import type { listLetters } from './dunning.repository.ts'

type LetterRecord = Awaited<ReturnType<typeof listLetters>>[number]

/** A letter as the contract shows it. */
export const toLetterRow = (letter: LetterRecord): LetterRow => ({
  id: letter.id,
  runId: letter.run_id,
  reference: letter.reference,
  customerId: letter.customer_id,
  customerCode: letter.customer_code,
  customerName: letter.customer_name,
  currency: letter.currency,
  level: letter.level,
  levelName: letter.level_name,
  channel: letter.channel,
  planId: letter.plan_id,
  wording: letter.wording,
  wordingVersion: letter.wording_version,
  notice: letter.notice === 1,
  effect: letter.effect,
  language: letter.language,
  day: letter.day,
  deadline: letter.deadline,
  principal: letter.principal,
  credits: letter.credits,
  interest: letter.interest,
  indemnities: letter.indemnities,
  fees: letter.fees,
  earlierCharges: letter.earlier_charges,
  total: letter.total,
  documentId: letter.document_id,
  fileName: letter.file_name,
  sha256: letter.sha256,
  // What was to be done instead of sent.
  sentOn: letter.sent_on ?? letter.done_on,
  cancelledOn: letter.cancelled_on,
  cancelReason: letter.cancel_reason,
})
