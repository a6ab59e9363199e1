import { join } from 'node:path'
import { createProgram } from '../../src/main/core/core.ts'
import type { Day } from '../../src/main/core/kernel/day.ts'
import { bankStatement } from '../support/bank.ts'
import { type Client, clientOn, TEST_IBAN, testPorts } from '../support/book.ts'
import { level, planOf, putPlan } from '../support/dunning.ts'
import { creditNote, customerFields, finish, importItems, invoice, payment } from '../support/ledger.ts'

export const TODAY: Day = '2026-03-31'

export const company = { name: 'Atelier Martin', language: 'fr', country: 'FR', currency: 'EUR' } as const

/** Works in a book with a program of its own, and closes it. */
export const inProgram = async <T>(folder: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const program = createProgram(testPorts(join(folder, 'data')))
  try {
    return await work(clientOn(program, TODAY))
  } finally {
    await program.close()
  }
}

/** A book at rest with something of everything that a firm keeps: ledger, bank, letters, a logo, a password, calls. */
export const makeRealBook = (folder: string): Promise<string> =>
  inProgram(folder, async (client) => {
    const path = join(folder, 'real.encours')
    await client.book.create({ path, company, iban: TEST_IBAN })
    await client.company.setLogo({ file: new File([LOGO], 'logo.svg', { type: 'image/svg+xml' }) })
    const numbers = Array.from({ length: 150 }, (_, i) => i)
    const of = (n: number) => ({ customer: `C${String(n % 12).padStart(3, '0')}`, name: `Maison n° ${n % 12}` })
    await importItems(client, [
      ...numbers.map((n) =>
        invoice(`F${n}`, { ...of(n), amount: `${100 + n}.50`, issued: '2026-01-05', due: '2026-02-04' }),
      ),
      ...numbers
        .filter((n) => n % 3 === 0)
        .map((n) => payment(`P${n}`, { ...of(n), amount: '60.00', issued: '2026-02-10', settles: `F${n}` })),
      creditNote('A1', { ...of(1), amount: '30.00', issued: '2026-03-01' }),
    ])
    await client.customers.create(
      customerFields('C900', { notes: 'Ne règle qu’à la fin du mois.', siren: '732829320' }),
    )
    await bankStatement(client, [
      { amount: 10_150, text: 'VIR MAISON F1' },
      { amount: 33_333, text: 'VIREMENT' },
    ])
    await finish(client.bank.matchReady({}))
    await putPlan(
      client,
      planOf([], { letterMinimums: { EUR: 0 }, levels: [level(1, 5, { channel: 'letter', claimsInterest: true })] }),
    )
    const { keys } = { keys: (await client.dunning.propose({ asOf: TODAY })).letters.slice(0, 3).map(({ key }) => key) }
    await finish(client.dunning.issue({ asOf: TODAY, keys, confirmed: true }))
    await client.dunning.saveWording({ key: 'firm', language: 'fr', subject: 'Rappel', body: 'À nous.' })
    const { id } = await client.customers.byCode({ code: 'C002' })
    await client.dunning.hold({ customerId: id, reason: 'litige', until: '2026-12-31' })
    return path
  })

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18" fill="#1f4e79"/></svg>`
