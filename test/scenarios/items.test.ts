import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'
import { creditNote, importFile, importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
const openBook = async () => {
  book = await openTestBook({ today: TODAY })
}

type Input = Parameters<typeof book.client.receivables.items>[0]
const list = (input: Input) => book.client.receivables.items(input)
const numbers = async (input: Input) => (await list(input)).items.map(({ number }) => number)

/** A ledger, whose lines have labels. */
const fec = () =>
  [
    'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise',
    ...entry('1', '20260901', 'DUPONT', 'Éts Dupont', 'FA-É1', 'Vente à crédit, 50 % bois', '120,00'),
    ...entry('2', '20260902', 'MARTIN', 'Martin', 'FA-2', 'Prestation_de conseil', '80,00'),
    ...entry('3', '20260903', 'MARTIN', 'Martin', 'FA-3', "Pose d'un escalier", '60,00'),
  ].join('\r\n')

function entry(number: string, day: string, code: string, name: string, piece: string, label: string, amount: string) {
  const line = (account: string, auxiliary: string, auxiliaryName: string, debit: string, credit: string) =>
    [
      'VE',
      'Ventes',
      number,
      day,
      account,
      account,
      auxiliary,
      auxiliaryName,
      piece,
      day,
      label,
      debit,
      credit,
      '',
      '',
      day,
      '',
      '',
    ].join('|')
  return [line('411000', code, name, amount, '0,00'), line('706000', '', '', '0,00', amount)]
}

describe('search', () => {
  beforeAll(async () => {
    await openBook()
    await importFile(book.client, fec(), { name: '111111111FEC20261231.txt' })
  })
  afterAll(() => book.close())

  test.each([
    ['fa-2', ['FA-2']],
    ['FA-É1', ['FA-É1']],
    ['crédit', ['FA-É1']],
    ['vente à', ['FA-É1']],
    ['dupont', ['FA-É1']],
    ['éts', ['FA-É1']],
    ['ets dupont', ['FA-É1']],
    ['martin escalier', ['FA-3']],
    ["d'un", ['FA-3']],
    ['50 %', ['FA-É1']],
    ['%', ['FA-É1']],
    ['_', ['FA-2']],
    ['\\', []],
    ['"', []],
    ['absent', []],
    ['', ['FA-É1', 'FA-2', 'FA-3']],
  ])('%j finds %j', async (search, expected) => {
    expect(await numbers({ search })).toEqual(expected)
    expect((await list({ search })).total).toBe(expected.length)
  })
})

describe('the list', () => {
  beforeAll(async () => {
    await openBook()
    await importItems(book.client, [
      invoice('F1', { customer: 'C2', name: 'Béta', issued: '2026-10-01', due: '2026-10-31', amount: '100.00' }),
      invoice('F2', { customer: 'C1', name: 'Alpha', issued: '2026-09-01', due: '2026-12-31', amount: '300.00' }),
      invoice('F3', { customer: 'C1', name: 'Alpha', issued: '2026-08-01', due: '2026-08-31', amount: '50.00' }),
      creditNote('A1', { customer: 'C1', name: 'Alpha', issued: '2026-09-15', amount: '20.00' }),
      payment('P1', { customer: 'C2', name: 'Béta', issued: '2026-11-01', amount: '60.00', settles: 'F1' }),
      payment('P3', { customer: 'C1', name: 'Alpha', issued: '2026-09-05', amount: '50.00', settles: 'F3' }),
    ])
  })
  afterAll(() => book.close())

  test.each<[Input, string[]]>([
    [{}, ['A1', 'F1', 'F2']],
    [{ show: 'overdue' }, ['F1']],
    [{ show: 'credits' }, ['A1']],
    [{ show: 'settled' }, ['F3', 'P3', 'P1']],
    [{ show: 'all' }, ['F3', 'P3', 'A1', 'F1', 'P1', 'F2']],
    [{ show: 'all', kind: 'payment' }, ['P3', 'P1']],
    [{ kind: 'credit_note' }, ['A1']],
    [{ currency: 'USD' }, []],
    [{ sort: 'due', descending: true }, ['F2', 'F1', 'A1']],
    [{ sort: 'issued' }, ['F2', 'A1', 'F1']],
    [{ sort: 'number' }, ['A1', 'F1', 'F2']],
    [{ sort: 'customer' }, ['A1', 'F2', 'F1']],
    [{ sort: 'amount', descending: true }, ['F2', 'F1', 'A1']],
    [{ sort: 'open' }, ['A1', 'F1', 'F2']],
    // Credits are never late.
    [{ sort: 'daysLate', descending: true }, ['F1', 'F2', 'A1']],
  ])('%j: %j', async (input, expected) => {
    const found = await numbers(input)
    expect(input.sort === 'customer' ? [...found.slice(0, 2).sort(), ...found.slice(2)] : found).toEqual(expected)
  })

  test('a row says what is left, since when, and whose it is', async () => {
    expect((await list({ search: 'F1' })).items).toMatchObject([
      {
        number: 'F1',
        customerCode: 'C2',
        customerName: 'Béta',
        amount: 10_000,
        open: 4_000,
        daysLate: 22,
        level: null,
      },
    ])
    expect((await list({ search: 'A1' })).items).toMatchObject([{ amount: -2_000, open: -2_000, daysLate: 0 }])
  })

  test('what an item was matched with, from both sides', async () => {
    const idOf = async (search: string) => (await list({ search, show: 'all' })).items[0]?.id ?? ''
    const match = { day: '2026-11-01', amount: 6_000, origin: 'import' }
    expect(await book.client.payments.matches({ itemId: await idOf('F1') })).toMatchObject({
      matches: [{ ...match, otherKind: 'payment', otherNumber: 'P1', undoneOn: null }],
    })
    expect(await book.client.payments.matches({ itemId: await idOf('P1') })).toMatchObject({
      matches: [{ ...match, otherKind: 'invoice', otherNumber: 'F1' }],
    })
    expect(await book.client.payments.matches({ itemId: await idOf('F2') })).toEqual({ matches: [] })
  })
})

describe('paging', () => {
  beforeAll(async () => {
    await openBook()
    await importItems(
      book.client,
      Array.from({ length: 43 }, (_, i) =>
        invoice(i % 2 ? 'SAME' : `G${i}`, {
          customer: `D${i % 3}`,
          issued: '2026-10-01',
          due: '2026-10-31',
          amount: '7.00',
        }),
      ),
    )
  })
  afterAll(() => book.close())

  test.each(['due', 'issued', 'number', 'customer', 'amount', 'open', 'daysLate'] as const)(
    'pages by %s never repeat nor miss an item, equal values included',
    async (sort) => {
      for (const descending of [false, true]) {
        const whole = (await list({ sort, descending, limit: 1000 })).items
        const paged = []
        for (let offset = 0; offset < 43; offset += 9)
          paged.push(...(await list({ sort, descending, offset, limit: 9 })).items)
        expect(paged).toEqual(whole)
        expect(new Set(whole.map(({ id }) => id)).size).toBe(43)
      }
    },
  )
})
