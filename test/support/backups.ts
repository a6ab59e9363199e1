import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { createProgram, type Program } from '../../src/main/core/core.ts'
import type { Day } from '../../src/main/core/kernel/day.ts'
import { type Client, clientOn, openTestBook, testPorts } from './book.ts'
import { customerFields } from './ledger.ts'

export const TODAY = '2026-11-20'
export const PATIENT = { timeout: 15_000 }

/** For each test a folder with a book, and programs that make backups by themselves. */
export const openPlace = () => {
  let template: Buffer
  const place = { folder: '', path: '' }
  const programs: Program[] = []

  /** A program at which a person works. */
  const start = (today: Day = TODAY) => {
    const program = createProgram({ ...testPorts(place.folder), backups: 'automatic' })
    programs.push(program)
    return { program, client: clientOn(program, today), on: (day: Day) => clientOn(program, day) }
  }

  beforeAll(async () => {
    const book = await openTestBook({ today: TODAY })
    await book.client.book.close({})
    template = readFileSync(book.path)
    await book.close()
  })
  beforeEach(() => {
    place.folder = mkdtempSync(join(tmpdir(), 'encours-backups-'))
    place.path = join(place.folder, 'alpha.encours')
    writeFileSync(place.path, template)
  })
  afterEach(async () => {
    for (const program of programs.splice(0)) await program.close()
    rmSync(place.folder, { recursive: true, force: true })
  })

  /** One sitting: opens the book, does something, closes it. Returns what is in the folder of backups then. */
  const sitting = async (day: Day, work: (client: Client) => Promise<unknown>) => {
    const { program, client } = start(day)
    await client.book.open({ path: place.path })
    await work(client)
    await client.book.close({})
    await program.close()
    return client.backups.list({ path: place.path })
  }

  const customersOf = async (file: string): Promise<string[]> => {
    const { client } = start()
    await client.book.open({ path: file })
    const { customers } = await client.customers.list({})
    await client.book.close({})
    return customers.map(({ code }) => code)
  }

  return { place, start, sitting, customersOf }
}

export const addCustomer = (code: string) => (client: Client) => client.customers.create(customerFields(code))
