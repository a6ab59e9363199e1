import { uuidv7 } from 'uuidv7'
import { requireCompany } from '../company/company.service.ts'
import { detectFormat } from '../imports/readers/detect.ts'
import { type Row, readRows } from '../imports/readers/rows.ts'
import type { CommandContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import {
  customersNamed,
  type Identity,
  identityOf,
  linesOf,
  statementClosing,
  writeStatement,
} from './financials.repository.ts'
import { readSiren, refuseFuture, refuseOtherCompany } from './identity.rules.ts'
import { type ReadStatement, readStatements } from './statements.reader.ts'

type Importing = { name: string; file: Blob; customerId: string | null; unit: 1 | 1000; source: string }

/** Statements are tables of some hundred rows, or of some thousand customers. */
const MAX_ROWS = 20_000

const rowsOf = async (name: string, blob: Blob): Promise<Row[]> => {
  const source = { name, blob }
  const { table } = await detectFormat(source)
  if (!table) throw new Refusal('import.format-unknown', `${name} is no table`, { file: name })
  const rows: Row[] = []
  for await (const batch of readRows(source, table)) {
    rows.push(...batch)
    if (rows.length > MAX_ROWS)
      throw new Refusal('document.too-large', 'too many rows', { file: name, limit: MAX_ROWS })
  }
  return rows
}

/** Whose a statement is: the customer it must be of, or the one that the file names by code, else by SIREN. */
const ownerOf = async (ctx: CommandContext, read: ReadStatement, siren: string, wanted: Identity | null) => {
  const { line, customer: code } = read
  const named = async (by: 'code' | 'siren', value: string): Promise<Identity> => {
    const [found, ...others] = await customersNamed(ctx.db, by, value)
    if (!found) throw new Refusal('financials.customer-unknown', `no customer ${value}`, { line, value })
    if (others.length > 0)
      throw new Refusal('financials.customer-ambiguous', `several customers have the SIREN ${value}`, {
        line,
        siren: value,
        codes: [found, ...others].map((one) => one.code),
      })
    return found
  }
  if (wanted) {
    if (code !== '' && code !== wanted.code)
      throw new Refusal('financials.other-company', `this statement is of ${code}, not of ${wanted.code}`, {
        name: wanted.name,
        expected: wanted.code,
        found: code,
      })
    return wanted
  }
  if (code !== '') return named('code', code)
  if (siren !== '') return named('siren', siren)
  throw new Refusal('financials.customer-missing', 'the file names no customer', { line })
}

const sameLines = (a: Record<string, number>, b: Record<string, number>): boolean => {
  const [own, other] = [Object.keys(a), Object.keys(b)]
  return own.length === other.length && own.every((line) => a[line] === b[line])
}

/** Keeps one statement; read again, the same changes nothing. */
const keep = async (
  ctx: CommandContext,
  read: ReadStatement,
  owner: Identity,
  siren: string,
  rest: Importing & { currency: string },
) => {
  refuseOtherCompany(owner, siren)
  refuseFuture(read.closedOn, ctx.today)
  const consolidated = read.consolidated ? 1 : 0
  const before = await statementClosing(ctx.db, owner.id, read.closedOn, consolidated)
  const lines = Object.entries(read.lines) as [string, number][]
  const row = {
    id: before?.id ?? uuidv7(),
    customer_id: owner.id,
    closed_on: read.closedOn,
    months: read.months,
    currency: read.currency ?? rest.currency,
    source: read.source || rest.source || rest.name.slice(0, 120),
    audited: read.audited ? 1 : 0,
    consolidated,
    siren,
    note: before?.note ?? '',
    unit: rest.unit,
    document_id: before?.document_id ?? null,
    created_at: before?.created_at ?? ctx.now,
    created_by: before?.created_by ?? ctx.user,
  }
  const told = {
    id: row.id,
    customerId: owner.id,
    customerCode: owner.code,
    closedOn: read.closedOn,
    lines: lines.length,
  }
  if (before) {
    const old = Object.fromEntries((await linesOf(ctx.db, before.id)).map(({ line, amount }) => [line, amount]))
    const same = (Object.keys(row) as (keyof typeof row)[]).every((field) => row[field] === before[field])
    if (same && sameLines(old, Object.fromEntries(lines))) return { ...told, state: 'unchanged' as const }
  }
  await writeStatement(ctx.db, row, lines)
  return { ...told, state: before ? ('updated' as const) : ('created' as const) }
}

/** Reads a table of statements whole or not at all; refuses what `financials.import` refuses. */
export const importStatements = async (ctx: CommandContext, input: Importing) => {
  const { currency } = await requireCompany(ctx)
  const wanted = input.customerId ? ((await identityOf(ctx.db, input.customerId)) ?? null) : null
  if (input.customerId && !wanted) throw new Refusal('not-found', 'no such customer', { id: input.customerId })
  const { statements, ignored } = readStatements(await rowsOf(input.name, input.file), { unit: input.unit, currency })
  const seen = new Set<string>()
  const kept = []
  for (const read of statements) {
    const siren = readSiren(read.siren)
    const owner = await ownerOf(ctx, read, siren, wanted)
    const key = `${owner.id} ${read.closedOn} ${read.consolidated}`
    if (seen.has(key))
      throw new Refusal('financials.closing-used', `two statements of ${owner.code} close on ${read.closedOn}`, {
        line: read.line,
        closedOn: read.closedOn,
      })
    seen.add(key)
    kept.push(await keep(ctx, read, owner, siren, { ...input, currency }))
  }
  return { statements: kept, ignored }
}
