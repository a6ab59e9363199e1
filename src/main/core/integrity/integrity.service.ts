import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { verifyAudit } from '../audit/audit.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { attestation } from './attestation.ts'
import { type Check, type CheckName, checkNames, type integrityContract } from './integrity.contract.ts'
import { documentsIn, placesOf } from './integrity.repository.ts'

const MOST_PLACES = 20

const checkOf = (name: CheckName, places: readonly string[]): Check => ({
  name,
  ok: places.length === 0,
  places: places.slice(0, MOST_PLACES),
  found: places.length,
})

/** Every check of a book; what keeps one from being made is told as what it found. */
export const verifyBook = async (ctx: Pick<QueryContext, 'db'>): Promise<{ ok: boolean; checks: Check[] }> => {
  const audit = await auditPlaces(ctx)
  const checks: Check[] = []
  for (const name of checkNames) {
    // Between two checks other calls get their turn.
    await setImmediate()
    checks.push(
      checkOf(
        name,
        name === 'audit'
          ? audit.chain
          : name === 'rows'
            ? audit.rows
            : guarded(() => (name === 'documents' ? changedDocuments(ctx) : placesOf(ctx.db, name))),
      ),
    )
  }
  return { ok: checks.every(({ ok }) => ok), checks }
}

const auditPlaces = async (ctx: Pick<QueryContext, 'db'>) => {
  try {
    const { broken, unsealed } = await verifyAudit(ctx.db)
    return {
      chain: broken.map(({ entryId, kind }) => `${entryId} ${kind}`),
      rows: unsealed.map(({ table, key, kind }) => `${table} ${key ?? ''} ${kind}`.replace('  ', ' ')),
    }
  } catch (error) {
    return { chain: [reasonOf(error)], rows: [] }
  }
}

const changedDocuments = (ctx: Pick<QueryContext, 'db'>): string[] => {
  const found: string[] = []
  for (const { id, name, sha256, bytes } of documentsIn(ctx.db))
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) found.push(`${name} (${id})`)
  return found
}

const guarded = (places: () => string[]): string[] => {
  try {
    return places()
  } catch (error) {
    return [reasonOf(error)]
  }
}

// A damaged page ends a statement: that is what there is to tell. Anything else is a bug.
const reasonOf = (error: unknown): string => {
  if (error instanceof Refusal) return error.message
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) return error.message
  throw error
}

export const integrityCalls: Handlers<typeof integrityContract> = {
  verify: (ctx) => verifyBook(ctx),
  opening: (ctx) => verifyAudit(ctx.db),
  attestation: async (ctx, { language }) => {
    const { entries, head, broken, unsealed } = await verifyAudit(ctx.db)
    return attestation(ctx, { entries, head, ok: broken.length + unsealed.length === 0 }, language)
  },
}
