import { z } from 'zod'
import { command, fileSchema, idSchema, nothing, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
import { insolvencySchema } from '../registers/registers.contract.ts'
import {
  answers,
  clauseInput,
  clauseSchema,
  goodsInput,
  goodsSchema,
  retentionClaimSchema,
  retentionOutcomes,
} from './retention.schema.ts'

/** Mandataire judiciaire, liquidateur, administrateur judiciaire. */
export const officerRoles = ['representative', 'liquidator', 'administrator'] as const
export type OfficerRole = (typeof officerRoles)[number]

const officerFields = z.object({
  role: z.enum(officerRoles),
  name: z.string().trim().min(1).max(200),
  street: z.string().trim().max(300).default(''),
  postalCode: z.string().trim().max(20).default(''),
  city: z.string().trim().max(100).default(''),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('FR'),
  email: z.string().trim().max(200).default(''),
  /** Their number of the case. */
  reference: z.string().trim().max(100).default(''),
})
export const officerSchema = officerFields.extend({ id: idSchema, since: daySchema, by: z.string() })
export type Officer = z.infer<typeof officerSchema>

export const channels = ['registered', 'portal', 'hand', 'letter'] as const
export type Channel = (typeof channels)[number]

export const securities = ['none', 'retention', 'pledge', 'lien', 'mortgage', 'guarantee', 'other'] as const
export type Security = (typeof securities)[number]

/** What a declaration says beside its amounts (C. com. L622-25, R622-23). */
export const draftInput = z.object({
  customerId: idSchema,
  /** Without them, everything that was owed on the eve of the judgment and is in no declaration yet. */
  itemIds: z.array(idSchema).max(1000).optional(),
  /** Without it, the liquidator or else the representative named last. */
  officerId: idSchema.optional(),
  security: z.enum(securities).default('none'),
  securityText: z.string().trim().max(1000).default(''),
  /** The court that is seised of the claim, where it is contested. */
  courtSeised: z.string().trim().max(300).default(''),
  /** Without them, the company's signatory. */
  signatory: z.string().trim().max(120).optional(),
  capacity: z.string().trim().max(120).optional(),
  /** Not the legal representative: a power of attorney is enclosed. */
  byProxy: z.boolean().default(false),
  note: z.string().trim().max(2000).default(''),
})
export type DraftInput = z.infer<typeof draftInput>

export const claimItem = z.object({
  itemId: idSchema,
  number: z.string(),
  issued: daySchema,
  due: daySchema,
  currency: currencySchema,
  /** Open on the eve of the judgment, in the item's currency; its worth and the charges in the declaration's. */
  principal: minorSchema,
  worth: minorSchema,
  interest: minorSchema,
  interestDays: z.int(),
  indemnity: minorSchema,
  /** Falls due on the judgment or later: no interest, and no fixed sum (C. com. L441-10 II). */
  later: z.boolean(),
  disputed: minorSchema,
  /** Delivered before the judgment and invoiced after it. */
  invoicedAfter: z.boolean(),
})
export type ClaimItem = z.infer<typeof claimItem>

export const draftSchema = z.object({
  customerId: idSchema,
  procedure: z.string(),
  judgment: daySchema,
  publishedOn: daySchema.nullable(),
  court: z.string(),
  deadline: z.object({ on: daySchema, extended: daySchema.nullable(), months: z.int(), daysLeft: z.int() }).nullable(),
  officer: officerSchema.nullable(),
  currency: currencySchema,
  items: z.array(claimItem),
  principal: minorSchema,
  interest: minorSchema,
  indemnities: minorSchema,
  /** Recovery costs, and charges of invoices paid late before, as far as they were claimed. */
  costs: minorSchema,
  /** Receipts and credit notes matched with nothing. */
  credits: minorSchema,
  toFallDue: minorSchema,
  total: minorSchema,
  /** How interest was worked out, by rate and day count. */
  methods: z.array(z.object({ rate: z.string(), contract: z.boolean(), dayCount: z.string(), law: z.string() })),
  evidence: z.array(z.object({ kind: z.string(), title: z.string(), numbers: z.array(z.string()) })),
  signatory: z.string(),
  capacity: z.string(),
  /** What a reader would miss: no address, no signatory, a disputed part without a court. */
  warnings: z.array(z.enum(['no-officer', 'no-address', 'no-signatory', 'late', 'no-publication', 'disputed'])),
})
export type Draft = z.infer<typeof draftSchema>

export const declarationStates = [
  'prepared',
  'sent',
  'received',
  'contested',
  'admitted',
  'partly',
  'rejected',
  'cancelled',
] as const

export const declarationSchema = z.object({
  id: idSchema,
  reference: z.string(),
  customerId: idSchema,
  procedure: z.string(),
  judgment: daySchema,
  deadline: daySchema.nullable(),
  addressee: z.string(),
  currency: currencySchema,
  principal: minorSchema,
  interest: minorSchema,
  indemnities: minorSchema,
  costs: minorSchema,
  credits: minorSchema,
  toFallDue: minorSchema,
  total: minorSchema,
  items: z.int(),
  state: z.enum(declarationStates),
  documentId: idSchema,
  preparedOn: daySchema,
  preparedBy: z.string(),
  sentOn: daySchema.nullable(),
  channel: z.enum(channels).nullable(),
  registeredNumber: z.string(),
  /** Sent after the deadline: relief must be asked for. */
  late: z.boolean(),
  receivedOn: daySchema.nullable(),
  receiptId: idSchema.nullable(),
  outcomeOn: daySchema.nullable(),
  admitted: minorSchema.nullable(),
  contested: minorSchema.nullable(),
  rejected: minorSchema.nullable(),
  outcomeNote: z.string(),
  contestedOn: daySchema.nullable(),
  answeredOn: daySchema.nullable(),
  cancelledOn: daySchema.nullable(),
  cancelledBecause: z.string(),
})
export type Declaration = z.infer<typeof declarationSchema>

export const deadlineCodes = [
  'declaration',
  'contestation',
  'relief',
  'retention',
  'retention-answer',
  'retention-judge',
] as const
export type DeadlineCode = (typeof deadlineCodes)[number]

/** What is still to be done in a procedure, and by when. */
export const openDeadline = z.object({
  customerId: idSchema,
  code: z.enum(deadlineCodes),
  on: daySchema,
  /** The next working day, where the day is none (CPC 642). */
  extended: daySchema.nullable(),
  daysLeft: z.int(),
  passed: z.boolean(),
  law: z.string(),
})
export type OpenDeadline = z.infer<typeof openDeadline>

const byId = z.object({ id: idSchema })
/** One SVG per page, and the PDF. */
const paper = z.object({ name: z.string(), pages: z.array(z.string()), file: fileSchema })

export const declarationsContract = {
  deadlines: query('read', 'What is still to be declared or claimed of insolvent customers, the most urgent first', {
    input: z.object({ asOf: daySchema.optional() }),
    output: z.object({
      deadlines: z.array(openDeadline.extend({ customerCode: z.string(), customerName: z.string() })),
    }),
  }),
  ofCustomer: query('read', 'The papers of a customer in insolvency: who was named, what was declared and claimed', {
    input: z.object({ customerId: idSchema }),
    output: z.object({
      insolvency: insolvencySchema.nullable(),
      judgment: daySchema.nullable(),
      officers: z.array(officerSchema),
      /** Read in the notices, where nobody entered them yet. */
      suggested: z.array(officerFields),
      declarations: z.array(declarationSchema),
      /** Items owed on the eve of the judgment that no declaration holds. */
      undeclared: z.object({
        items: z.int(),
        sums: z.array(z.object({ currency: currencySchema, amount: minorSchema })),
      }),
      /** Turned into a liquidation after a claim was declared: the liquidator goes on with it, nothing is declared again. */
      converted: daySchema.nullable(),
      /** Received since the judgment: what pays an earlier claim can be annulled (C. com. L622-7). */
      receipts: z.array(
        z.object({
          itemId: idSchema,
          number: z.string(),
          day: daySchema,
          currency: currencySchema,
          /** Matched with invoices of before the judgment, and in all. */
          onEarlier: minorSchema,
          amount: minorSchema,
        }),
      ),
      deadlines: z.array(openDeadline),
      clauses: z.array(clauseSchema),
      goods: z.array(goodsSchema),
      retentionClaims: z.array(retentionClaimSchema),
    }),
  }),
  addOfficer: command('collect', 'Note whom the court named: mandataire, liquidateur, administrateur', {
    input: officerFields.extend({ customerId: idSchema, since: daySchema }),
    output: officerSchema,
  }),
  removeOfficer: command('collect', 'Take back an officer noted by mistake, or replaced', {
    input: byId,
    output: nothing,
  }),
  draft: query('read', 'What would be declared: amounts due and to fall due, interest to the eve of the judgment', {
    input: draftInput,
    output: draftSchema,
  }),
  preview: query('read', 'The declaration of a claim as it would be sent, as a PDF', {
    input: draftInput,
    output: paper,
  }),
  prepare: command('issue', 'Draw up the declaration of a claim; the paper is kept and never changes', {
    input: draftInput,
    output: declarationSchema,
  }),
  recordSent: command('issue', 'Record the day a declaration was sent: the day that counts', {
    input: byId.extend({
      day: daySchema,
      channel: z.enum(channels).default('registered'),
      registeredNumber: z.string().trim().max(60).default(''),
    }),
    output: declarationSchema,
  }),
  recordReceipt: command('collect', 'Record that a declaration was received, with the receipt', {
    input: byId.extend({ day: daySchema, documentId: idSchema.nullable().default(null) }),
    output: declarationSchema,
  }),
  recordOutcome: command('collect', 'Record what was admitted, contested and rejected of a declared claim', {
    input: byId.extend({
      day: daySchema,
      admitted: amountSchema.min(0),
      contested: amountSchema.min(0),
      rejected: amountSchema.min(0),
      /** When the letter that contests it came: thirty days to answer. */
      contestedOn: daySchema.nullable().default(null),
      note: z.string().trim().max(1000).default(''),
    }),
    output: declarationSchema,
  }),
  recordAnswer: command('collect', 'Record the answer to a letter that contests a claim', {
    input: byId.extend({ day: daySchema }),
    output: declarationSchema,
  }),
  cancel: command('issue', 'Cancel a declaration: it stays in the file with the reason, and interrupts nothing', {
    input: byId.extend({ reason: z.string().trim().min(1).max(500) }),
    output: declarationSchema,
  }),
  addClause: command('collect', 'Keep a clause of retention of title, and when the customer agreed to it', {
    input: clauseInput,
    output: clauseSchema,
  }),
  endClause: command('collect', 'Say that a clause holds no longer', {
    input: byId.extend({ day: daySchema }),
    output: clauseSchema,
  }),
  addGoods: command('collect', 'Note the goods of an unpaid invoice: what they are, where, delivered when', {
    input: goodsInput,
    output: goodsSchema,
  }),
  updateGoods: command('collect', 'Change what is known of goods: where they are, sold on to whom', {
    input: goodsInput.extend({ id: idSchema }),
    output: goodsSchema,
  }),
  removeGoods: command('collect', 'Take back goods noted by mistake', { input: byId, output: nothing }),
  previewRetention: query('read', 'The letter that claims goods under retention of title, as a PDF', {
    input: z.object({ customerId: idSchema, goodsIds: z.array(idSchema).max(200).optional() }),
    output: paper,
  }),
  prepareRetention: command('issue', 'Draw up the claim of goods under retention of title; the paper never changes', {
    input: z.object({ customerId: idSchema, goodsIds: z.array(idSchema).max(200).optional() }),
    output: retentionClaimSchema,
  }),
  recordRetentionSent: command('issue', 'Record the day the claim of goods was sent', {
    input: byId.extend({ day: daySchema, registeredNumber: z.string().trim().max(60).default('') }),
    output: retentionClaimSchema,
  }),
  recordRetentionReceipt: command(
    'collect',
    'Record that the claim of goods was received: the month to answer begins',
    {
      input: byId.extend({ day: daySchema, documentId: idSchema.nullable().default(null) }),
      output: retentionClaimSchema,
    },
  ),
  recordRetentionAnswer: command('collect', 'Record what was answered to the claim of goods', {
    input: byId.extend({ day: daySchema, answer: z.enum(answers), note: z.string().trim().max(1000).default('') }),
    output: retentionClaimSchema,
  }),
  recordRetentionJudge: command('collect', 'Record that the judge was asked, where nobody agreed', {
    input: byId.extend({ day: daySchema }),
    output: retentionClaimSchema,
  }),
  recordRetentionOutcome: command('collect', 'Record how the claim of goods ended', {
    input: byId.extend({
      day: daySchema,
      outcome: z.enum(retentionOutcomes),
      note: z.string().trim().max(1000).default(''),
    }),
    output: retentionClaimSchema,
  }),
  cancelRetention: command('issue', 'Cancel a claim of goods: it stays in the file with the reason', {
    input: byId.extend({ reason: z.string().trim().min(1).max(500) }),
    output: retentionClaimSchema,
  }),
}
