import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import type { ImportFormat, ImportReport, importsContract } from './imports.contract.ts'
import { importCustomers } from './imports.customers.ts'
import { importFec } from './imports.fec.ts'
import { inspect, preview } from './imports.inspect.ts'
import { importItems } from './imports.items.ts'
import { deleteMapping, listFiles, listMappings, upsertMapping } from './imports.repository.ts'
import { startRun } from './imports.run.ts'
import type { Mapping } from './mapping.schema.ts'
import { detectFormat } from './readers/detect.ts'
import { templateExample } from './readers/template.example.ts'

type RunInput = {
  name: string
  file: Blob
  format: ImportFormat | 'auto'
  mapping?: Mapping | undefined
  skipInvalid: boolean
  dryRun: boolean
}

const formatOf = async (input: RunInput): Promise<ImportFormat> => {
  if (input.format !== 'auto') return input.format
  const { format } = await detectFormat({ name: input.name, blob: input.file })
  if (format === 'unknown' || format === 'einvoice')
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
  const result =
    format === 'fec'
      ? yield* importFec(ctx, run, source)
      : format === 'customers' || input.mapping?.target === 'customers'
        ? yield* importCustomers(ctx, run, source, input.mapping)
        : yield* importItems(ctx, run, source, input.mapping)
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

export const importsCalls: Handlers<typeof importsContract> = {
  inspect: (ctx, { name, file }) => inspect(ctx, { name, blob: file }),
  preview: (ctx, { name, file, mapping }) => preview(ctx, { name, blob: file }, mapping),
  run: (ctx, input) => runImport(ctx, input),
  history: async (ctx) => ({
    files: (await listFiles(ctx.db)).map(({ report, ...file }) => ({
      ...file,
      report: JSON.parse(report) as ImportReport,
    })),
  }),
  mappings: async (ctx) => ({
    mappings: (await listMappings(ctx.db)).map((row) => JSON.parse(row.mapping) as Mapping),
  }),
  saveMapping: async (ctx, mapping) => {
    await upsertMapping(ctx.db, {
      name: mapping.name,
      signature: mapping.signature ?? '',
      mapping: JSON.stringify(mapping),
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
