import { copyFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { writeFec } from '../bench/fec.ts'
import { bankStatement } from '../support/bank.ts'
import { type Client, TEST_IBAN } from '../support/book.ts'
import { level, planOf, putPlan } from '../support/dunning.ts'
import { customerFields, importItems, invoice } from '../support/ledger.ts'
import { writeVersion1 } from '../support/older-book.ts'
import { company, inProgram, TODAY } from './real-book.ts'

/** What a program does to a book while it is killed. */
export type Work = {
  /** Makes the book that every trial begins with a copy of. */
  prepare: (folder: string, path: string) => Promise<void>
  /** `said` is told of each step, and of each command that the program has confirmed. */
  run: (client: Client, path: string, said: (what: 'step' | 'done') => void) => Promise<void>
  /** What opens the book before, and what may open it after; without them it is not encrypted. */
  passphrases?: readonly (string | undefined)[]
}

export const PASSPHRASES = ['le hérisson compte les wagons', 'neuf girafes au guichet fermé'] as const

const emptyBook = (folder: string, path: string, fill: (client: Client) => Promise<unknown> = async () => {}) =>
  inProgram(folder, async (client) => {
    await client.book.create({ path, company, iban: TEST_IBAN })
    await fill(client)
  })

const LETTERS = 12
const RECEIPTS = 60
const LINES = 3_000
const COMMANDS = 25

const filled = (folder: string, path: string) =>
  emptyBook(folder, path, (client) =>
    importItems(
      client,
      Array.from({ length: 300 }, (_, n) => invoice(`F${n}`, { customer: `C${n % 20}` })),
    ),
  )

/** A job to its end, each of its steps told. */
const inSteps = async (
  job: PromiseLike<{ next: () => Promise<IteratorResult<unknown>> }>,
  said: (what: 'step' | 'done') => void,
) => {
  const stream = await job
  while (!(await stream.next()).done) said('step')
  said('done')
}

const opened = async (client: Client, path: string) => {
  await client.book.open({ path })
}

export const works = {
  'an import': {
    prepare: async (folder, path) => {
      await emptyBook(folder, path)
      await writeFec(join(folder, 'fec.txt'), LINES)
    },
    run: async (client, path, said) => {
      await opened(client, path)
      const file = new File([await readFile(join(path, '..', '..', 'fec.txt'))], '732829320FEC20251231.txt')
      await inSteps(client.imports.run({ name: file.name, file }), said)
    },
  },
  'a run of letters': {
    prepare: (folder, path) =>
      emptyBook(folder, path, async (client) => {
        const items = Array.from({ length: LETTERS * 3 }, (_, n) =>
          invoice(`F${n}`, { customer: `C${n % LETTERS}`, issued: '2026-01-05', due: '2026-02-04' }),
        )
        await importItems(client, items)
        const levels = [level(1, 5, { channel: 'letter', claimsInterest: true, claimsIndemnity: true })]
        await putPlan(client, planOf([], { letterMinimums: { EUR: 0 }, levels }))
      }),
    run: async (client, path, said) => {
      await opened(client, path)
      await inSteps(client.dunning.issue({ asOf: TODAY, confirmed: true }), said)
    },
  },
  'a matching of the bank': {
    prepare: (folder, path) =>
      emptyBook(folder, path, async (client) => {
        const numbers = Array.from({ length: RECEIPTS }, (_, n) => `FA2026-${1000 + n}`)
        const issued = { issued: '2026-01-05', due: '2026-02-04' }
        await importItems(
          client,
          numbers.map((number, n) => invoice(number, { ...issued, customer: `C${n % 9}`, amount: `${100 + n}.00` })),
        )
        await bankStatement(
          client,
          numbers.map((number, n) => ({ amount: (100 + n) * 100, text: `VIR ${number}` })),
        )
      }),
    run: async (client, path, said) => {
      await opened(client, path)
      await inSteps(client.bank.matchReady({}), said)
    },
  },
  'small commands': {
    prepare: (folder, path) => emptyBook(folder, path),
    run: async (client, path, said) => {
      await opened(client, path)
      for (let n = 0; n < COMMANDS; n += 1) {
        await client.customers.create(customerFields(`C${n}`))
        said('done')
      }
    },
  },
  'a migration': {
    prepare: async (folder, path) => {
      const newer = `${path}-newer`
      await filled(folder, newer)
      await writeVersion1(path, newer)
      for (const suffix of ['', '-lock']) rmSync(newer + suffix)
    },
    run: async (client, path, said) => {
      await opened(client, path)
      said('done')
    },
  },
  'a copy': {
    prepare: filled,
    run: async (client, path, said) => {
      await opened(client, path)
      await client.backups.copy({ path: join(path, '..', 'copy.encours') })
      said('done')
    },
  },
  'a restoration': {
    prepare: async (folder, path) => {
      await filled(folder, path)
      copyFileSync(path, join(folder, 'backup.encours'))
      await inProgram(folder, async (client) => {
        await client.book.open({ path })
        await client.customers.create(customerFields('LATER'))
      })
    },
    run: async (client, path, said) => {
      await opened(client, path)
      await client.backups.restore({ path: join(path, '..', '..', 'backup.encours'), to: path, replace: true })
      said('done')
    },
  },
  'an encryption': {
    prepare: filled,
    passphrases: [undefined, PASSPHRASES[0]],
    run: async (client, path, said) => {
      await opened(client, path)
      await client.book.protect({ passphrase: PASSPHRASES[0] })
      said('done')
    },
  },
  'a change of passphrase': {
    prepare: async (folder, path) => {
      await filled(folder, path)
      await inProgram(folder, async (client) => {
        await client.book.open({ path })
        await client.book.protect({ passphrase: PASSPHRASES[0] })
      })
    },
    passphrases: PASSPHRASES,
    run: async (client, path, said) => {
      await client.book.open({ path, passphrase: PASSPHRASES[0] })
      await client.book.changePassphrase({ current: PASSPHRASES[0], next: PASSPHRASES[1] })
      said('done')
    },
  },
} satisfies Record<string, Work>

export type WorkName = keyof typeof works

/** How many rows each table has. */
export const rowCounts = (sqlite: Sqlite.Database): Record<string, number> => {
  const tables = sqlite
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  const counted = tables.map((name) => [name, sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()] as const)
  // How many sums the seals have hangs on chance: keys are drawn.
  return Object.fromEntries(counted.filter(([name]) => name !== 'seal')) as Record<string, number>
}
