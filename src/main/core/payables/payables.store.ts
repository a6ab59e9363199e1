import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { SupplierLine } from './payables.model.ts'
import {
  closeOpenings,
  countMovements,
  dropOpeningsUntold,
  openOpenings,
  stageOpenings,
  unmakeOpenings,
  upsertMovements,
  upsertSuppliers,
} from './payables.repository.ts'

/**
 * Takes the supplier lines of one ledger as they stream past. Lines that the book holds are found again and keep their
 * place, their lettering brought up to date.
 */
export const takeSuppliers = async (ctx: CommandContext, importId: string | null) => {
  const names = new Map<string, string>()
  const before = await countMovements(ctx.db)
  await openOpenings(ctx.db)
  let changed = 0
  let opened = false
  return {
    async take(lines: readonly SupplierLine[]): Promise<void> {
      if (lines.length === 0) return
      const fresh = new Map<string, string>()
      for (const { supplierCode, supplierName } of lines) {
        if (names.get(supplierCode) === supplierName) continue
        names.set(supplierCode, supplierName)
        fresh.set(supplierCode, supplierName)
      }
      await upsertSuppliers(ctx.db, [...fresh])
      changed += await upsertMovements(ctx.db, importId, lines)
      const openings = lines.filter(({ kind }) => kind === 'opening')
      if (openings.length > 0) opened = true
      await stageOpenings(ctx.db, openings)
    },
    /**
     * Ends with the first day of the ledger, or without one where there is no other. Only what stands on it opens a year; and where the book held other openings of
     * that day, from an export made before the accounts were closed, those of this file replace them.
     */
    async end(from: Day | '' | null): Promise<{ created: number; updated: number }> {
      let dropped = 0
      if (opened && importId !== null && from) {
        await unmakeOpenings(ctx.db, importId, from)
        dropped = await dropOpeningsUntold(ctx.db, from)
      }
      await closeOpenings(ctx.db)
      const created = (await countMovements(ctx.db)) - before + dropped
      return { created, updated: changed - created + dropped }
    },
  }
}
