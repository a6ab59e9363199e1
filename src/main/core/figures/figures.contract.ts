import { z } from 'zod'
import { query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

/** Each with its unit: days, percent, points (of 10,000) or a number. */
export const figureUnits = {
  dso: 'days',
  dsoAverage: 'days',
  dsoCountBack: 'days',
  dsoTrue: 'days',
  bestDso: 'days',
  addedDays: 'days',
  delay: 'days',
  delayPlain: 'days',
  delayLate: 'days',
  delayWithOpen: 'days',
  effectiveness: 'percent',
  current: 'percent',
  overdue: 'percent',
  overNinety: 'percent',
  disputed: 'percent',
  topTen: 'percent',
  herfindahl: 'points',
  equivalent: 'number',
} as const
export type FigureName = keyof typeof figureUnits
export const figureNames = Object.keys(figureUnits) as [FigureName, ...FigureName[]]

/** Why there is none. */
export const missingReasons = [
  'no-sales',
  'history-too-short',
  'nothing-owed',
  'credit-balance',
  'nothing-paid',
] as const

export const figureSchema = z.object({
  /** A decimal, rounded half away from zero; null where it cannot be told. */
  value: z.string().nullable(),
  why: z.enum(missingReasons).nullable(),
})
export type ShownFigure = z.infer<typeof figureSchema>

/** Figures that the past has too. */
export const historyNames = [
  'dso',
  'dsoCountBack',
  'bestDso',
  'addedDays',
  'effectiveness',
  'overdue',
  'overNinety',
] as const satisfies readonly FigureName[]

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
  key: query('read', 'Key figures of a day with their history: DSO, lateness, collection, concentration', {
    input: z.object({
      asOf: daySchema.optional(),
      /** Sales of so many months are what receivables are held against. */
      months: z.int().min(1).max(24).default(12),
      /** So many points of the past, one a month. */
      history: z.int().min(0).max(36).default(24),
    }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      /** Items of other currencies whose worth is not known: in no figure. */
      leftOut: z.int(),
      period: z.object({ from: daySchema, until: daySchema, days: z.int() }),
      /** With VAT: of the period, of its last month. */
      sales: minorSchema,
      salesOfMonth: minorSchema,
      /** Of the day, at the beginning of the period, and a month before. */
      position: positionSchema,
      opening: positionSchema,
      monthBefore: positionSchema,
      paid: z.object({ parts: z.int(), amount: minorSchema, lateParts: z.int(), lateAmount: minorSchema }),
      disputed: z.object({ items: z.int(), amount: minorSchema }),
      figures: z.record(z.enum(figureNames), figureSchema),
      /** The oldest first; the last is the day itself. */
      points: z.array(
        positionSchema.extend({ sales: minorSchema, figures: z.record(z.enum(historyNames), figureSchema) }),
      ),
    }),
  }),
}
