import { z } from 'zod'
import { handoverTargets } from '../handovers/handovers.contract.ts'
import { idSchema } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema } from '../kernel/money.ts'

export const channels = ['call', 'email', 'letter', 'registered', 'task'] as const
/** What the days of a level count from: the due date, the end of its month, or the item's last letter. */
export const bases = ['due', 'month-end', 'previous'] as const
export const approvals = ['none', 'confirm', 'second-person'] as const
export const effects = ['delivery-stop', 'credit-review', 'hand-over'] as const
export const groupings = ['customer', 'invoice'] as const
export const workingDayRules = ['none', 'next', 'previous'] as const

const amountsByCurrency = z.record(z.string(), amountSchema.min(0))

export const levelSchema = z.object({
  /**
   * Levels go up by it, and items remember the one they reached. Reminders count from 1; notices come before, from 0 down,
   * so that adding one moves no reminder.
   */
  position: z.int().min(-20).max(100),
  name: z.string().trim().min(1).max(80),
  /** Key of the wording this level uses. */
  wording: z.string(),
  /** Days from what `basis` says; below zero a notice before the due date. */
  days: z.int().min(-365).max(3650),
  basis: z.enum(bases).default('due'),
  /** Days since the item's last letter. */
  minimumGap: z.int().min(0).max(3650),
  /** By currency, what the letter must be above to go at this level; of a notice, what an item must be above. None: all go. */
  minimumAmounts: amountsByCurrency.default({}),
  channel: z.enum(channels),
  claimsInterest: z.boolean(),
  claimsIndemnity: z.boolean(),
  /** Per letter, in the company's currency. */
  fee: amountSchema,
  /** Per letter, in percent of its principal, beside the fixed fee: a decimal as text. */
  feePercent: z.string().default('0'),
  newDeadlineDays: z.int().min(1).max(3650).nullable(),
  /** Of the last level: it comes again after so many days. */
  repeatDays: z.int().min(1).max(3650).nullable().default(null),
  /** `confirm`: a person's yes when it is issued; `second-person`: approved before by somebody else. */
  approval: z.enum(approvals).default('none'),
  /** What else happens when the letter is issued. */
  effect: z.enum(effects).nullable().default(null),
  /** To whom `hand-over` hands the account. */
  effectTarget: z.enum(handoverTargets).nullable().default(null),
})
export type LevelInput = z.infer<typeof levelSchema>

export const planFields = z.object({
  name: z.string().trim().min(1).max(80),
  /** One letter for all that a customer owes in a currency, or one for each invoice. */
  grouping: z.enum(groupings).default('customer'),
  /** Where the day a level is reached on moves to when it is no working day. */
  workingDays: z.enum(workingDayRules).default('none'),
  /** A letter also names what else is overdue, without claiming it. */
  listsYounger: z.boolean().default(false),
  /** Items open below this are left out. */
  itemMinimum: amountSchema.min(0),
  /** Smallest letter by currency; a currency that is missing is not reminded. */
  letterMinimums: z.record(currencySchema, amountSchema.min(0)),
  levels: z.array(levelSchema),
})
export type PlanInput = z.infer<typeof planFields>

export const planSchema = planFields.extend({
  id: idSchema,
  /** Serves whoever has no other. */
  isDefault: z.boolean(),
  /** Since then it serves nobody. */
  archivedOn: daySchema.nullable(),
})
export type Plan = z.infer<typeof planSchema>

/** Which plan serves whom: the nearest wins, item before customer before segment before the default one. */
export const planUseSchema = z.object({
  segments: z.array(z.object({ segment: z.string(), planId: idSchema.nullable(), customers: z.int() })),
  customers: z.array(z.object({ customerId: idSchema, code: z.string(), name: z.string(), planId: idSchema })),
  items: z.array(
    z.object({
      itemId: idSchema,
      number: z.string(),
      customerId: idSchema,
      code: z.string(),
      name: z.string(),
      planId: idSchema,
    }),
  ),
})
export type PlanUse = z.infer<typeof planUseSchema>

export const planOfSchema = z.object({
  planId: idSchema,
  name: z.string(),
  because: z.enum(['item', 'customer', 'segment', 'default']),
  /** What would serve without a choice of its own. */
  otherwise: z.object({ planId: idSchema, name: z.string() }),
})
export type PlanOf = z.infer<typeof planOfSchema>
