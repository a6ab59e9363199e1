import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../db/database.ts'
import type { CallKind } from './contract.ts'
import type { Day } from './day.ts'

/** The system's own keychain, where the host has one. */
export type Secrets = {
  /** Null when the keychain cannot keep anything now. */
  seal: (text: string) => Promise<Uint8Array | null>
  /** Null when it was sealed elsewhere, or the keychain is closed. */
  open: (sealed: Uint8Array) => Promise<string | null>
}

/** What the program is given by its host; the core reads neither the environment nor the clock. */
export type Ports = {
  /** Folder of layouts, fonts and rate tables. */
  resources: string
  /** Folder for the list of recent books, and the default place of new ones. */
  dataFolder: string
  version: string
  userName: string
  hostName: string
  program: 'desktop' | 'web' | 'cli' | 'test'
  /** Built worker for letters in bulk; without it letters are set on the calling thread. */
  typesetterWorker?: string | URL
  /** Built worker that copies a book for a backup; without it its source is started. */
  copierWorker?: string | URL
  /** Folder of the built page of customer spaces: page.js, page.css. */
  spacePage?: string
  /** A host at which a person works makes backups by itself; a script asks for them. */
  backups?: 'automatic'
  /** Without it a password is kept under a key in the data folder. */
  secrets?: Secrets
}

export type Reader = Kysely<Database>
export type Writer = Transaction<Database>

/** Who did something, and when: what the audit keeps. */
export type Author = { today: Day; now: string; user: string }

/**
 * Comes with every call. `session` tells the caller's window from others of the same host: signing in holds for it alone.
 * `user` is the account of the machine; in a book with people, the person signed in.
 */
export type CallContext = Author & { session: string }

export type HostContext = CallContext & { ports: Ports; signal: AbortSignal | undefined }
export type QueryContext = HostContext & { db: Reader }
/** `db` is the transaction: nothing is written unless the whole call succeeds. */
export type CommandContext = HostContext & { db: Writer }
/**
 * `db` reads what is committed; `commit` writes, and what it wrote stays whatever happens after. The audit keeps the rows
 * before and after unless they are `untold`: then their digests alone.
 */
export type ErrandContext = QueryContext & {
  commit: <T>(work: (ctx: CommandContext) => Promise<T>, told?: 'untold') => Promise<T>
  /** Writes the file anew: what was erased is in none of its pages any more. False while another program reads it. */
  compact: () => Promise<boolean>
}

export type ContextOf<K extends CallKind> = K extends 'host'
  ? HostContext
  : K extends 'query'
    ? QueryContext
    : K extends 'errand'
      ? ErrandContext
      : CommandContext
