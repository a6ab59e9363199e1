import { z } from 'zod'
import { idSchema } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

export const coverSchema = z.object({
  itemId: idSchema,
  limitId: idSchema,
  insurer: z.string(),
  policyNumber: z.string(),
  /** Percent. */
  coveredShare: z.string(),
  /** Of the cover, for all invoices together. */
  amount: minorSchema,
  currency: currencySchema,
  extensionDays: z.int(),
  noticeDays: z.int(),
  frozenOn: daySchema,
  declaredOn: daySchema.nullable(),
  declaredBy: z.string(),
  reference: z.string(),
})
export type Cover = z.infer<typeof coverSchema>

/** `waiting`: within the extension; `declare`: the days to declare run; `late`: they are over. */
export const claimStates = ['waiting', 'declare', 'late', 'declared'] as const

export const claimSchema = z.object({
  itemId: idSchema,
  number: z.string(),
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  due: daySchema,
  currency: currencySchema,
  open: minorSchema,
  /** A claim contested is not paid until the dispute is settled. */
  disputed: minorSchema,
  /** What the insurer would bear of what is open, at the covered share; VAT and the cover's ceiling are not looked at. */
  insured: minorSchema,
  insurer: z.string(),
  policyNumber: z.string(),
  coveredShare: z.string(),
  /** The customer is insolvent since: the days to declare run from there. */
  insolventSince: daySchema.nullable(),
  /** Due day and extension, or the insolvency. */
  from: daySchema,
  /** The last day to declare. */
  deadline: daySchema,
  /** Below zero once it is over. */
  daysLeft: z.int(),
  state: z.enum(claimStates),
  declaredOn: daySchema.nullable(),
})
export type Claim = z.infer<typeof claimSchema>
