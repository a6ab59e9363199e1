import { z } from 'zod'
import { command, fileSchema, host, idSchema, nothing, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
import { reportFormats } from './leaves.model.ts'
import { mappedFields, reportMapping } from './mapping.schema.ts'
import { providers } from './scales.schema.ts'

const named = z.object({ fr: z.string(), en: z.string() })

export const ratingValueInput = z.object({
  /** Code of a known scale, or `own` for one that the report names. */
  scale: z.string().trim().min(1).max(40),
  label: z.string().trim().max(120).default(''),
  value: z.string().trim().min(1).max(40),
  best: z.string().trim().max(40).default(''),
  worst: z.string().trim().max(40).default(''),
})
export type RatingValueInput = z.infer<typeof ratingValueInput>

export const ratingInput = z.object({
  customerId: idSchema,
  provider: z.enum(providers),
  /** Of another provider than those named. */
  providerName: z.string().trim().max(80).default(''),
  day: daySchema,
  values: z.array(ratingValueInput).max(40),
  recommendedLimit: amountSchema.min(0).nullable().default(null),
  currency: currencySchema.default('EUR'),
  /** As the report names the company; what tells another one is refused. */
  companyName: z.string().trim().max(200).default(''),
  siren: z.string().trim().max(20).default(''),
  duns: z.string().trim().max(20).default(''),
  note: z.string().trim().max(2000).default(''),
})
export type RatingInput = z.infer<typeof ratingInput>

export const ratingValue = ratingValueInput.extend({
  name: named,
  better: z.enum(['high', 'low']).nullable(),
  /** What the provider says it means; null where nothing is published. */
  reading: named.extend({ risk: z.int().nullable() }).nullable(),
})

export const ratingSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  provider: z.enum(providers),
  providerName: z.string(),
  day: daySchema,
  values: z.array(ratingValue),
  recommendedLimit: minorSchema.nullable(),
  currency: currencySchema,
  companyName: z.string(),
  siren: z.string(),
  duns: z.string(),
  note: z.string(),
  source: z.string(),
  documentId: idSchema.nullable(),
  documentName: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** Older than the policy allows. */
  stale: z.boolean(),
})
export type Rating = z.infer<typeof ratingSchema>

export const scaleSchema = z.object({
  code: z.string(),
  provider: z.enum(providers),
  name: named,
  better: z.enum(['high', 'low']),
  min: z.number().nullable(),
  max: z.number().nullable(),
  bands: z.array(named.extend({ from: z.number(), to: z.number(), risk: z.int() })),
  grades: z.array(named.extend({ grade: z.string(), risk: z.int() })),
})

export const savedMapping = reportMapping.extend({ id: idSchema, savedAt: z.string(), savedBy: z.string() })
export type SavedMapping = z.infer<typeof savedMapping>

const place = z.object({ path: z.string(), value: z.string() })

export const reportInspection = z.object({
  format: z.enum(reportFormats),
  /** Rows of a table; 1 otherwise. */
  reports: z.int(),
  /** Every place of the report, or of the first row, with what stands there. */
  paths: z.array(
    place.extend({
      /** Several stand there and nothing tells them apart: no value can be read there. */
      repeated: z.boolean(),
      /** The text beside it that says what value it is. */
      beside: place.nullable(),
    }),
  ),
  reader: z.enum(['dnb', 'mapping']).nullable(),
  mapping: savedMapping.nullable(),
  /** Places of the mapping that the report does not have. */
  missing: z.array(z.string()),
})
export type ReportInspection = z.infer<typeof reportInspection>

export const mappedProblem = z.object({
  field: z.enum([...mappedFields, 'value']),
  path: z.string(),
  value: z.string(),
  line: z.int().nullable(),
  reason: z.enum(['missing', 'repeated', 'beside', 'day', 'amount', 'currency', 'scale', 'empty', 'number', 'long']),
})

const fileInput = { name: z.string().trim().min(1).max(200), file: fileSchema }

export const ratingsContract = {
  inspect: query('import', 'What a report in JSON, XML or CSV holds, place by place, and the mapping that knows it', {
    input: z.object(fileInput),
    output: reportInspection,
  }),
  preview: query('import', 'A report as a mapping would read it, with what it cannot read', {
    input: z.object({ ...fileInput, mapping: reportMapping, siren: z.string().max(20).default('') }),
    output: z.object({
      report: z
        .object({
          day: daySchema.nullable(),
          values: z.array(ratingValueInput),
          recommendedLimit: minorSchema.nullable(),
          currency: currencySchema,
          companyName: z.string(),
          siren: z.string(),
          duns: z.string(),
        })
        .nullable(),
      problems: z.array(mappedProblem),
    }),
  }),
  mappings: query('read', 'Mappings of reports, by name', {
    input: nothing,
    output: z.object({ mappings: z.array(savedMapping) }),
  }),
  saveMapping: command('import', 'Keep where the values of a provider’s report stand, or change it', {
    input: reportMapping.extend({ id: idSchema.nullable().default(null) }),
    output: savedMapping,
  }),
  removeMapping: command('import', 'Forget a mapping; reports read through it stay', {
    input: z.object({ id: idSchema }),
    output: nothing,
  }),
  scales: host('read', 'The scales of rating agencies as they publish them', {
    input: nothing,
    output: z.object({ scales: z.array(scaleSchema) }),
  }),
  ofCustomer: query('read', 'External reports of a customer: the newest of each provider, and all of them', {
    input: z.object({ customerId: idSchema, asOf: daySchema.optional() }),
    output: z.object({ newest: z.array(ratingSchema), all: z.array(ratingSchema) }),
  }),
  save: command('edit', 'Enter an external report, or change one', {
    input: ratingInput.extend({ id: idSchema.nullable().default(null) }),
    output: ratingSchema,
  }),
  remove: command('edit', 'Take an external report out of the file of a customer, with its document', {
    input: z.object({ id: idSchema }),
    output: nothing,
  }),
  attach: command('edit', 'Keep the report itself (PDF) as a document, instead of the one kept before', {
    input: z.object({ id: idSchema, name: z.string().trim().min(1).max(200), file: fileSchema }),
    output: ratingSchema,
  }),
  import: command(
    'import',
    'Read an external report: D&B Direct+ in JSON, or JSON, XML and CSV through a saved mapping',
    {
      input: z.object({
        customerId: idSchema,
        name: z.string().trim().min(1).max(200),
        file: fileSchema,
        /** Of the report, where the file does not tell it. */
        day: daySchema.nullable().default(null),
        /** The mapping to read through; without it the one that the file’s places tell. */
        mappingId: idSchema.nullable().default(null),
      }),
      output: z.object({ rating: ratingSchema, state: z.enum(['created', 'updated', 'unchanged']) }),
    },
  ),
  importTable: command('import', 'Read a table of external reports, a value a row, customers by code or SIREN', {
    input: z.object({ name: z.string().trim().min(1).max(200), file: fileSchema }),
    output: z.object({ created: z.int(), updated: z.int(), unchanged: z.int() }),
  }),
}
