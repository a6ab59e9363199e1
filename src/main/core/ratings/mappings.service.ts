import { uuidv7 } from 'uuidv7'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { readDnb } from './dnb.reader.ts'
import type { Leaf, ReadLeaves } from './leaves.model.ts'
import { readLeaves } from './leaves.reader.ts'
import { type MappedReport, mappingFault, missingPaths, readMapped } from './mapping.rules.ts'
import { type ReportMapping, reportMapping } from './mapping.schema.ts'
import { deleteMapping, findMapping, listMappings, mappingNamed, writeMapping } from './mappings.repository.ts'
import type { SavedMapping } from './ratings.contract.ts'
import type { ReportMappingTable } from './ratings.table.ts'

type Reading = Pick<QueryContext, 'db'>

/** Leaves of a report shown for a mapping: more than anybody looks through. */
const SHOWN = 2000
const SAMPLE = 120

const tell = (row: ReportMappingTable): SavedMapping => ({
  id: row.id,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
  ...reportMapping.parse(JSON.parse(row.content)),
})

export const allMappings = async (ctx: Reading): Promise<SavedMapping[]> => (await listMappings(ctx.db)).map(tell)

/** Keeps a mapping, new or over the one of that id; refuses one that could not tell whose a report is. */
export const saveMapping = async (
  ctx: CommandContext,
  { id, ...mapping }: ReportMapping & { id: string | null },
): Promise<SavedMapping> => {
  const fault = mappingFault(mapping)
  if (fault) throw new Refusal('rating.mapping-invalid', `the mapping ${mapping.name}: ${fault}`, { reason: fault })
  if (id && !(await findMapping(ctx.db, id))) throw new Refusal('not-found', 'no such mapping', { id })
  const same = await mappingNamed(ctx.db, mapping.name)
  if (same && same.id !== id)
    throw new Refusal('rating.mapping-name-used', `a mapping ${mapping.name} exists`, { name: mapping.name })
  const row: ReportMappingTable = {
    id: id ?? uuidv7(),
    name: mapping.name,
    provider: mapping.provider,
    format: mapping.format,
    content: JSON.stringify(mapping),
    saved_at: ctx.now,
    saved_by: ctx.user,
  }
  await writeMapping(ctx.db, row)
  return tell(row)
}

export const removeMapping = async (ctx: CommandContext, id: string): Promise<void> => {
  if (!(await findMapping(ctx.db, id))) throw new Refusal('not-found', 'no such mapping', { id })
  await deleteMapping(ctx.db, id)
}

type Match = { mapping: SavedMapping; missing: string[] }

/** The mapping whose places a report has, the one with the most of them; else the one that misses the fewest. */
const matchOf = (mappings: readonly SavedMapping[], { format, reports }: ReadLeaves): Match | null => {
  const leaves = reports[0] ?? []
  const size = ({ fields, values }: ReportMapping) => Object.keys(fields).length + values.length
  const matches = mappings
    .filter((mapping) => mapping.format === format)
    .map((mapping) => ({ mapping, missing: missingPaths(mapping, leaves) }))
    .filter(({ mapping, missing }) => missing.length * 2 < size(mapping))
    .toSorted((a, b) => a.missing.length - b.missing.length || size(b.mapping) - size(a.mapping))
  return matches[0] ?? null
}

const shown = ({ path, value, repeated, beside }: Leaf) => ({ path, value: value.slice(0, SAMPLE), repeated, beside })

/** What a file holds, place by place, and the reader or the saved mapping that knows it. */
export const inspectReport = async (ctx: Reading, name: string, file: Blob) => {
  const read = await readLeaves(name, file)
  const known = read.format === 'json' && readDnb(JSON.parse((await file.text()).replace(/^\uFEFF/, ''))) !== null
  const match = known ? null : matchOf(await allMappings(ctx), read)
  return {
    format: read.format,
    reports: read.reports.length,
    paths: (read.reports[0] ?? []).slice(0, SHOWN).map(shown),
    reader: known ? ('dnb' as const) : match ? ('mapping' as const) : null,
    mapping: match?.mapping ?? null,
    missing: match?.missing ?? [],
  }
}

/** A file as a mapping reads it, with what cannot be read; nothing is kept. */
export const previewReport = async (name: string, file: Blob, mapping: ReportMapping, siren: string) => {
  const { format, reports } = await readLeaves(name, file)
  if (format !== mapping.format)
    throw new Refusal('rating.unknown-file', `${name} is ${format}, not ${mapping.format}`, { file: name })
  const read = reports.map((leaves) => readMapped(mapping, leaves))
  const found = read.length > 1 ? read.find((one) => siren !== '' && one.report.siren === siren) : undefined
  return found ?? read[0] ?? { report: null, problems: [] }
}

/** Through which mapping a report is read: the one chosen, else the one that its places tell. */
const mappingFor = async (ctx: Reading, name: string, read: ReadLeaves, id: string | null): Promise<SavedMapping> => {
  const mappings = await allMappings(ctx)
  const chosen = id ? mappings.find((mapping) => mapping.id === id) : null
  if (id && !chosen) throw new Refusal('not-found', 'no such mapping', { id })
  const match = chosen
    ? { mapping: chosen, missing: missingPaths(chosen, read.reports[0] ?? []) }
    : matchOf(mappings, read)
  if (!match) throw new Refusal('rating.unknown-file', `${name} is no report that a mapping reads`, { file: name })
  const { mapping, missing } = match
  if (missing.length > 0)
    throw new Refusal('rating.paths-missing', `${name} misses ${missing.join(', ')}`, {
      file: name,
      mapping: mapping.name,
      paths: missing.join(', '),
    })
  return mapping
}

/**
 * Reads the report of one company through a mapping; of a table of several, the row that names its SIREN. Refuses the first
 * thing that cannot be read with `rating.unreadable` and its place.
 */
export const readThroughMapping = async (
  ctx: Reading,
  { name, file, mappingId, siren }: { name: string; file: Blob; mappingId: string | null; siren: string },
): Promise<{ mapping: SavedMapping; report: MappedReport }> => {
  const read = await readLeaves(name, file)
  const mapping = await mappingFor(ctx, name, read, mappingId)
  const all = read.reports.map((leaves) => readMapped(mapping, leaves))
  const own = all.length === 1 ? all : all.filter(({ report }) => siren !== '' && report.siren === siren)
  const [found, ...others] = own
  if (!found || others.length > 0)
    throw new Refusal('rating.row-missing', `${name}: ${own.length} rows of this customer`, {
      file: name,
      rows: own.length,
    })
  const [problem] = found.problems
  if (problem) {
    const { field, path, value, line, reason } = problem
    throw new Refusal('rating.place-unreadable', `${name}, ${path}: ${value} (${reason})`, {
      file: name,
      field,
      path,
      value,
      line,
      reason,
    })
  }
  return { mapping, report: found.report }
}
