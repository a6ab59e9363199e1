import { z } from 'zod'
import { idSchema } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { imputations } from './claims.schema.ts'

const balances = z.object({
  principal: minorSchema,
  /** Interest that bears interest itself (C. civ. 1343-2). */
  capitalised: minorSchema,
  interest: minorSchema,
  costs: minorSchema,
})

const line = { day: daySchema, amount: minorSchema, after: balances }
const moved = { label: z.string(), toPrincipal: minorSchema, toInterest: minorSchema, toCosts: minorSchema }

/** `after`: what is owed of the debt at the end of the line's day. */
export const accountLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('principal'), ...line }),
  z.object({ kind: z.literal('cost'), label: z.string(), ...line }),
  z.object({ kind: z.literal('payment'), ...moved, ...line }),
  z.object({ kind: z.literal('credit'), ...moved, ...line }),
  z.object({
    kind: z.literal('interest'),
    from: daySchema,
    days: z.int(),
    rate: z.string(),
    base: minorSchema,
    ...line,
  }),
  z.object({ kind: z.literal('capitalised'), ...line }),
  z.object({ kind: z.literal('rounding'), ...line }),
])
export type ShownLine = z.infer<typeof accountLine>

export const accountDebt = z.object({
  itemId: idSchema,
  number: z.string(),
  kind: z.string(),
  issued: daySchema,
  due: daySchema,
  /** Of the invoice, VAT included. */
  amount: minorSchema,
  /** Contested and therefore in no line: it stands apart. */
  disputed: minorSchema,
  /** What the ledger shows open of it on the day, the disputed part included. */
  open: minorSchema,
  /** The contract's rate; null for the statutory one. */
  contractRate: z.string().nullable(),
  dayCount: z.string(),
  lines: z.array(accountLine),
  left: balances,
  total: minorSchema,
  /** All the interest it bore, paid or not. */
  borne: minorSchema,
  paid: minorSchema,
  excess: minorSchema,
  /** Interest and fixed sum of it that were paid or waived apart from the ledger: already taken off `left` and `total`. */
  apart: minorSchema,
})
export type AccountDebtRow = z.infer<typeof accountDebt>

export const accountSchema = z.object({
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  asOf: daySchema,
  currency: currencySchema,
  imputation: z.enum(imputations),
  capitalisedFrom: daySchema.nullable(),
  capitalisedBy: z.enum(['', 'contract', 'court']),
  /** Interest stops the day before; null without a judgment. */
  judgment: daySchema.nullable(),
  /** The laws whose rates the debts bear: name, text, and that of the fixed sum. */
  rates: z.array(
    z.object({ label: z.object({ fr: z.string(), en: z.string() }), source: z.string(), fixedSum: z.string() }),
  ),
  /** By due date. */
  debts: z.array(accountDebt),
  /** Not due on the day: in no total. */
  notDue: z.array(z.object({ itemId: idSchema, number: z.string(), due: daySchema, open: minorSchema })),
  /** Receipts and credit notes matched with nothing: taken off the total. */
  credits: z.array(z.object({ itemId: idSchema, number: z.string(), day: daySchema, open: minorSchema })),
  /** Reminder fees and proved costs, claimed of no one invoice and not paid. */
  costs: z.array(z.object({ kind: z.enum(['fee', 'cost']), open: minorSchema })),
  totals: z.object({
    principal: minorSchema,
    capitalised: minorSchema,
    interest: minorSchema,
    /** Fixed sums of the debts. */
    indemnities: minorSchema,
    costs: minorSchema,
    credits: minorSchema,
    total: minorSchema,
    disputed: minorSchema,
    notDue: minorSchema,
    /** Open in the ledger of all that is listed: with `principal-first` it is principal, disputed and not due, less credits. */
    ledger: minorSchema,
  }),
  /** What a further day of interest adds, at the rate of the day. */
  perDay: minorSchema,
})
export type Account = z.infer<typeof accountSchema>
