import { z } from 'zod'
import { bankFormats } from '../bank/bank-kinds.schema.ts'
import { command, fileSchema, host, job, nothing, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { minorSchema } from '../kernel/money.ts'
import { bankMappingSchema } from './bank-mapping.schema.ts'
import { mappingSchema } from './mapping.schema.ts'
import { problemReasons, warningCodes } from './problems.contract.ts'

export { type BankField, type BankMapping, bankFields, bankMappingSchema } from './bank-mapping.schema.ts'
export {
  type ColumnReference,
  type CustomerField,
  customerFields,
  type ItemField,
  itemFields,
  itemRowKinds,
  type Mapping,
  mappingSchema,
  textEncodings,
} from './mapping.schema.ts'
export type { ProblemReason, WarningCode } from './problems.contract.ts'

export const importFormats = ['fec', 'items', 'customers', 'csv', 'xlsx', 'einvoice', ...bankFormats] as const
export type ImportFormat = (typeof importFormats)[number]
/** What a file can be taken for. */
export const fileFormats = [...importFormats, 'unknown'] as const
export type FileFormat = (typeof fileFormats)[number]

export const rejectedLine = z.object({
  line: z.int(),
  field: z.string(),
  value: z.string(),
  reason: z.enum(problemReasons),
})
export const importWarning = z.object({
  /** Null: the whole file. */
  line: z.int().nullable(),
  code: z.enum(warningCodes),
  message: z.string(),
  /** What the sentence names: `count`; `difference` in minor units with its `currency`. */
  details: z.record(z.string(), z.unknown()).default({}),
})

export const importReport = z.object({
  file: z.string(),
  format: z.enum(importFormats),
  /** Lines read, without the header; documents of electronic invoices, movements of bank files. */
  records: z.int(),
  created: z.object({
    customers: z.int(),
    invoices: z.int(),
    creditNotes: z.int(),
    payments: z.int(),
    openings: z.int(),
    adjustments: z.int(),
    bankLines: z.int(),
    /** Lines of the supplier accounts of a ledger; reports of older versions of the program have none. */
    supplierLines: z.int().default(0),
  }),
  updated: z.int(),
  unchanged: z.int(),
  /** At most the first 1,000; `rejectedCount` counts all. */
  rejected: z.array(rejectedLine),
  rejectedCount: z.int(),
  warnings: z.array(importWarning),
  /** Of the whole file; `open` is what is left of its receivables. Of a bank file, money taken and money received. */
  totals: z.object({ debit: minorSchema, credit: minorSchema, open: minorSchema, currency: z.string() }),
  /** First and last day of the lines read; null for customers. */
  period: z.object({ from: daySchema, until: daySchema }).nullable(),
  dryRun: z.boolean(),
})
export type ImportReport = z.infer<typeof importReport>

export const mappingQuestions = ['header', 'amount', 'customer', 'date', 'date-order', 'decimal', 'as-of'] as const
export type MappingQuestion = (typeof mappingQuestions)[number]

export const recognitionReasons = [
  'fec-header',
  'template-header',
  'table',
  'workbook',
  'empty',
  'binary',
  'old-workbook',
  'markup',
  'no-columns',
  'einvoice',
  'bank-file',
  'bank-table',
] as const
export type RecognitionReason = (typeof recognitionReasons)[number]

export const inspection = z.object({
  name: z.string(),
  format: z.enum(fileFormats),
  /** Why it was taken for that. */
  why: z.enum(recognitionReasons),
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  header: z.array(z.string()),
  /** The first rows as text, under the header. */
  sample: z.array(z.array(z.string())),
  /** For csv and xlsx: what each column was taken for, or the saved mapping that fits. */
  mapping: mappingSchema.nullable(),
  /** For bank-csv, the same. */
  bankMapping: bankMappingSchema.nullable(),
  mappingName: z.string().nullable(),
  /** What the file does not say and the user must. */
  questions: z.array(z.enum(mappingQuestions)),
  /** The file was imported before, that day. */
  alreadyImportedAt: z.string().nullable(),
  sheets: z.array(z.string()),
})
export type Inspection = z.infer<typeof inspection>

export const importsContract = {
  inspect: query('import', 'Recognise a file: format, encoding, separator, header, first rows, mapping', {
    input: z.object({ name: z.string(), file: fileSchema }),
    output: inspection,
  }),
  preview: query('import', 'The first rows of a file as a mapping would read them', {
    input: z.object({ name: z.string(), file: fileSchema, mapping: mappingSchema }),
    output: z.object({
      rows: z.array(
        z.object({
          line: z.int(),
          kind: z.string(),
          number: z.string(),
          customerCode: z.string(),
          customerName: z.string(),
          issued: z.string(),
          due: z.string().nullable(),
          amount: minorSchema.nullable(),
          currency: z.string(),
          /** Of a file of customers: what was read, by field. */
          customer: z.record(z.string(), z.string()).nullable(),
        }),
      ),
      problems: z.array(rejectedLine),
      /**
       * The columns and first rows as text, read with the mapping's separator, encoding, sheet and header row; they come
       * for a mapping that is still incomplete too, without rows.
       */
      header: z.array(z.string()),
      sample: z.array(z.array(z.string())),
    }),
  }),
  run: job('import', 'Import a file, whole or not at all unless the refused lines are left out', {
    input: z.object({
      name: z.string(),
      file: fileSchema,
      format: z.enum([...importFormats, 'auto']).default('auto'),
      mapping: mappingSchema.optional(),
      /** Of a bank-csv file; without it the saved one that fits, or what its columns say. */
      bankMapping: bankMappingSchema.optional(),
      skipInvalid: z.boolean().default(false),
      dryRun: z.boolean().default(false),
    }),
    output: importReport,
  }),
  history: query('read', 'Files imported, newest first', {
    input: nothing,
    output: z.object({
      files: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          format: z.string(),
          at: z.string(),
          user: z.string(),
          report: importReport,
        }),
      ),
    }),
  }),
  previewBank: query('import', 'The first movements of a bank’s table as a mapping would read them', {
    input: z.object({ name: z.string(), file: fileSchema, mapping: bankMappingSchema }),
    output: z.object({
      lines: z.array(
        z.object({
          line: z.int(),
          booked: daySchema,
          valued: daySchema.nullable(),
          amount: minorSchema,
          currency: z.string(),
          party: z.string(),
          text: z.string(),
        }),
      ),
      problems: z.array(rejectedLine),
      header: z.array(z.string()),
      sample: z.array(z.array(z.string())),
    }),
  }),
  mappings: query('read', 'Saved mappings', {
    input: nothing,
    output: z.object({ mappings: z.array(mappingSchema), bankMappings: z.array(bankMappingSchema) }),
  }),
  saveBankMapping: command('import', 'Save a mapping of a bank’s table under its name', {
    input: bankMappingSchema,
    output: bankMappingSchema,
  }),
  saveMapping: command('import', 'Save a mapping under its name', { input: mappingSchema, output: mappingSchema }),
  removeMapping: command('import', 'Remove a saved mapping', {
    input: z.object({ name: z.string() }),
    output: nothing,
  }),
  template: host('read', 'An example file of a template, ready to fill', {
    input: z.object({ kind: z.enum(['items', 'customers']), format: z.enum(['csv', 'xlsx']) }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
}
