import { z } from 'zod'
import { idSchema } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'

/** The writing in which retention of title was agreed. */
export const clauseKinds = ['terms', 'contract', 'order', 'quote', 'delivery-note', 'other'] as const
export type ClauseKind = (typeof clauseKinds)[number]

/** Goods can be claimed in kind, replaced by others of the same kind and quality, severed without damage; sold on, their price. */
export const goodsStates = ['in-kind', 'fungible', 'severable', 'resold', 'gone'] as const
export type GoodsState = (typeof goodsStates)[number]

export const answers = ['agreed', 'refused'] as const
export type Answer = (typeof answers)[number]
export const retentionOutcomes = ['returned', 'price', 'paid', 'dismissed'] as const
export type RetentionOutcome = (typeof retentionOutcomes)[number]

export const clauseInput = z.object({
  customerId: idSchema,
  kind: z.enum(clauseKinds),
  /** Of the general terms: “CGV 2024”. */
  version: z.string().trim().max(80).default(''),
  text: z.string().trim().min(1).max(4000),
  /** When the customer accepted it, in writing. */
  agreedOn: daySchema,
  documentId: idSchema.nullable().default(null),
  /** The contract is published at the registry: no claim is needed (C. com. L624-10). */
  published: z.boolean().default(false),
  note: z.string().trim().max(500).default(''),
})
export const clauseSchema = clauseInput.extend({ id: idSchema, by: z.string(), endedOn: daySchema.nullable() })
export type Clause = z.infer<typeof clauseSchema>

export const goodsInput = z.object({
  /** The unpaid invoice. */
  itemId: idSchema,
  description: z.string().trim().min(1).max(500),
  serials: z.string().trim().max(1000).default(''),
  storage: z.string().trim().max(300).default(''),
  /** Number of the delivery note. */
  delivery: z.string().trim().max(100).default(''),
  deliveredOn: daySchema,
  state: z.enum(goodsStates).default('in-kind'),
  resoldTo: z.string().trim().max(200).default(''),
  resoldOn: daySchema.nullable().default(null),
  /** In the invoice's currency: what the buyer of the goods still owes for them. */
  resalePrice: amountSchema.min(1).nullable().default(null),
  note: z.string().trim().max(500).default(''),
})

/** Why goods cannot be claimed. */
export const noClaimReasons = [
  'no-clause',
  'agreed-after-delivery',
  'delivered-after',
  'paid',
  'gone',
  'no-resale-price',
] as const
export type NoClaimReason = (typeof noClaimReasons)[number]

export const goodsSchema = goodsInput.extend({
  id: idSchema,
  customerId: idSchema,
  number: z.string(),
  currency: currencySchema,
  /** Of the invoice: on the eve of the judgment in a procedure, else on the working day. */
  open: minorSchema,
  /** What can be claimed of them; null with the reason. Without a procedure it is what could be. */
  claims: z.enum(['goods', 'price']).nullable(),
  reason: z.enum(noClaimReasons).nullable(),
  clauseId: idSchema.nullable(),
  /** The clause has no document in the book to prove it. */
  unproved: z.boolean(),
  /** The claim they are part of. */
  claimId: idSchema.nullable(),
})
export type Goods = z.infer<typeof goodsSchema>

export const retentionClaimSchema = z.object({
  id: idSchema,
  reference: z.string(),
  customerId: idSchema,
  judgment: daySchema,
  deadline: daySchema.nullable(),
  addressee: z.string(),
  state: z.enum(['prepared', 'sent', 'received', 'agreed', 'refused', 'before-judge', 'ended', 'cancelled']),
  goods: z.array(z.object({ goodsId: idSchema, description: z.string(), claims: z.enum(['goods', 'price']) })),
  documentId: idSchema,
  preparedOn: daySchema,
  preparedBy: z.string(),
  sentOn: daySchema.nullable(),
  registeredNumber: z.string(),
  receivedOn: daySchema.nullable(),
  receiptId: idSchema.nullable(),
  answer: z.enum(answers).nullable(),
  answeredOn: daySchema.nullable(),
  judgeOn: daySchema.nullable(),
  outcome: z.enum(retentionOutcomes).nullable(),
  outcomeOn: daySchema.nullable(),
  note: z.string(),
  cancelledBecause: z.string(),
})
export type RetentionClaim = z.infer<typeof retentionClaimSchema>
