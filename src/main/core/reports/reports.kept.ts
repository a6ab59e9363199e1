import type { QueryContext, Reader } from '../kernel/context.ts'
import { lastChange } from './reports.repository.ts'
import { type Asked, type Sources, sourcesOf } from './sheets.read.ts'

const kept = new WeakMap<Reader, { of: string; sources: Sources }>()

/**
 * The figures of the month last looked at, read once for its pages, its files and what is said of it: they hold until
 * the book changes in anything but those comments.
 */
export const keptSources = async (ctx: QueryContext, asked: Asked): Promise<Sources> => {
  const of = JSON.stringify([await lastChange(ctx.db), ctx.today, asked])
  const known = kept.get(ctx.db)
  if (known?.of === of) return known.sources
  // Whoever asked first may leave: what is read stays for the others.
  const sources = sourcesOf({ ...ctx, signal: undefined }, asked)
  kept.set(ctx.db, { of, sources })
  return sources
}
