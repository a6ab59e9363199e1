import type { Kysely } from 'kysely'
import * as m0001 from './0001-ledger-and-dunning.ts'
import * as m0002 from './0002-settlement-and-proof.ts'
import * as m0003 from './0003-financials.ts'
import * as m0004 from './0004-limits.ts'
import * as m0005 from './0005-registers-and-ratings.ts'
import * as m0006 from './0006-reviews.ts'
import * as m0007 from './0007-alerts.ts'
import * as m0008 from './0008-applications.ts'
import * as m0009 from './0009-handovers.ts'
import * as m0010 from './0010-report-mappings.ts'
import * as m0011 from './0011-promises-and-calls.ts'
import * as m0012 from './0012-mail.ts'
import * as m0013 from './0013-worklist.ts'
import * as m0014 from './0014-plans.ts'
import * as m0015 from './0015-charges.ts'
import * as m0016 from './0016-wordings.ts'
import * as m0017 from './0017-postings.ts'
import * as m0018 from './0018-claims.ts'
import * as m0019 from './0019-limitations.ts'
import * as m0020 from './0020-writeoffs.ts'
import * as m0021 from './0021-audit-chain.ts'
import * as m0022 from './0022-people.ts'
import * as m0025 from './0025-privacy.ts'
import * as m0026 from './0026-salesperson.ts'
import * as m0027 from './0027-payables.ts'
import * as m0028 from './0028-reports.ts'
import * as m0029 from './0029-provisions.ts'
import * as m0030 from './0030-confirmations.ts'
import * as m0031 from './0031-spaces.ts'
import * as m0032 from './0032-answers.ts'

/** In order; the position is the book's version (`PRAGMA user_version`). */
export const migrations: readonly { up: (db: Kysely<unknown>) => Promise<void> }[] = [
  m0001,
  m0002,
  m0003,
  m0004,
  m0005,
  m0006,
  m0007,
  m0008,
  m0009,
  m0010,
  m0011,
  m0012,
  m0013,
  m0014,
  m0015,
  m0016,
  m0017,
  m0018,
  m0019,
  m0020,
  m0021,
  m0022,
  m0025,
  m0026,
  m0027,
  m0028,
  m0029,
  m0030,
  m0031,
  m0032,
]
