import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import type { BankMapping } from './bank-mapping.schema.ts'
import { importStatements, previewBank } from './imports.bank.ts'
import { bankMappingFor, savedMappings } from './imports.bank-mapping.ts'
import type { ImportFormat, ImportReport, importsContract } from './imports.contract.ts'
import { importCustomers } from './imports.customers.ts'
import { importEInvoices } from './imports.einvoices.ts'
import { type ImportResult, importFec } from './imports.fec.ts'
import { inspect, preview } from './imports.inspect.ts'
import { importItems } from './imports.items.ts'
import { deleteMapping, listFiles, listMappings, upsertMapping } from './imports.repository.ts'
import { type ImportRun, startRun } from './imports.run.ts'
import type { Mapping } from './mapping.schema.ts'
import { detectFormat } from './readers/detect.ts'
import type { Source } from './readers/source.ts'
import { templateExample } from './readers/template.example.ts'

type RunInput = {
  name: string
  file: Blob
  format: ImportFormat | 'auto'
  mapping?: Mapping | undefined
  bankMapping?: BankMapping | undefined
  skipInvalid: boolean
  dryRun: boolean
}

const formatOf = async (input: RunInput): Promise<ImportFormat> => {
  // A table with a bank's columns is a bank's, whatever it is called.
  if (input.bankMapping && (input.format === 'auto' || input.format === 'csv')) return 'bank-csv'
  if (input.format !== 'auto') return input.format
  const { format } = await detectFormat({ name: input.name, blob: input.file })
  if (format === 'unknown')
    throw new Refusal('import.format-unknown', `${input.name} is no file that Encours reads`, { file: input.name })
  return format
}

/**
 * Imports a file inside the caller's transaction. Refused lines refuse the file, unless they are to be left out; a dry
 * run reads everything and reports; the caller gives up what it wrote.
 */
async function* runImport(ctx: CommandContext, input: RunInput): AsyncGenerator<Progress, ImportReport> {
  const format = await formatOf(input)
  if (input.file.size === 0) throw new Refusal('import.empty', `${input.name} is empty`, { file: input.name })
  const run = await startRun(ctx, input.name, format, input.file)
  const source = { name: input.name, blob: input.file }
  const result = yield* read(ctx, run, source, { ...input, format })
  if (run.rejectedCount > 0 && !input.skipInvalid && !input.dryRun)
    throw new Refusal(
      'import.lines-refused',
      `${input.name}: ${run.rejectedCount} lines are refused; nothing was imported`,
      {
        file: input.name,
        count: run.rejectedCount,
        rejected: run.rejected,
      },
    )
  return run.finish({ ...result, dryRun: input.dryRun })
}

async function* read(
  ctx: CommandContext,
  run: ImportRun,
  source: Source,
  { format, mapping, bankMapping }: RunInput & { format: ImportFormat },
): AsyncGenerator<Progress, ImportResult & { createdCustomers?: number; bankLines?: number; refersTo?: boolean }> {
  switch (format) {
    case 'fec':
      return yield* importFec(ctx, run, source)
    case 'einvoice':
      return yield* importEInvoices(ctx, run, source)
    case 'camt':
    case 'cfonb120':
    case 'mt940':
    case 'ofx':
    case 'qif':
      return yield* importStatements(ctx, run, source, format, undefined)
    case 'bank-csv':
      return yield* importStatements(ctx, run, source, format, bankMapping ?? (await bankMappingFor(ctx, source)))
    default:
      return format === 'customers' || mapping?.target === 'customers'
        ? yield* importCustomers(ctx, run, source, mapping)
        : yield* importItems(ctx, run, source, mapping)
  }
}

/** As it was kept: those of older versions of the program say nothing of suppliers. */
const reportOf = (kept: string): ImportReport => {
  const report = JSON.parse(kept) as ImportReport
  return { ...report, created: { ...report.created, supplierLines: report.created.supplierLines ?? 0 } }
}

export const importsCalls: Handlers<typeof importsContract> = {
  inspect: (ctx, { name, file }) => inspect(ctx, { name, blob: file }),
  preview: (ctx, { name, file, mapping }) => preview(ctx, { name, blob: file }, mapping),
  previewBank: (ctx, { name, file, mapping }) => previewBank(ctx, { name, blob: file }, mapping),
  run: (ctx, input) => runImport(ctx, input),
  history: async (ctx) => ({
    files: (await listFiles(ctx.db)).map(({ report, ...file }) => ({
      ...file,
      report: reportOf(report),
    })),
  }),
  mappings: async (ctx) => savedMappings(await listMappings(ctx.db)),
  saveMapping: async (ctx, mapping) => {
    await upsertMapping(ctx.db, {
      name: mapping.name,
      signature: mapping.signature ?? '',
      mapping: JSON.stringify(mapping),
      updated_at: ctx.now,
    })
    return mapping
  },
  saveBankMapping: async (ctx, mapping) => {
    await upsertMapping(ctx.db, {
      name: mapping.name,
      signature: mapping.signature ?? '',
      mapping: JSON.stringify({ ...mapping, target: 'bank' }),
      updated_at: ctx.now,
    })
    return mapping
  },
  removeMapping: async (ctx, { name }) => {
    await deleteMapping(ctx.db, name)
    return {}
  },
  template: async (_ctx, { kind, format }) => {
    const { name, bytes, mediaType } = await templateExample(kind, format)
    return { name, file: new File([new Uint8Array(bytes)], name, { type: mediaType }) }
  },
}
