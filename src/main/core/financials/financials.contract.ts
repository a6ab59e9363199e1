import { z } from 'zod'
import { command, fileSchema, host, idSchema, languageSchema, nothing, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
import { figureKeys, type StatementLine, statementLines } from './figure-keys.schema.ts'

export const scoreModels = ['conan-holder', 'altman-z1', 'altman-z2', 'altman-em', 'bdf'] as const
export type ScoreModelCode = (typeof scoreModels)[number]

const named = z.object({ fr: z.string(), en: z.string() })

export const scoreSchema = z.object({
  model: z.enum(scoreModels),
  /** A decimal, rounded once. */
  score: z.string(),
  class: z.string(),
  zone: named,
  /** Failure within three years, in percent; null where the model gives none. */
  probability: z.object({ above: z.number().nullable(), below: z.number().nullable() }).nullable(),
  terms: z.array(
    z.object({
      code: z.string(),
      fr: z.string(),
      en: z.string(),
      coefficient: z.string(),
      /** The ratio itself, four decimals. */
      value: z.string(),
      contribution: z.string(),
    }),
  ),
  constant: z.string(),
  /** The score less the constant and contributions as shown. */
  rounding: z.string(),
  caution: named,
})
export type Score = z.infer<typeof scoreSchema>

/** A model that gave no score for a statement, and why. */
export const unscoredSchema = z.object({
  model: z.enum(scoreModels),
  score: z.null(),
  /** `unbalanced`: the balance sheet does not balance; `not-meaningful`: a ratio over zero or less. */
  reason: z.enum(['missing', 'not-meaningful', 'unbalanced']),
  keys: z.array(z.string()),
})

export const statementScore = z.union([
  scoreSchema.extend({
    /** Revenue outside the range of firms that the model was fitted on. */
    outsideRange: z.boolean(),
    /** Flows were brought to twelve months. */
    annualised: z.boolean(),
  }),
  unscoredSchema,
])
export type StatementScore = z.infer<typeof statementScore>

export const ratioSchema = z.object({
  code: z.string(),
  fr: z.string(),
  en: z.string(),
  formulaFr: z.string(),
  formulaEn: z.string(),
  unit: z.enum(['amount', 'percent', 'times', 'days', 'years']),
  /** A decimal; null where it has no meaning. */
  value: z.string().nullable(),
  /** Of a ratio that is an amount: minor units of the statement's currency. */
  amount: minorSchema.nullable(),
  numerator: minorSchema.nullable(),
  denominator: minorSchema.nullable(),
  /** By a rule of thumb; null where there is none. */
  reading: z.enum(['good', 'fair', 'poor']).nullable(),
  reason: z.enum(['missing', 'not-meaningful', 'unbalanced']).nullable(),
  missing: z.array(z.string()),
  annualised: z.boolean(),
  /** VAT rate assumed in percent, where the figure with VAT is not given. */
  assumedTax: z.string().nullable(),
})
export type Ratio = z.infer<typeof ratioSchema>

export const ratioTrend = z.object({
  code: z.string(),
  /** The newest first. */
  values: z.array(z.object({ closedOn: daySchema, value: z.string().nullable() })),
  /** `up` and `down` where neither is better by itself. */
  change: z.enum(['better', 'worse', 'stable', 'up', 'down']).nullable(),
})
export type RatioTrend = z.infer<typeof ratioTrend>

/** What a reader of a statement must know before its figures. */
export const statementFlag = z.object({
  code: z.enum([
    'unbalanced',
    'details-differ',
    'no-revenue',
    'lines-missing',
    'negative-equity',
    'equity-lost',
    'annualised',
    'stale',
    'twice',
  ]),
  details: z.record(z.string(), z.unknown()),
})
export type StatementFlag = z.infer<typeof statementFlag>

const lineName = z.enum(statementLines as [StatementLine, ...StatementLine[]])

export const statementInput = z.object({
  customerId: idSchema,
  closedOn: daySchema,
  months: z.int().min(1).max(24).default(12),
  currency: currencySchema.default('EUR'),
  /** Where it comes from: tax return, registry, the customer. */
  source: z.string().trim().max(120).default(''),
  audited: z.boolean().default(false),
  consolidated: z.boolean().default(false),
  /** The company it is of; refused when it is not the customer's. */
  siren: z.string().trim().max(20).default(''),
  note: z.string().trim().max(2000).default(''),
  /** Minor units, by name of the figure or box of the tax forms. */
  lines: z.partialRecord(lineName, amountSchema),
  /** Of what the lines are whole numbers: 1, or 1,000 for a statement in thousands. */
  unit: z.literal([1, 1000]).default(1),
})
export type StatementInput = z.infer<typeof statementInput>

export const statementSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  closedOn: daySchema,
  months: z.int(),
  currency: currencySchema,
  source: z.string(),
  audited: z.boolean(),
  consolidated: z.boolean(),
  siren: z.string(),
  note: z.string(),
  unit: z.int(),
  documentId: idSchema.nullable(),
  documentName: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  lines: z.partialRecord(lineName, minorSchema),
  /** Minor units of its currency, over the statement's own months; `origin` is `entered` or the lines added up. */
  figures: z.partialRecord(z.enum(figureKeys), z.object({ amount: minorSchema, origin: z.string() })),
  ratios: z.array(ratioSchema),
  scores: z.array(statementScore),
  flags: z.array(statementFlag),
})
export type Statement = z.infer<typeof statementSchema>

export const financialsSchema = z.object({
  /** The newest first. */
  statements: z.array(statementSchema),
  /** Over the statements of the newest one's kind (consolidated or not) and currency. */
  trend: z.array(ratioTrend),
})
export type Financials = z.infer<typeof financialsSchema>

export const importedStatement = z.object({
  id: idSchema,
  customerId: idSchema,
  customerCode: z.string(),
  closedOn: daySchema,
  state: z.enum(['created', 'updated', 'unchanged']),
  /** Lines read. */
  lines: z.int(),
})

export const financialsContract = {
  score: host('read', 'A score from figures given as decimals: Conan and Holder, Altman, Banque de France', {
    input: z.object({ model: z.enum(scoreModels), figures: z.record(z.string(), z.string().max(60)) }),
    output: scoreSchema,
  }),
  list: query('read', 'Financial statements of a customer with figures, ratios, scores and trend, newest first', {
    input: z.object({ customerId: idSchema }),
    output: financialsSchema,
  }),
  save: command('edit', 'Enter a financial statement, or change one', {
    input: statementInput.extend({ id: idSchema.nullable().default(null) }),
    output: statementSchema,
  }),
  remove: command('edit', 'Take a financial statement out of the file of a customer, with its document', {
    input: z.object({ id: idSchema }),
    output: nothing,
  }),
  attach: command('edit', 'Keep the statement itself as a document, instead of the one kept before', {
    input: z.object({ id: idSchema, name: z.string().trim().min(1).max(200), file: fileSchema }),
    output: statementSchema,
  }),
  import: command('import', 'Read statements from a table: boxes of the French tax forms, or figures by name', {
    input: z.object({
      name: z.string().trim().min(1).max(200),
      file: fileSchema,
      /** Whose it must be; without it the file names the customer by code or SIREN. */
      customerId: idSchema.nullable().default(null),
      unit: z.literal([1, 1000]).default(1),
      source: z.string().trim().max(120).default(''),
    }),
    output: z.object({
      statements: z.array(importedStatement),
      /** Texts of lines that are no figure and no box. */
      ignored: z.array(z.string()),
    }),
  }),
  template: host('read', 'A table to fill with three years of statements', {
    input: z.object({ language: languageSchema }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
}
