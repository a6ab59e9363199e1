import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../support/book.ts'
import { openTestBook, refusal, type TestBook } from '../support/book.ts'
import { customerFields, importFile } from '../support/ledger.ts'
import { sharedDataMissing, sharedJson, sharedSource, skippedNote } from '../support/shared-data.ts'

const TODAY = '2026-01-31'
const HEADER =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise'

type Line = {
  journal?: string
  entry: number
  day: string
  account: string
  customer?: string
  piece?: string
  debit?: string
  credit?: string
  letter?: string
  lettered?: string
}

const fec = (lines: readonly Line[]): string =>
  [
    HEADER,
    ...lines.map(
      ({
        journal = 'VE',
        entry,
        day,
        account,
        customer = '',
        piece = `FA-${entry}`,
        debit = '0,00',
        credit = '0,00',
        letter = '',
        lettered = '',
      }) =>
        [
          journal,
          journal === 'AN' ? 'A nouveaux' : journal,
          entry,
          day,
          account,
          account,
          customer,
          customer && `Client ${customer}`,
          piece,
          day,
          'Libellé',
          debit,
          credit,
          letter,
          lettered,
          day,
          '',
          '',
        ].join('\t'),
    ),
  ].join('\r\n')

const sale = (entry: number, day: string, customer: string, amount: string, more: Partial<Line> = {}): Line[] => [
  { entry, day, account: '411000', customer, debit: amount, ...more },
  { entry, day, account: '707000', credit: amount, ...(more.piece && { piece: more.piece }) },
]
const receipt = (entry: number, day: string, customer: string, amount: string, more: Partial<Line> = {}): Line[] => [
  { journal: 'BQ', entry, day, account: '512000', debit: amount },
  { journal: 'BQ', entry, day, account: '411000', customer, credit: amount, ...more },
]

const openOf = async (client: Client, show: 'open' | 'all' = 'open') => {
  const { items } = await client.receivables.items({ show, sort: 'number' })
  return items.map((item) => `${item.number} ${item.open}`)
}

let book: TestBook
let client: Client
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  client = book.client
})
afterEach(() => book.close())

describe('a ledger (FEC)', () => {
  const january = [
    ...sale(1, '20250105', 'C1', '100,00', { letter: 'A', lettered: '20250210' }),
    ...sale(2, '20250106', 'C1', '50,00'),
    ...receipt(3, '20250207', 'C1', '100,00', { letter: 'A', lettered: '20250210' }),
  ]

  test('lettered items that net to zero are settled on the day of the lettering', async () => {
    const report = await importFile(client, fec(january), { name: 'a.txt' })
    expect(report).toMatchObject({
      records: 6,
      created: { customers: 1, invoices: 2, payments: 1 },
      rejectedCount: 0,
      totals: { debit: 25000, credit: 25000, open: 5000 },
    })
    expect(await openOf(client)).toEqual(['FA-2 5000'])
    const before = await client.receivables.aged({ asOf: '2025-02-09' })
    expect(before.total).toMatchObject({ total: 5000, values: { unallocated: -10000 } })
  })

  test('read again it changes nothing, and leaves no line in the history', async () => {
    await importFile(client, fec(january), { name: 'a.txt' })
    const again = await importFile(client, fec(january), { name: 'a.txt' })
    expect(again).toMatchObject({ created: { customers: 0, invoices: 0, payments: 0 }, updated: 0, unchanged: 3 })
    expect((await client.imports.history({})).files).toHaveLength(1)
    expect(await openOf(client, 'all')).toHaveLength(3)
  })

  test('a longer export of the year adds what is new and follows new letterings', async () => {
    await importFile(client, fec(january), { name: 'a.txt' })
    const longer = [
      ...january.map((line) =>
        line.entry === 2 && line.customer ? { ...line, letter: 'B', lettered: '20250301' } : line,
      ),
      ...receipt(4, '20250301', 'C1', '50,00', { letter: 'B', lettered: '20250301' }),
      ...sale(5, '20250302', 'C2', '70,00'),
    ]
    const report = await importFile(client, fec(longer), { name: 'b.txt' })
    expect(report).toMatchObject({ created: { customers: 1, invoices: 1, payments: 1 }, unchanged: 3 })
    expect(await openOf(client)).toEqual(['FA-5 7000'])
  })

  test('a lettering that the accountant undid is undone', async () => {
    const lines = [...january, ...sale(6, '20250301', 'C1', '100,00')]
    await importFile(client, fec(lines), { name: 'a.txt' })
    const moved = lines.map((line) => {
      if (line.entry === 1 && line.customer) return { ...line, letter: '', lettered: '' }
      return line.entry === 6 && line.customer ? { ...line, letter: 'A', lettered: '20250310' } : line
    })
    const report = await importFile(client, fec(moved), { name: 'b.txt' })
    expect(report).toMatchObject({ updated: 1, created: { invoices: 0 } })
    expect(await openOf(client)).toEqual(['FA-1 10000', 'FA-2 5000'])
  })

  test('a lettering that is gone altogether ends', async () => {
    await importFile(client, fec(january), { name: 'a.txt' })
    const unlettered = january.map((line) => ({ ...line, letter: '', lettered: '' }))
    expect(await importFile(client, fec(unlettered), { name: 'b.txt' })).toMatchObject({ updated: 1 })
    expect(await openOf(client)).toEqual(['FA-1 10000', 'FA-2 5000', 'FA-3 -10000'])
  })

  describe('after a match by lettering was undone by hand', () => {
    const undoFirst = async () => {
      await importFile(client, fec(january), { name: 'a.txt' })
      const [paid] = (await client.receivables.items({ show: 'settled', kind: 'invoice', search: 'FA-1' })).items
      const { matches } = await client.payments.matches({ itemId: paid?.id ?? '' })
      await client.payments.undo({ matchIds: matches.map(({ id }) => id) })
      return paid?.id ?? ''
    }

    test('the same export leaves it undone', async () => {
      await undoFirst()
      const undone = await openOf(client)
      expect(undone).toEqual(['FA-1 10000', 'FA-2 5000', 'FA-3 -10000'])
      expect(await importFile(client, fec(january), { name: 'b.txt' })).toMatchObject({ updated: 0 })
      expect(await openOf(client)).toEqual(undone)
    })

    test('an export without its code forgets it, with what took it back', async () => {
      const itemId = await undoFirst()
      const unlettered = january.map((line) => ({ ...line, letter: '', lettered: '' }))
      await importFile(client, fec(unlettered), { name: 'b.txt' })
      expect(await openOf(client)).toEqual(['FA-1 10000', 'FA-2 5000', 'FA-3 -10000'])
      expect((await client.payments.matches({ itemId })).matches).toEqual([])
    })
  })

  test('a receipt of the ledger that bounced, by hand, stays so when the export is read again', async () => {
    await importFile(client, fec(january), { name: 'a.txt' })
    const [receipt] = (await client.receivables.items({ show: 'settled', kind: 'payment' })).items
    await client.payments.bounce({ itemId: receipt?.id ?? '', day: '2025-06-01', reason: 'impayé' })
    const bounced = await openOf(client)
    expect(bounced).toEqual(['FA-1 10000', 'FA-2 5000'])
    await importFile(client, fec(january), { name: 'b.txt' })
    expect(await openOf(client)).toEqual(bounced)
    const asOf = '2025-05-31'
    expect((await client.receivables.items({ asOf })).items.map(({ number }) => number)).toEqual(['FA-2'])
  })

  test('a group that does not net to zero is matched oldest first, the rest stays open, and it says so', async () => {
    const lines = [
      ...sale(1, '20250105', 'C1', '100,00', { letter: 'A' }),
      ...sale(2, '20250205', 'C1', '80,00', { letter: 'A' }),
      ...receipt(3, '20250301', 'C1', '120,00', { letter: 'A' }),
    ]
    const report = await importFile(client, fec(lines), { name: 'a.txt' })
    expect(report.warnings.map(({ code }) => code)).toEqual(['lettering-unbalanced'])
    expect(await openOf(client)).toEqual(['FA-2 6000'])
  })

  test('codes restart per customer: two groups of one letter stay apart', async () => {
    const lines = [
      ...sale(1, '20250105', 'C1', '10,00', { letter: 'AA' }),
      ...sale(2, '20250105', 'C2', '20,00', { letter: 'AA' }),
      ...receipt(3, '20250110', 'C1', '10,00', { letter: 'AA' }),
      ...receipt(4, '20250110', 'C2', '20,00', { letter: 'AA' }),
    ]
    await importFile(client, fec(lines), { name: 'a.txt' })
    expect(await openOf(client)).toEqual([])
  })

  test('next year’s opening balances stand for the items the book holds, and settle with next year’s receipts', async () => {
    await importFile(client, fec([...sale(1, '20250105', 'C1', '100,00'), ...sale(2, '20250106', 'C1', '50,00')]), {
      name: '2025.txt',
    })
    const next = [
      {
        journal: 'AN',
        entry: 1,
        day: '20260101',
        account: '411000',
        customer: 'C1',
        piece: 'AN',
        debit: '100,00',
        letter: 'A',
      },
      { journal: 'AN', entry: 1, day: '20260101', account: '411000', customer: 'C1', piece: 'AN', debit: '50,00' },
      { journal: 'AN', entry: 1, day: '20260101', account: '120000', credit: '150,00' },
      ...receipt(2, '20260115', 'C1', '100,00', { letter: 'A' }),
    ]
    const report = await importFile(client, fec(next), { name: '2026.txt' })
    expect(report).toMatchObject({ created: { openings: 0, payments: 1 } })
    expect(report.warnings.map(({ code }) => code)).toContain('openings-known')
    expect(await openOf(client)).toEqual(['FA-2 5000'])
    const { control } = await client.receivables.aged({ asOf: TODAY })
    expect(control).toEqual({ ledger: 5000, report: 5000, difference: 0 })
    expect(await importFile(client, fec(next), { name: '2026.txt' })).toMatchObject({
      updated: 0,
      created: { payments: 0 },
    })
  })

  test('opening balances of a first year come in as they are, their age marked approximate', async () => {
    const lines = [
      { journal: 'AN', entry: 1, day: '20260101', account: '411000', customer: 'C1', piece: 'AN', debit: '100,00' },
      { journal: 'AN', entry: 1, day: '20260101', account: '120000', credit: '100,00' },
    ]
    expect(await importFile(client, fec(lines), { name: 'a.txt' })).toMatchObject({ created: { openings: 1 } })
    const { items } = await client.receivables.items({})
    expect(items).toMatchObject([{ kind: 'opening', approximate: true, open: 10000 }])
  })

  test('a piece that several entries share gets the entry number, whatever the export', async () => {
    const first = [
      ...sale(1, '20250105', 'C1', '10,00', { piece: 'VE 0125' }),
      ...sale(2, '20250106', 'C1', '20,00', { piece: 'VE 0125' }),
    ]
    await importFile(client, fec(first), { name: 'a.txt' })
    await importFile(client, fec([...first, ...sale(3, '20250107', 'C1', '30,00', { piece: 'VE 0125' })]), {
      name: 'b.txt',
    })
    expect(await openOf(client)).toEqual(['VE 0125-1 1000', 'VE 0125-2 2000', 'VE 0125-3 3000'])
  })

  test('due dates come from the customer’s terms, else the company’s', async () => {
    await client.customers.create({ ...customerFields('C1'), terms: '45eom-a' })
    await importFile(client, fec([...sale(1, '20250105', 'C1', '10,00'), ...sale(2, '20250105', 'C2', '10,00')]), {
      name: 'a.txt',
    })
    const { items } = await client.receivables.items({ sort: 'number' })
    expect(items.map((item) => [item.due, item.dueComputed])).toEqual([
      ['2025-02-28', true],
      ['2025-02-04', true],
    ])
  })

  describe('refused lines', () => {
    const bad = fec(january).replace('20250106', '20251306').replace('100,00', 'cent')

    test('refuse the file with line, field, value and reason; nothing is written', async () => {
      const refused = await refusal(importFile(client, bad, { name: 'bad.txt' }))
      expect(refused).toMatchObject({ code: 'import.lines-refused' })
      expect(refused?.details).toMatchObject({
        count: 2,
        rejected: [
          { line: 2, field: 'Debit', value: 'cent', reason: 'amount' },
          { line: 4, field: 'EcritureDate', value: '20251306', reason: 'date' },
        ],
      })
      expect(await openOf(client, 'all')).toEqual([])
      expect((await client.customers.list({})).total).toBe(0)
    })

    test('are left out when the user says so', async () => {
      const report = await importFile(client, bad, { name: 'bad.txt', skipInvalid: true })
      expect(report).toMatchObject({ rejectedCount: 2, created: { invoices: 0, payments: 1 } })
    })

    test('are told by a dry run, which writes nothing', async () => {
      const report = await importFile(client, bad, { name: 'bad.txt', dryRun: true })
      expect(report).toMatchObject({ rejectedCount: 2, dryRun: true })
      expect(await openOf(client, 'all')).toEqual([])
      expect((await client.imports.history({})).files).toEqual([])
      const { entries } = await client.audit.list({})
      expect(entries.map(({ call }) => call)).not.toContain('imports.run')
    })
  })

  test('a cancelled import leaves nothing', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => sale(index + 1, '20250105', `C${index}`, '10,00')).flat()
    const controller = new AbortController()
    const stream = await client.imports.run(
      { name: 'a.txt', file: new File([fec(many)], 'a.txt') },
      { signal: controller.signal },
    )
    await stream.next()
    controller.abort()
    await expect(stream.next()).rejects.toThrow()
    await stream.return?.()
    expect(await openOf(client, 'all')).toEqual([])
    expect((await client.customers.list({})).total).toBe(0)
    // The book works on.
    expect(await importFile(client, fec(january), { name: 'b.txt' })).toMatchObject({ created: { invoices: 2 } })
  })

  test('an empty file and one that is no table are refused', async () => {
    expect(await refusal(importFile(client, '', { name: 'a.txt' }))).toMatchObject({ code: 'import.format-unknown' })
    expect(await refusal(importFile(client, 'bonjour\n', { name: 'a.txt' }))).toMatchObject({
      code: 'import.format-unknown',
    })
  })
})

describe.skipIf(sharedDataMissing)(`real ledgers${skippedNote}`, () => {
  test.each(['000000000FEC20220831.txt', '111111111FEC20221231.TXT', 'odoo-layout.txt'])(
    '%s agrees with what others computed',
    async (name) => {
      const expected = sharedJson('fec/EXPECTED.json')[name] as Record<string, string | number>
      const { blob } = await sharedSource(`fec/${name}`)
      const report = await importFile(client, new Uint8Array(await blob.arrayBuffer()), { name })
      const cents = (text: string) => Math.round(Number(text) * 100)
      expect(report).toMatchObject({
        records: expected.rows,
        created: { customers: expected.customers_411 },
        rejectedCount: 0,
        totals: {
          debit: cents(expected.total_debit as string),
          credit: cents(expected.total_credit as string),
          open: cents(expected.net_411 as string),
        },
      })
      const { items } = await client.receivables.items({ show: 'all', limit: 1000 })
      expect(items).toHaveLength(expected.rows_411 as number)
      const { customers } = await client.customers.list({ show: 'withBalance' })
      expect(customers).toHaveLength(expected.customers_with_nonzero_balance as number)
      expect(customers.filter((customer) => customer.balance < 0)).toHaveLength(
        expected.customers_credit_balance as number,
      )
    },
  )
})
