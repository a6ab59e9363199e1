import { z } from 'zod'
import { alertSchema } from '../alerts/alerts.contract.ts'
import { behaviourSchema } from '../behaviour/behaviour.contract.ts'
import { scoreModels } from '../financials/financials.contract.ts'
import { command, fileSchema, idSchema, languageSchema, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
import { exposureRow, exposureSchema } from '../limits/exposure.schema.ts'
import { limitSchema } from '../limits/limits.contract.ts'
import { decider } from '../limits/verdict.schema.ts'
import { riskClass } from '../policy/credit-policy.schema.ts'
import { ratingSchema } from '../ratings/ratings.contract.ts'
import { recommendationSchema } from '../recommendations/recommendations.contract.ts'
import { insolvencySchema } from '../registers/registers.contract.ts'
import { scorecardSchema } from '../scorecards/scorecards.contract.ts'

export const triggers = ['application', 'periodic', 'alert', 'request'] as const
export type Trigger = (typeof triggers)[number]

/** `preparing`: evidence and proposal; `submitted`: waits for the decider; `returned`: back to its author with a question. */
export const reviewStates = ['preparing', 'submitted', 'returned', 'decided', 'cancelled'] as const
export type ReviewState = (typeof reviewStates)[number]

export const decisionKinds = ['extend', 'maintain', 'reduce', 'withdraw'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** What was known on the day it was frozen; never changed afterwards, frozen again as a whole while the review is prepared. */
export const evidenceSchema = z.object({
  frozenOn: daySchema,
  frozenAt: z.string(),
  frozenBy: z.string(),
  policyVersion: z.int(),
  limit: limitSchema.nullable(),
  exposure: exposureSchema,
  behaviour: behaviourSchema,
  scorecard: scorecardSchema,
  recommendation: recommendationSchema,
  insolvency: insolvencySchema.nullable(),
  /** The newest report of each provider. */
  ratings: z.array(ratingSchema),
  /** The newest three, with what a reader needs of them. */
  statements: z.array(
    z.object({
      id: idSchema,
      closedOn: daySchema,
      months: z.int(),
      currency: currencySchema,
      figures: z.record(z.string(), minorSchema),
      ratios: z.array(
        z.object({
          code: z.string(),
          fr: z.string(),
          en: z.string(),
          unit: z.string(),
          value: z.string().nullable(),
          amount: minorSchema.nullable(),
        }),
      ),
      scores: z.array(
        z.object({ model: z.enum(scoreModels), score: z.string().nullable(), zone: z.record(z.string(), z.string()) }),
      ),
    }),
  ),
  /** Those that stood that day. */
  alerts: z.array(alertSchema.pick({ kind: true, day: true, details: true })),
  openDisputes: z.object({ count: z.int(), amount: minorSchema }),
})
export type Evidence = z.infer<typeof evidenceSchema>

export const proposalInput = z.object({
  kind: z.enum(decisionKinds),
  /** Whose limit: the customer's own, or that of the group it belongs to. */
  scope: z.enum(['customer', 'group']).default('customer'),
  /** Company's currency; the limit from then on. Of a withdrawal zero. */
  amount: amountSchema.min(0),
  /** The limit ends by itself after this day. */
  until: daySchema.nullable().default(null),
  /** Payment terms proposed; null leaves them. */
  terms: z.string().trim().max(40).nullable().default(null),
  conditions: z.string().trim().max(2000).default(''),
  reason: z.string().trim().min(1).max(4000),
  /** The class by judgement, where it differs from the scorecard's: the reason then says why. */
  riskClass: riskClass.nullable().default(null),
  /** Without it the policy's months for the class. */
  nextReviewOn: daySchema.nullable().default(null),
  /** Said knowingly: a first limit above what the policy grants new customers. Without it such a proposal is refused. */
  aboveFirstCeiling: z.boolean().default(false),
})
export type ProposalInput = z.infer<typeof proposalInput>

/** Every version stays: refused and returned ones too. */
export const proposalSchema = proposalInput.extend({
  version: z.int(),
  /** That it is decided under: by judgement, else the scorecard's. */
  class: riskClass.nullable(),
  /** The policy's ceiling for new customers, where the proposal goes above it: another person decides, whatever the amount. */
  firstCeiling: minorSchema.nullable(),
  policyVersion: z.int(),
  by: z.string(),
  on: daySchema,
  at: z.string(),
  state: z.enum(['submitted', 'approved', 'refused', 'returned', 'taken-back']),
  answeredBy: z.string(),
  /** The person that the answer was given for, when a deputy gave it. */
  answeredFor: z.string(),
  answeredOn: daySchema.nullable(),
  answer: z.string(),
})
export type ReviewProposal = z.infer<typeof proposalSchema>

/** A person on the way to a decision; no name where anyone may decide. `escalated`: did not answer in time, the next higher was asked as well. */
export const routeStep = z.object({
  role: z.enum(['author', 'decider']),
  person: z.string(),
  deputies: z.array(decider),
  state: z.enum(['done', 'waiting', 'escalated', 'later', 'skipped']),
  since: daySchema.nullable(),
  /** The day it goes on to the next higher authority without an answer. */
  until: daySchema.nullable(),
})
export type RouteStep = z.infer<typeof routeStep>

export const reviewRow = z.object({
  id: idSchema,
  /** `R-2026-0007` */
  reference: z.string(),
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  trigger: z.enum(triggers),
  /** What set it off, in words or as the alert's code. */
  triggerDetail: z.string(),
  state: z.enum(reviewStates),
  openedOn: daySchema,
  openedBy: z.string(),
  /** The day it should be decided. */
  dueOn: daySchema.nullable(),
  currency: currencySchema,
  currentLimit: minorSchema.nullable(),
  proposed: minorSchema.nullable(),
  kind: z.enum(decisionKinds).nullable(),
  class: riskClass.nullable(),
  /** Who is asked now; empty when nobody is. */
  waitsFor: z.array(z.string()),
  waitsSince: daySchema.nullable(),
  /** The acting person is asked to decide it today, in their own name or as a deputy. */
  mine: z.boolean(),
  decidedOn: daySchema.nullable(),
  decidedBy: z.string(),
  outcome: z.enum(['approved', 'refused']).nullable(),
  nextReviewOn: daySchema.nullable(),
})
export type ReviewRow = z.infer<typeof reviewRow>

export const reviewSchema = z.object({
  review: reviewRow,
  applicationId: idSchema.nullable(),
  evidence: evidenceSchema,
  proposals: z.array(proposalSchema),
  route: z.array(routeStep),
  /** The acting person may decide, asked or above those who are, and if not why. */
  mayDecide: z.boolean(),
  mayNotBecause: z.enum(['own-proposal', 'above-authority', 'not-submitted']).nullable(),
  /** The acting person submitted what waits for its answer. */
  mayTakeBack: z.boolean(),
  notes: z.array(z.object({ id: idSchema, at: z.string(), day: daySchema, by: z.string(), text: z.string() })),
  decision: z
    .object({
      outcome: z.enum(['approved', 'refused']),
      by: z.string(),
      /** Whose authority it was, when a deputy decided. */
      for: z.string(),
      on: daySchema,
      reason: z.string(),
      limitId: idSchema.nullable(),
      policyVersion: z.int(),
      nextReviewOn: daySchema.nullable(),
    })
    .nullable(),
  /** Closed without a decision. */
  cancelled: z.object({ by: z.string(), on: daySchema, reason: z.string() }).nullable(),
  documents: z.array(
    z.object({ documentId: idSchema, kind: z.enum(['letter', 'dossier']), name: z.string(), on: daySchema }),
  ),
})
export type Review = z.infer<typeof reviewSchema>

/** A customer whose review is due: by the decision's own day, else the policy's months for its class. */
export const dueRow = z.object({
  customerId: idSchema,
  code: z.string(),
  name: z.string(),
  dueOn: daySchema,
  because: z.enum(['decision', 'policy', 'never-reviewed', 'limit-ends', 'dunning-level']),
  class: riskClass.nullable(),
  limit: minorSchema.nullable(),
  exposure: minorSchema,
  lastReviewOn: daySchema.nullable(),
  /** Of a review under way. */
  reviewId: idSchema.nullable(),
})
export type DueRow = z.infer<typeof dueRow>

/** As the customer is told them, in its language; without it those that the evidence gives, in neutral words. */
const toldReasons = z.array(z.string().trim().min(1).max(300)).max(8).optional()

export const reviewsContract = {
  list: query('read', 'Credit reviews, those that wait for an answer first', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      show: z.enum(['open', 'mine', 'decided', 'all']).default('open'),
      search: z.string().default(''),
    }),
    output: z.object({ total: z.int(), reviews: z.array(reviewRow) }),
  }),
  get: query('read', 'A credit review: evidence frozen on its day, proposals, route, discussion and decision', {
    input: z.object({ id: idSchema }),
    output: reviewSchema,
  }),
  due: query('read', 'Customers whose credit review is due until a day, the longest due first', {
    input: pageSchema.extend({ until: daySchema.optional(), search: z.string().default('') }),
    output: z.object({ total: z.int(), rows: z.array(dueRow) }),
  }),
  calendar: query('read', 'How many reviews fall due in each of the next months', {
    input: z.object({ months: z.int().min(1).max(24).default(12) }),
    output: z.object({ overdue: z.int(), months: z.array(z.object({ month: z.string(), due: z.int() })) }),
  }),
  open: command('edit', 'Open the credit review of a customer: what is known that day is frozen as its evidence', {
    input: z.object({
      customerId: idSchema,
      trigger: z.enum(triggers).default('request'),
      detail: z.string().trim().max(500).default(''),
      dueOn: daySchema.nullable().default(null),
      applicationId: idSchema.nullable().default(null),
    }),
    output: reviewSchema,
  }),
  freeze: command('edit', 'Freeze the evidence again while the review is prepared', {
    input: z.object({ id: idSchema }),
    output: reviewSchema,
  }),
  note: command('edit', 'Add to the discussion of a review', {
    input: z.object({ id: idSchema, text: z.string().trim().min(1).max(4000) }),
    output: reviewSchema,
  }),
  submit: command('edit', 'Submit a proposal for decision; the route comes from the policy’s authority matrix', {
    input: proposalInput.extend({ id: idSchema }),
    output: reviewSchema,
  }),
  takeBack: command('edit', 'Take a proposal back before it is answered', {
    input: z.object({ id: idSchema }),
    output: reviewSchema,
  }),
  decide: command('approve', 'Decide a review: approve the proposal, refuse it or return it with a question', {
    input: z.object({
      id: idSchema,
      answer: z.enum(['approve', 'refuse', 'return']),
      reason: z.string().trim().min(1).max(4000),
      nextReviewOn: daySchema.nullable().default(null),
    }),
    output: reviewSchema,
  }),
  cancel: command('edit', 'Close a review without a decision; it stays in the file with the reason', {
    input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(1000) }),
    output: reviewSchema,
  }),
  previewLetter: query('read', 'The letter that tells the customer the decision and its reasons, as SVG pages', {
    input: z.object({ id: idSchema, reasons: toldReasons }),
    output: z.object({ pages: z.array(z.string()) }),
  }),
  letter: command('issue', 'Issue the letter of a decision: kept in the book, never changed; asked again, the same', {
    input: z.object({
      id: idSchema,
      reasons: toldReasons,
      /** A person's yes, which a decision against the customer needs. */
      confirmed: z.boolean().default(false),
    }),
    output: z.object({ documentId: idSchema, name: z.string(), sha256: z.string(), file: fileSchema }),
  }),
  dossier: query('read', 'The whole review as a PDF: evidence, scores with arithmetic, route, decision', {
    input: z.object({
      id: idSchema,
      /** Without it the company's. */
      language: languageSchema.optional(),
    }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  group: query('read', 'Reviews and decisions of the members of a group', {
    input: z.object({ groupId: idSchema }),
    output: z.object({ reviews: z.array(reviewRow), members: z.array(exposureRow) }),
  }),
}
