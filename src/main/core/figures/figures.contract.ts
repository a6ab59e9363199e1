import { z } from 'zod'
import { pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { percentSchema } from '../policy/credit-policy.schema.ts'
import { listSchemas } from './figures.lists.schema.ts'

export { type FigureList, figureLists } from './figures.lists.schema.ts'

/** Read from the ledger's days and sales. Each with its unit: days, percent, points (of 10,000), an amount or a number. */
export const ledgerUnits = {
  dso: 'days',
  dsoAverage: 'days',
  dsoCountBack: 'days',
  dsoTrue: 'days',
  bestDso: 'days',
  addedDays: 'days',
  delay: 'days',
  delayPlain: 'days',
  delayInstalment: 'days',
  delayLate: 'days',
  delayWithOpen: 'days',
  effectiveness: 'percent',
  current: 'percent',
  overdue: 'percent',
  overNinety: 'percent',
  disputed: 'percent',
  badDebt: 'percent',
  costOfLateness: 'money',
  largest: 'percent',
  topTen: 'percent',
  herfindahl: 'points',
  equivalent: 'number',
  dpo: 'days',
  dsoGap: 'days',
} as const
export type LedgerFigureName = keyof typeof ledgerUnits
export const ledgerNames = Object.keys(ledgerUnits) as [LedgerFigureName, ...LedgerFigureName[]]

/** Told by what people do: disputes, promises, limits, invoicing, reminders. */
export const handlingUnits = {
  disputedCount: 'percent',
  disputeCycle: 'days',
  promiseKept: 'percent',
  promiseKeptCount: 'percent',
  limitUse: 'percent',
  overLimit: 'number',
  invoicingDelay: 'days',
  orderDelay: 'days',
  firstReminder: 'percent',
} as const
export type HandlingFigureName = keyof typeof handlingUnits
export const handlingNames = Object.keys(handlingUnits) as [HandlingFigureName, ...HandlingFigureName[]]

export const figureUnits = { ...ledgerUnits, ...handlingUnits }
export type FigureName = LedgerFigureName | HandlingFigureName
export const figureNames = [...ledgerNames, ...handlingNames] as [FigureName, ...FigureName[]]

/** Why there is none. */
export const missingReasons = [
  'no-sales',
  'history-too-short',
  'nothing-owed',
  'credit-balance',
  'nothing-paid',
  'no-disputes-closed',
  'no-promises-due',
  'no-limits',
  'no-deliveries',
  'no-orders',
  'no-reminders',
  'no-suppliers',
  'ledger-ends',
  'no-purchases',
  'suppliers-owe',
] as const

export const figureSchema = z.object({
  /** A decimal, rounded half away from zero; null where it cannot be told. */
  value: z.string().nullable(),
  why: z.enum(missingReasons).nullable(),
})
export type ShownFigure = z.infer<typeof figureSchema>

/** What money costs a year, and the VAT of sales and of losses that no invoice tells it of. */
export const usualRates = { financingRate: '5', vatRate: '20' }

const period = {
  asOf: daySchema.optional(),
  /** Sales of so many months are what receivables are held against; what happened is counted over them. */
  months: z.int().min(1).max(24).default(12),
}
const history = {
  /** So many points of the past, one a month. */
  history: z.int().min(0).max(36).default(24),
}
const stretch = z.object({ from: daySchema, until: daySchema, days: z.int() })
const recovery = {
  asked: minorSchema,
  paid: minorSchema,
  share: figureSchema,
  /** The share at each of the points. */
  past: z.array(figureSchema),
}

const positionSchema = z.object({
  day: daySchema,
  /** The aged balance of that day adds up to it, in the company's currency. */
  total: minorSchema,
  notDue: minorSchema,
  /** 1 to 30 days late, 31 to 60, 61 to 90, more. */
  late: z.array(minorSchema).length(4),
  unallocated: minorSchema,
})

export const figuresContract = {
  key: query('read', 'Key figures of a day with their history: DSO, lateness, collection, losses, concentration', {
    input: z.object({
      ...period,
      ...history,
      financingRate: percentSchema.default(usualRates.financingRate),
      vatRate: percentSchema.default(usualRates.vatRate),
    }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      /** Items of other currencies whose worth is not known: in no figure. */
      leftOut: z.int(),
      financingRate: percentSchema,
      vatRate: percentSchema,
      period: stretch,
      /** With VAT: of the period, of its last month. */
      sales: minorSchema,
      salesOfMonth: minorSchema,
      /** Of the day, at the beginning of the period, and a month before. */
      position: positionSchema,
      opening: positionSchema,
      monthBefore: positionSchema,
      paid: z.object({ parts: z.int(), amount: minorSchema, lateParts: z.int(), lateAmount: minorSchema }),
      disputed: z.object({ items: z.int(), amount: minorSchema }),
      /** Over the whole period, and the sales with VAT they are held against; net of VAT, as far as it was told. */
      lost: z.object({ net: minorSchema, untold: minorSchema, sales: minorSchema }),
      /** Who owes anything, a group counting as one: how many, how much in all, the largest of them, the ten largest. */
      concentration: z.object({ holders: z.int(), whole: minorSchema, largest: minorSchema, ten: minorSchema }),
      /** Owed to suppliers and bought from them, with VAT, over so many days; null where no ledger tells it. */
      payables: z.object({ owed: minorSchema.nullable(), purchases: minorSchema, days: z.int() }),
      figures: z.record(z.enum(ledgerNames), figureSchema),
      /** The oldest first; the last is the day itself. */
      points: z.array(
        positionSchema.extend({ sales: minorSchema, figures: z.record(z.enum(ledgerNames), figureSchema) }),
      ),
    }),
  }),
  handling: query(
    'read',
    'Key figures of the work behind: disputes, promises, limits, invoicing, what reminders brought in, by level and by person',
    {
      input: z.object({ ...period, ...history }),
      output: z.object({
        asOf: daySchema,
        currency: currencySchema,
        period: stretch,
        disputes: z.object({ items: z.int(), openItems: z.int(), closed: z.int(), days: z.int() }),
        promises: z.object({ due: z.int(), kept: z.int(), expected: minorSchema, received: minorSchema }),
        limits: z.object({ accounts: z.int(), exposure: minorSchema, limit: minorSchema, passed: z.int() }),
        invoicing: z.object({
          invoices: z.int(),
          amount: minorSchema,
          orderedInvoices: z.int(),
          orderedAmount: minorSchema,
        }),
        /** What each level asked for, and what was paid before the next letter. */
        levels: z.array(z.object({ level: z.int(), name: z.string(), letters: z.int(), items: z.int(), ...recovery })),
        /** What was paid after each person was the last to ask, by letter or at the telephone; the most first. */
        people: z.array(
          z.object({ person: z.string(), letters: z.int(), calls: z.int(), items: z.int(), ...recovery }),
        ),
        figures: z.record(z.enum(handlingNames), figureSchema),
        points: z.array(z.object({ day: daySchema, figures: z.record(z.enum(handlingNames), figureSchema) })),
      }),
    },
  ),
  behind: query('read', 'The list behind a key figure, as of the same day', {
    input: pageSchema.extend({
      ...period,
      ...listSchemas.input,
    }),
    output: z.object({ asOf: daySchema, currency: currencySchema, ...listSchemas.output }),
  }),
}
