import { readLogo, requireCompany } from '../company/company.service.ts'
import { effectiveTermsOf, readCustomer } from '../customers/customers.service.ts'
import { keepDocument, readDocument } from '../documents/documents.service.ts'
import { wordingOf } from '../dunning/dunning.wording.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { composeCreditLetter } from '../letters/credit.letter.ts'
import type { CreditWordingKey } from '../letters/credit-wording.ts'
import type { LetterData } from '../letters/letter.model.ts'
import { fileNameOf } from '../letters/letter.parties.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { reasonsFor, tellReason } from './letter-reasons.rules.ts'
import type { Review, ReviewProposal } from './reviews.contract.ts'
import { readReview } from './reviews.read.ts'
import { insertReviewDocument } from './reviews.repository.ts'

type Told = {
  review: Review
  proposal: ReviewProposal
  decision: NonNullable<Review['decision']>
  key: CreditWordingKey
}

const wordings = {
  extend: 'credit-granted',
  maintain: 'credit-maintained',
  reduce: 'credit-reduced',
  withdraw: 'credit-withdrawn',
} as const satisfies Record<ReviewProposal['kind'], CreditWordingKey>

/** A decision that grants less than was asked or stood leaves only with a person's yes. */
const adverse: ReadonlySet<CreditWordingKey> = new Set(['credit-reduced', 'credit-withdrawn', 'credit-refused'])

/**
 * What a letter has to tell. Refuses `review.not-decided`, and `review.nothing-to-tell` where a proposal to lower or keep
 * the limit was refused: for the customer nothing changed.
 */
const decidedOf = (review: Review): Told => {
  const { decision, proposals } = review
  const { id, reference } = review.review
  const proposal = proposals.at(-1)
  if (!decision || !proposal) throw new Refusal('review.not-decided', `${reference} is not decided`, { id, reference })
  if (decision.outcome === 'refused' && proposal.kind !== 'extend')
    throw new Refusal('review.nothing-to-tell', `${reference} changes nothing for the customer`, { id, reference })
  // A first limit of zero is no credit: cash only.
  const none = proposal.kind === 'extend' && proposal.amount === 0
  const key = decision.outcome === 'refused' || none ? 'credit-refused' : wordings[proposal.kind]
  return { review, proposal, decision, key }
}

type Wished = { id: string; reasons?: string[] | undefined }

const compose = async (ctx: QueryContext | CommandContext, told: Told, reasons?: string[]): Promise<LetterData> => {
  const { review, proposal, decision, key } = told
  const company = await requireCompany(ctx)
  const customer = await readCustomer(ctx, review.review.customerId)
  const wording = await wordingOf(ctx, key, customer.language)
  const shared = proposal.scope === 'group' ? (review.evidence.exposure.group?.name ?? '') : ''
  return composeCreditLetter(
    {
      key,
      company,
      logo: await readLogo(ctx, company),
      customer,
      reference: review.review.reference,
      day: ctx.today,
      amount: proposal.amount,
      previous: review.review.currentLimit,
      group: shared,
      from: decision.on,
      until: proposal.until,
      terms: proposal.terms ?? (await effectiveTermsOf(ctx, customer)),
      conditions: proposal.conditions,
      reasons:
        reasons ??
        reasonsFor(!adverse.has(key), review.evidence).map((reason) => tellReason(reason, customer.language)),
      nextReview: key === 'credit-withdrawn' ? null : decision.nextReviewOn,
    },
    wording,
  )
}

/** The last decision as its letter tells it; null where it told the customer nothing, or nothing is decided. */
export const decisionToTell = (review: Review, language: LetterLanguage) => {
  const { decision, proposals } = review
  if (!decision || proposals.length === 0) return null
  if (decision.outcome === 'refused' && proposals.at(-1)?.kind !== 'extend') return null
  const approved = !adverse.has(decidedOf(review).key)
  const reasons = reasonsFor(approved, review.evidence).map((reason) => tellReason(reason, language))
  return { on: decision.on, approved, reasons }
}

/** The pages of the letter as it would leave today. */
export const previewDecisionLetter = async (ctx: QueryContext, { id, reasons }: Wished) => {
  const letter = await compose(ctx, decidedOf(await readReview(ctx, id)), reasons)
  return { pages: typesetterOf(ctx.ports).letterSvg(letter) }
}

/**
 * Issues the letter of a decision and keeps it in the book; asked again it gives the one that was issued. Refuses as the
 * preview does, and `review.letter-unconfirmed` for a decision against the customer without a person's yes.
 */
export const issueDecisionLetter = async (
  ctx: CommandContext,
  { id, reasons, confirmed }: Wished & { confirmed: boolean },
) => {
  const review = await readReview(ctx, id)
  const issued = review.documents.find(({ kind }) => kind === 'letter')
  if (issued) return keptLetter(ctx, issued.documentId)
  const told = decidedOf(review)
  const { reference, customerName } = review.review
  if (adverse.has(told.key) && !confirmed)
    throw new Refusal('review.letter-unconfirmed', `the letter of ${reference} needs a person's yes`, { id, reference })
  const pdf = typesetterOf(ctx.ports).letterPdf(await compose(ctx, told, reasons))
  const document = await keepDocument(ctx, fileNameOf(reference, customerName), 'application/pdf', pdf)
  await insertReviewDocument(ctx.db, { document_id: document.id, review_id: id, kind: 'letter', day: ctx.today })
  return keptLetter(ctx, document.id)
}

const keptLetter = async (ctx: CommandContext, documentId: string) => {
  const { name, sha256, media_type, bytes } = await readDocument(ctx, documentId)
  return { documentId, name, sha256, file: new File([new Uint8Array(bytes)], name, { type: media_type }) }
}
