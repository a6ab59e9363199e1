import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rfReference } from '../customers/identifiers.rules.ts'
import { proposeAll, roleOf } from './bank.matching.rules.ts'
import type { BankBook, HeldReceipt, LineToMatch, OpenItem, Payer } from './match.model.ts'

const item = (number: string, open: number, rest: Partial<OpenItem> = {}): OpenItem => ({
  id: number,
  customerId: 'durand',
  number,
  due: '2026-10-31',
  currency: 'EUR',
  open,
  askedAccount: '',
  ...rest,
})

const receipt = (id: string, amount: number, rest: Partial<HeldReceipt> = {}): HeldReceipt => ({
  id,
  customerId: 'durand',
  number: id,
  booked: '2026-11-03',
  currency: 'EUR',
  amount,
  text: '',
  partyAccount: '',
  cleared: false,
  ...rest,
})

const customers = [
  { id: 'durand', code: 'C1', name: 'Durand et Fils SARL' },
  { id: 'cafes', code: 'C2', name: 'Cafés Montbrisson' },
  { id: 'verdolin', code: 'C3', name: 'Maison Verdolin' },
  { id: 'ab', code: 'C4', name: 'AB' },
]

const book = (rest: Partial<BankBook> = {}): BankBook => ({
  customers,
  items: [],
  receipts: [],
  payers: [],
  letters: [],
  writeOffLimits: { EUR: 500 },
  ...rest,
})

const line = (amount: number, text = '', rest: Partial<LineToMatch> = {}): LineToMatch => ({
  id: 'line',
  account: 'FR7630006000011234567890189',
  currency: 'EUR',
  booked: '2026-11-04',
  amount,
  kind: 'transfer',
  party: '',
  partyAccount: '',
  text,
  reference: '',
  creditorReference: '',
  documents: [],
  bankReference: '',
  returnReason: '',
  ...rest,
})

const propose = (of: Partial<BankBook>, one: LineToMatch) => {
  const found = proposeAll(book(of), [one]).get(one.id) ?? []
  return found.map(({ action, customerId, score, ready, placed, credits, unallocated, reasons, receipt: held }) => ({
    action,
    customerId,
    score,
    ready,
    placed: placed.map((one_) => [one_.item.number, one_.amount, one_.discount, one_.writeOff]),
    credits: credits.map((one_) => [one_.item.number, one_.amount]),
    unallocated,
    reasons: reasons.map(({ code }) => code),
    held: held?.id ?? null,
  }))
}

describe('a document named in full and paid to the cent', () => {
  test('is ready, and nothing else is scored (P23)', () => {
    const items = [
      item('FA2026-0178', 12_500),
      item('FA2026-0190', 12_500),
      item('FA2026-0201', 12_500, { customerId: 'cafes' }),
    ]
    expect(propose({ items }, line(12_500, 'VIR DURAND FA2026-0178'))).toEqual([
      {
        action: 'settle',
        customerId: 'durand',
        score: 99,
        ready: true,
        placed: [['FA2026-0178', 12_500, 0, 0]],
        credits: [],
        unallocated: 0,
        reasons: ['number', 'name', 'amount-exact'],
        held: null,
      },
    ])
  })

  test('is found in a structured reference, a document number or the end-to-end reference', () => {
    const items = [item('FA2026-0178', 12_500)]
    for (const [rest, code] of [
      [{ creditorReference: rfReference('FA20260178') }, 'creditor-reference'],
      [{ documents: ['FA2026-0178'] }, 'structured-document'],
      [{ reference: 'FA2026-0178' }, 'end-to-end'],
    ] as const) {
      const [first] = propose({ items }, line(12_500, '', rest as Partial<LineToMatch>))
      expect([first?.score, first?.ready, first?.reasons[0]]).toEqual([99, true, code])
    }
  })

  test('is found by the reference of the letter that claims it', () => {
    const items = [item('FA2026-0178', 12_500), item('FA2026-0190', 7_500)]
    const letters = [{ reference: 'RL-2026-0012', itemIds: ['FA2026-0178', 'FA2026-0190'] }]
    const [first] = propose({ items, letters }, line(20_000, '', { creditorReference: rfReference('RL20260012') }))
    expect([first?.score, first?.ready, first?.placed.length]).toEqual([99, true, 2])
  })

  test('has rivals where two customers bear the number: neither is ready', () => {
    const items = [item('FA2026-0178', 12_500), item('FA2026-0178', 12_500, { id: 'other', customerId: 'cafes' })]
    const found = propose({ items }, line(12_500, 'FA2026-0178'))
    expect(found.map(({ score, ready }) => [score, ready])).toEqual([
      [99, false],
      [99, false],
    ])
  })

  test('is promised to the first of two lines', () => {
    const items = [item('FA2026-0178', 12_500)]
    const [one, two] = [line(12_500, 'FA2026-0178', { id: 'one' }), line(12_500, 'FA2026-0178', { id: 'two' })]
    const found = proposeAll(book({ items }), [one, two])
    expect([found.get('one')?.[0]?.ready, found.get('two')?.[0]?.ready]).toEqual([true, false])
  })

  test('is not ready where its number may stand there by chance', () => {
    const [first] = propose({ items: [item('178', 12_500)] }, line(12_500, 'LOYER 178'))
    expect([first?.score, first?.ready]).toEqual([96, false])
  })

  test('of several, all are settled', () => {
    const items = [item('FA2026-0178', 12_500), item('FA2026-0190', 7_500), item('AV2026-0003', -1_000)]
    const [first] = propose({ items }, line(19_000, 'FA2026-0178 + FA2026-0190 - AV2026-0003'))
    expect(first).toMatchObject({ score: 99, ready: true, credits: [['AV2026-0003', 1_000]], unallocated: 0 })
    expect(first?.placed).toEqual([
      ['FA2026-0178', 12_500, 0, 0],
      ['FA2026-0190', 7_500, 0, 0],
    ])
  })

  test('in instalments, the next one is', () => {
    const items = [
      item('FA2026-0178', 5_000, { id: 'b', due: '2026-11-30' }),
      item('FA2026-0178', 5_000, { id: 'a', due: '2026-10-31' }),
    ]
    const found = proposeAll(book({ items }), [line(5_000, 'FA2026-0178')]).get('line')
    expect(found?.map(({ score, ready, placed }) => [score, ready, placed[0]?.item.id])).toEqual([[99, true, 'a']])
  })
})

describe('a receipt without the whole number', () => {
  test('is matched by amount and name before amount alone (P24)', () => {
    const items = [item('F1', 12_500), item('F2', 12_500, { customerId: 'cafes' })]
    expect(
      propose({ items }, line(12_500, 'VIR CAFES MONTBRISSON')).map(({ customerId, score }) => [customerId, score]),
    ).toEqual([
      ['cafes', 95],
      ['durand', 80],
    ])
  })

  test('a word of fewer than three letters is no name (P31)', () => {
    const [first] = propose({ items: [item('F1', 12_500, { customerId: 'ab' })] }, line(12_500, 'VIR AB'))
    expect([first?.score, first?.reasons]).toEqual([80, ['amount-exact']])
  })

  test('of equals, the invoice that asked for this account comes first (P30)', () => {
    const account = line(0).account
    const items = [
      item('F1', 12_500),
      item('F2', 12_500, { customerId: 'cafes', askedAccount: account, due: '2026-12-31' }),
    ]
    const found = propose({ items }, line(12_500))
    expect(found.map(({ customerId, score }) => [customerId, score])).toEqual([
      ['cafes', 80],
      ['durand', 80],
    ])
    expect(found[0]?.reasons).toContain('account-asked')
  })

  test('is matched by shortened numbers of one customer', () => {
    const items = [
      item('FA2026-0178', 10_000),
      item('FA2026-0190', 20_000),
      item('FA2026-0201', 30_000),
      item('FB2026-0178', 10_000, { customerId: 'cafes' }),
    ]
    const [first] = propose({ items }, line(60_000, 'FACT 178/190/201'))
    expect(first).toMatchObject({
      customerId: 'durand',
      score: 95,
      ready: false,
      reasons: ['short-number', 'amount-sum'],
    })
    expect(first?.placed.length).toBe(3)
  })

  test('is matched with several debts, the whole balance, or with credit notes taken off', () => {
    const items = [item('F1', 11_100), item('F2', 22_200), item('F3', 44_400), item('A1', -1_000)]
    const of = (amount: number) => propose({ items }, line(amount, 'DURAND'))[0]
    expect(of(33_300)).toMatchObject({ score: 86, reasons: ['name', 'amount-sum'] })
    expect(of(77_700)).toMatchObject({ score: 92, reasons: ['name', 'amount-balance'], credits: [] })
    expect(of(76_700)).toMatchObject({ score: 92, credits: [['A1', 1_000]] })
    expect(of(43_400)).toMatchObject({ placed: [['F3', 44_400, 0, 0]], credits: [['A1', 1_000]] })
  })

  test('shows the discount that the customer took, before the due date', () => {
    const items = [item('FA2026-0178', 100_000, { due: '2026-12-31' })]
    const [early] = propose({ items }, line(98_000, 'FA2026-0178'))
    expect(early).toMatchObject({ score: 94, ready: false, placed: [['FA2026-0178', 98_000, 2_000, 0]] })
    const late = [item('FA2026-0178', 100_000, { due: '2026-10-01' })]
    expect(propose({ items: late }, line(98_000, 'FA2026-0178'))[0]?.score).toBeLessThan(early?.score ?? 0)
  })

  test('shows a difference to write off within the limit, and leaves a larger one open', () => {
    const items = [item('FA2026-0178', 100_000)]
    expect(propose({ items }, line(99_700, 'FA2026-0178'))[0]?.placed).toEqual([['FA2026-0178', 99_700, 0, 300]])
    expect(propose({ items }, line(99_200, 'FA2026-0178'))[0]?.placed).toEqual([['FA2026-0178', 99_200, 0, 0]])
    expect(propose({ items }, line(100_300, 'FA2026-0178'))[0]).toMatchObject({ unallocated: 300 })
  })

  test('of a known payer without any document goes to the oldest, the rest stays unallocated', () => {
    const items = [item('F2', 20_000, { due: '2026-10-20' }), item('F1', 10_000, { due: '2026-09-30' })]
    expect(propose({ items }, line(12_345, 'DURAND'))[0]).toMatchObject({
      score: 50,
      placed: [
        ['F1', 10_000, 0, 0],
        ['F2', 2_345, 0, 0],
      ],
    })
    expect(propose({ items }, line(35_000, 'DURAND'))[0]).toMatchObject({ unallocated: 5_000 })
  })

  test('past choices raise the score', () => {
    const items = [item('F1', 12_500), item('F2', 12_500, { customerId: 'cafes' })]
    const payer = (uses: number): Payer => ({ kind: 'account', value: 'FR1', customerId: 'cafes', uses })
    const score = (payers: Payer[]) =>
      propose({ items, payers }, line(12_500, 'VIREMENT', { partyAccount: 'FR1' }))[0]?.score
    expect([score([]), score([payer(1)]), score([payer(2)])]).toEqual([80, 96, 97])
    const label: Payer = { kind: 'label', value: 'holding martin', customerId: 'cafes', uses: 1 }
    expect(propose({ items, payers: [label] }, line(12_500, 'x', { party: 'HOLDING MARTIN' }))[0]).toMatchObject({
      customerId: 'cafes',
      score: 95,
    })
  })

  test('in another currency is not matched', () =>
    expect(propose({ items: [item('FA2026-0178', 12_500)] }, line(12_500, 'FA2026-0178', { currency: 'GBP' }))).toEqual(
      [],
    ))
})

describe('what the book holds already', () => {
  test('is linked, and the invoice of the same amount is not ready', () => {
    const of = { items: [item('FA2026-0178', 12_500)], receipts: [receipt('RG-1', 12_500)] }
    const found = propose(of, line(12_500, 'DURAND FA2026-0178'))
    expect(found.map(({ action, score, ready, held }) => [action, score, ready, held])).toEqual([
      ['link', 98, false, 'RG-1'],
      ['settle', 88, false, null],
    ])
  })
  test('is not linked twice, nor far from its day', () => {
    expect(propose({ receipts: [receipt('RG-1', 12_500, { cleared: true })] }, line(12_500))).toEqual([])
    expect(propose({ receipts: [receipt('RG-1', 12_500, { booked: '2026-09-01' })] }, line(12_500))).toEqual([])
  })
})

describe('a line that takes money back', () => {
  const receipts = [
    receipt('RG-2026-0041', 12_500, { booked: '2026-10-20', text: 'CHQ 0041234' }),
    receipt('RG-2026-0050', 12_500, { customerId: 'cafes', booked: '2026-11-01', cleared: true }),
  ]
  test('is held against earlier receipts, cleared or not, and is never ready', () => {
    const found = propose({ receipts }, line(-12_500, 'CHEQUE IMPAYE 0041234', { kind: 'return' }))
    expect(found.map(({ action, held, score, ready }) => [action, held, score, ready])).toEqual([
      ['bounce', 'RG-2026-0041', 95, false],
      ['bounce', 'RG-2026-0050', 74, false],
    ])
  })
  test('takes back nothing that came later', () =>
    expect(propose({ receipts }, line(-12_500, '', { kind: 'return', booked: '2026-10-01' }))).toEqual([]))
})

test('charges, interest and expenses ask for nothing', () => {
  expect(roleOf(-500, 'charge')).toBe('out')
  expect(roleOf(500, 'interest')).toBe('out')
  expect(roleOf(-500, 'transfer')).toBe('out')
  expect(roleOf(500, 'return')).toBe('out')
  expect(roleOf(-500, 'return')).toBe('return')
  expect(roleOf(500, 'cheque')).toBe('receipt')
  expect(propose({ items: [item('F1', 500)] }, line(-500, 'F1', { kind: 'transfer' }))).toEqual([])
})

test('whatever is proposed adds up to the line and exceeds no document', () => {
  const documents = fc.array(
    fc.record({
      n: fc.integer({ min: 1, max: 400 }),
      open: fc.integer({ min: -5_000, max: 20_000 }).filter((open) => open !== 0),
      owner: fc.constantFrom('durand', 'cafes', 'verdolin'),
      due: fc.constantFrom('2026-09-30', '2026-10-31', '2026-12-31'),
    }),
    { maxLength: 12 },
  )
  const said = fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 400 }).map(String),
      fc.constantFrom('DURAND', 'CAFES MONTBRISSON', 'VERDOLIN', 'FACT'),
    ),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(documents, said, fc.integer({ min: 1, max: 40_000 }), fc.nat(40), (all, words, any, pick) => {
      const items = all.map(({ n, open, owner, due }, i) =>
        item(`FA2026-${n}`, open, { id: String(i), customerId: owner, due }),
      )
      const amount = Math.abs(items[pick]?.open ?? any)
      const found = proposeAll(book({ items }), [
        line(amount, words.map((word) => (/^\d/.test(word) && pick % 2 ? `FA2026-${word}` : word)).join(' ')),
      ]).get('line')
      for (const { placed, credits, unallocated, score, customerId, ready } of found ?? []) {
        const sum = (list: readonly { amount: number }[]) => list.reduce((total, one) => total + one.amount, 0)
        expect(sum(placed) + unallocated).toBe(amount + sum(credits))
        expect(unallocated).toBeGreaterThanOrEqual(0)
        expect(score >= 0 && score <= 99).toBe(true)
        if (ready) expect(score).toBe(99)
        for (const one of placed)
          expect(one.amount > 0 && one.amount + one.discount + one.writeOff <= one.item.open).toBe(true)
        for (const one of credits) expect(one.amount).toBeLessThanOrEqual(-one.item.open)
        for (const one of [...placed, ...credits]) expect(one.item.customerId).toBe(customerId)
        expect(new Set([...placed, ...credits].map((one) => one.item.id)).size).toBe(placed.length + credits.length)
      }
    }),
  )
})
