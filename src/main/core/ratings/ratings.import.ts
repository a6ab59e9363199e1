import { requireCompany } from '../company/company.service.ts'
import { detectFormat } from '../imports/readers/detect.ts'
import { type Row, readRows } from '../imports/readers/rows.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { PROOF_LIMIT } from '../proofs/proofs.contract.ts'
import { type ReadReport, readDnb } from './dnb.reader.ts'
import { parseReport } from './leaves.reader.ts'
import { readThroughMapping } from './mappings.service.ts'
import type { RatingInput, RatingValueInput } from './ratings.contract.ts'
import { keepRating } from './ratings.keep.ts'
import { customerNamed, customersNamed, findRating, twinOf, valuesOf } from './ratings.repository.ts'
import { readTable, type TableReport, unreadable } from './table.reader.ts'

type State = 'created' | 'updated' | 'unchanged'

/** Reports are tables of some thousand customers. */
const MAX_ROWS = 50_000

const keyOf = ({ scale, label }: RatingValueInput): string => `${scale} ${label}`

/**
 * Keeps what a file tells: with the report of that provider and day it becomes one, its values taking the place of the
 * same ones. Told again, nothing changes.
 */
const take = async (ctx: CommandContext, told: RatingInput, source: string): Promise<{ id: string; state: State }> => {
  if (told.values.length === 0 && told.recommendedLimit === null)
    throw new Refusal('rating.empty', 'nothing in the report')
  const twin = await twinOf(ctx.db, told.customerId, told.provider, told.providerName, told.day)
  if (!twin) return { id: await keepRating(ctx, told, null, source), state: 'created' }
  const held = (await valuesOf(ctx.db, twin.id)).map(({ rating_id: _id, ...value }) => value)
  const anew = new Set(told.values.map(keyOf))
  const rating: RatingInput = {
    ...told,
    values: [...held.filter((value) => !anew.has(keyOf(value))), ...told.values],
    recommendedLimit: told.recommendedLimit ?? twin.recommended_limit,
    currency: told.recommendedLimit === null ? twin.currency : told.currency,
    companyName: told.companyName || twin.company_name,
    siren: told.siren || twin.siren,
    duns: told.duns || twin.duns,
    note: told.note || twin.note,
  }
  const id = await keepRating(ctx, rating, twin.id, source)
  // Names and numbers are stored in one spelling: what counts is whether the row is another one now.
  const { source: _now, ...after } = (await findRating(ctx.db, id)) ?? twin
  const { source: _before, ...before } = twin
  const values = (await valuesOf(ctx.db, id)).map(({ rating_id: _id, ...value }) => value)
  const same = JSON.stringify([after, values]) === JSON.stringify([before, held])
  return { id, state: same ? 'unchanged' : 'updated' }
}

const looksLikeJson = async (file: Blob): Promise<boolean> => /^\uFEFF?\s*[{[]/.test(await file.slice(0, 512).text())

/** The answer of D&B Direct+ that a file holds; null when it is none. */
const dnbIn = async (name: string, file: Blob): Promise<ReadReport | null> => {
  if (file.size > PROOF_LIMIT)
    throw new Refusal('document.too-large', 'the file is above 20 MB', { size: file.size, limit: PROOF_LIMIT })
  if (!(await looksLikeJson(file))) return null
  return readDnb(parseReport(name, (await file.text()).replace(/^\uFEFF/, '')))
}

type Importing = { customerId: string; name: string; file: Blob; day: Day | null; mappingId: string | null }

const told = async (
  ctx: CommandContext,
  input: Importing,
): Promise<Omit<RatingInput, 'customerId' | 'day'> & { day: Day | null }> => {
  const { name, file, mappingId } = input
  const dnb = mappingId ? null : await dnbIn(name, file)
  if (dnb) return { ...dnb, provider: 'dnb', providerName: '', recommendedLimit: null, currency: 'EUR', note: '' }
  const customer = await customerNamed(ctx.db, input.customerId)
  if (!customer) throw new Refusal('not-found', 'no such customer', { id: input.customerId })
  const { mapping, report } = await readThroughMapping(ctx, { name, file, mappingId, siren: customer.siren })
  return { ...report, provider: mapping.provider, providerName: mapping.providerName, note: '' }
}

/** Reads the report of an agency on one customer; refuses what no reader knows and what `keepRating` refuses. */
export const importReport = async (ctx: CommandContext, input: Importing): Promise<{ id: string; state: State }> => {
  const report = await told(ctx, input)
  const day = report.day ?? input.day
  if (!day) throw new Refusal('rating.day-invalid', `${input.name} does not tell its day`, { file: input.name })
  return take(ctx, { ...report, customerId: input.customerId, day }, input.name)
}

/** Whose a report is: the customer that its line names by code, else by SIREN. */
const ownerOf = async (ctx: CommandContext, { line, code, siren }: TableReport): Promise<string> => {
  const found = await customersNamed(ctx.db, code !== '' ? 'code' : 'siren', code || siren)
  const [owner, ...others] = found
  if (!owner || others.length > 0) throw unreadable(line, 'customer', code || siren)
  return owner.id
}

const rowsOf = async (name: string, blob: Blob): Promise<Row[]> => {
  const source = { name, blob }
  const { table } = await detectFormat(source)
  if (!table) throw new Refusal('rating.unknown-file', `${name} is no table`, { file: name })
  const rows: Row[] = []
  for await (const batch of readRows(source, table)) {
    rows.push(...batch)
    if (rows.length > MAX_ROWS)
      throw new Refusal('document.too-large', 'too many rows', { file: name, limit: MAX_ROWS })
  }
  return rows
}

/** Reads a table of reports whole or not at all; refuses a line that cannot be read with `rating.unreadable`. */
export const importTable = async (ctx: CommandContext, name: string, file: Blob) => {
  const { currency } = await requireCompany(ctx)
  const reports = readTable(await rowsOf(name, file), currency)
  if (!reports) throw new Refusal('rating.unknown-file', `${name} has no columns of reports`, { file: name })
  const counts = { created: 0, updated: 0, unchanged: 0 }
  for (const report of reports) {
    const { line, code: _code, ...rest } = report
    const customerId = await ownerOf(ctx, report)
    const { state } = await take(ctx, { ...rest, customerId }, name).catch((error: unknown) => {
      // The line is what the user must find.
      if (error instanceof Refusal) Object.assign(error.details, { line })
      throw error
    })
    counts[state] += 1
  }
  return counts
}
