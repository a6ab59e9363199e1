import type { Kysely } from 'kysely'
import * as m0001 from './0001-ledger-and-dunning.ts'

/** In order; the position is the book's version (`PRAGMA user_version`). */
export const migrations: readonly { up: (db: Kysely<unknown>) => Promise<void> }[] = [m0001]
