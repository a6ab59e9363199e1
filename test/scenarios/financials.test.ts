import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { linesOf, statementClosing, statementsOf } from '../../src/main/core/financials/financials.repository.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { FORM, inCents, statementTable } from '../support/financials.ts'
import { customerFields } from '../support/ledger.ts'
import { queryPlans } from '../support/query-plan.ts'

const TODAY = '2026-11-22'
const ALPHA = '732829320'
const OTHER = '404833048'
const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
let alpha: string
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  alpha = (await book.client.customers.create(customerFields('C001', { name: 'Menuiserie Alpha', siren: ALPHA }))).id
})
afterEach(() => book.close())

const enter = (rest: Partial<Parameters<TestBook['client']['financials']['save']>[0]> = {}) =>
  book.client.financials.save({
    customerId: alpha,
    closedOn: '2025-12-31',
    source: 'Liasse fiscale remise par le client',
    audited: true,
    lines: inCents(),
    ...rest,
  })
const importing = (text: string, rest: { customerId?: string; unit?: 1 | 1000; name?: string } = {}) =>
  book.client.financials.import({ name: 'liasse.csv', file: new File([text], 'liasse.csv'), ...rest })
const list = async (customerId = alpha) => book.client.financials.list({ customerId })

describe('a statement is entered by hand', () => {
  test('with its figures, ratios and scores', async () => {
    const statement = await enter()
    expect(statement).toMatchObject({
      closedOn: '2025-12-31',
      months: 12,
      currency: 'EUR',
      audited: true,
      consolidated: false,
      createdBy: 'test',
      documentId: null,
      flags: [],
    })
    expect(statement.lines.FL).toBe(420_000_000)
    expect(statement.figures.grossOperatingSurplus).toEqual({
      amount: 26_000_000,
      origin: 'FL − FS − FT − FW − FX − FY − FZ',
    })
    expect(statement.ratios.find(({ code }) => code === 'equityRatio')).toMatchObject({
      value: '36.0',
      reading: 'good',
    })
    const scores = Object.fromEntries(statement.scores.map(({ model, score }) => [model, score]))
    // 24 × 260/1550 + 22 × 1350/2500 + 16 × 1090/2500 − 87 × 45/4200 − 10 × 800/1250 = 15.55
    expect(scores).toEqual({
      'conan-holder': '15.55',
      'altman-z1': '2.50',
      'altman-z2': '2.91',
      'altman-em': '6.16',
      bdf: null,
    })
  })

  test('three years stand in order, with their trend', async () => {
    await enter({ closedOn: '2023-12-31', lines: inCents({ ...FORM, FW: 1_070_000, GF: 4_070_000, GG: 130_000 }) })
    await enter()
    await enter({ closedOn: '2024-12-31', lines: inCents({ ...FORM, FW: 1_020_000, GF: 4_020_000, GG: 180_000 }) })
    const { statements, trend } = await list()
    expect(statements.map(({ closedOn }) => closedOn)).toEqual(['2025-12-31', '2024-12-31', '2023-12-31'])
    expect(trend.find(({ code }) => code === 'ebitdaMargin')).toEqual({
      code: 'ebitdaMargin',
      change: 'better',
      values: [
        { closedOn: '2025-12-31', value: '6.2' },
        { closedOn: '2024-12-31', value: '5.0' },
        { closedOn: '2023-12-31', value: '3.8' },
      ],
    })
  })

  test('and changed, without a second one beside it', async () => {
    const { id } = await enter()
    const changed = await enter({ id, months: 6, note: 'Exercice décalé' })
    expect(changed).toMatchObject({ id, months: 6, note: 'Exercice décalé' })
    expect((await list()).statements).toHaveLength(1)
    expect(changed.flags).toEqual([{ code: 'annualised', details: { months: 6 } }])
  })

  test('the group’s statement stands beside the company’s own', async () => {
    await enter()
    await enter({ consolidated: true })
    expect((await list()).statements.map(({ flags }) => flags)).toEqual([[], []])
  })

  test('with the paper it was read from', async () => {
    const { id } = await enter()
    const pdf = (text: string) => new File([`%PDF-1.4\n${text}`], 'liasse.pdf')
    const { documentId, documentName } = await book.client.financials.attach({
      id,
      name: 'liasse.pdf',
      file: pdf('un'),
    })
    expect(documentName).toBe('liasse.pdf')
    const again = await book.client.financials.attach({ id, name: 'liasse 2025.pdf', file: pdf('deux') })
    expect(again.documentName).toBe('liasse 2025.pdf')
    expect(await refusalOf(book.client.documents.get({ id: documentId ?? '' }))).toBe('not-found')
    await book.client.financials.remove({ id })
    expect((await list()).statements).toEqual([])
    expect(await refusalOf(book.client.documents.get({ id: again.documentId ?? '' }))).toBe('not-found')
  })

  test('it is stale once the policy says so', async () => {
    await enter({ closedOn: '2024-12-31' })
    const [statement] = (await list()).statements
    expect(statement?.flags.map(({ code }) => code)).toEqual(['stale'])
    expect((await book.on('2026-06-30').financials.list({ customerId: alpha })).statements[0]?.flags).toEqual([])
  })
})

describe('a statement is refused', () => {
  test('of another company', async () => {
    expect(await refusal(enter({ siren: OTHER }))).toEqual({
      code: 'financials.other-company',
      details: { name: 'Menuiserie Alpha', expected: ALPHA, found: OTHER },
    })
    // An establishment of the customer is the customer.
    expect((await enter({ siren: `${ALPHA}00074` })).siren).toBe(ALPHA)
  })

  test.each([
    ['identifier.siren', { siren: '123456789' }],
    ['financials.day-invalid', { closedOn: '2026-12-31' }],
    ['financials.empty', { lines: {} }],
    ['not-found', { customerId: NOBODY }],
    ['not-found', { id: NOBODY }],
  ])('%s', async (code, rest) => {
    expect(await refusalOf(enter(rest))).toBe(code)
    expect((await list()).statements).toEqual([])
  })

  test('for a day that has one already', async () => {
    const { id } = await enter()
    expect(await refusal(enter())).toMatchObject({ code: 'financials.closing-used', details: { id } })
  })

  test('with a line that is none', async () => {
    expect(await refusalOf(enter({ lines: { ZZ: 1 } as never }))).toBe('BAD_REQUEST')
  })

  test('whose paper is empty or disguised; there is nothing to list or remove of nobody', async () => {
    const { id } = await enter()
    const attach = (name: string, content: string) =>
      refusalOf(book.client.financials.attach({ id, name, file: new File([content], name) }))
    expect(await attach('vide.pdf', '')).toBe('proof.empty')
    expect(await attach('liasse.pdf', 'MZ'.padEnd(600, '\u0000'))).toBe('proof.disguised')
    expect(
      await refusalOf(book.client.financials.attach({ id: NOBODY, name: 'a.pdf', file: new File(['x'], 'a') })),
    ).toBe('not-found')
    expect(await refusalOf(book.client.financials.remove({ id: NOBODY }))).toBe('not-found')
    expect(await refusalOf(book.client.financials.list({ customerId: NOBODY }))).toBe('not-found')
  })
})

describe('statements are read from a table', () => {
  test('three years of boxes, the customer found by SIREN; read again nothing changes', async () => {
    const file = statementTable(['31/12/2025', '31/12/2024', '31/12/2023'], { SIREN: ALPHA, 'Durée en mois': '12' })
    const first = await importing(file)
    expect(first.statements.map(({ closedOn, state, lines }) => [closedOn, state, lines])).toEqual([
      ['2025-12-31', 'created', Object.keys(FORM).length],
      ['2024-12-31', 'created', Object.keys(FORM).length],
      ['2023-12-31', 'created', Object.keys(FORM).length],
    ])
    expect(first.ignored).toEqual([])
    expect((await importing(file)).statements.map(({ state }) => state)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ])
    const { statements } = await list()
    expect(statements.map(({ source, siren }) => [source, siren])).toEqual(Array(3).fill(['liasse.csv', ALPHA]))
    expect(statements[0]?.scores[0]).toMatchObject({ model: 'conan-holder', score: '15.55' })
  })

  test('a file that says more corrects what was read before', async () => {
    await importing(statementTable(['2025'], { 'Code client': 'C001' }))
    const { statements } = await importing(
      statementTable(['2025'], { 'Code client': 'C001' }, { ...FORM, HN: 190_000 }),
    )
    expect(statements.map(({ state }) => state)).toEqual(['updated'])
    expect((await list()).statements[0]?.lines.HN).toBe(19_000_000)
  })

  test('the template, once filled', async () => {
    const { name, file } = await book.client.financials.template({ language: 'fr' })
    expect(name).toBe('comptes-annuels.csv')
    const rows = (await file.text()).replace('\uFEFF', '').trim().split('\r\n')
    expect(rows[0]).toBe('Case;Libellé;2025-12-31;2024-12-31;2023-12-31')
    const filled = rows.map((row) => {
      const cells = row.split(';')
      if (cells[1] === 'SIREN') return [...cells.slice(0, 2), ALPHA, ALPHA, ALPHA].join(';')
      const euros = FORM[cells[0] ?? '']
      return euros === undefined ? row : [...cells.slice(0, 2), euros, euros, ''].join(';')
    })
    const { statements, ignored } = await importing(filled.join('\r\n'))
    expect(statements.map(({ closedOn }) => closedOn)).toEqual(['2025-12-31', '2024-12-31'])
    expect(ignored).toEqual([])
    expect((await list()).statements[0]?.flags).toEqual([])
  })

  test('plain French labels, in thousands', async () => {
    const table = [
      'Poste;Exercice 2025',
      'Chiffre d’affaires;4 200',
      'Excédent brut d’exploitation;260,5',
      'Capitaux propres;900',
      'Total bilan;2 500',
      'Nombre de salariés;42',
    ].join('\n')
    const { ignored } = await importing(table, { customerId: alpha, unit: 1000 })
    expect(ignored).toEqual(['Nombre de salariés'])
    const [statement] = (await list()).statements
    expect(statement).toMatchObject({
      closedOn: '2025-12-31',
      unit: 1000,
      lines: { revenue: 420_000_000, grossOperatingSurplus: 26_050_000 },
    })
    expect(statement?.flags.map(({ code }) => code)).toEqual(['lines-missing'])
  })

  test('a row for each of several customers', async () => {
    const beta = await book.client.customers.create(customerFields('C002', { siren: OTHER }))
    const table = `siren,closing,months,FL,HN,DL,EE\n${ALPHA},2025-12-31,12,4200000,180000,900000,2500000\n${OTHER},2025-06-30,18,1000000,-5000,-20000,300000\n`
    const { statements } = await importing(table)
    expect(statements.map(({ customerCode, closedOn }) => [customerCode, closedOn])).toEqual([
      ['C001', '2025-12-31'],
      ['C002', '2025-06-30'],
    ])
    const [statement] = (await list(beta.id)).statements
    expect(statement?.flags.map(({ code }) => code)).toEqual(['lines-missing', 'negative-equity', 'annualised'])
  })
})

describe('a table is refused whole', () => {
  const closing = ['2025-12-31']
  test.each([
    ['financials.other-company', statementTable(closing, { SIREN: OTHER }), { mine: true }],
    ['financials.other-company', statementTable(closing, { 'Code client': 'C009' }), { mine: true }],
    ['financials.customer-unknown', statementTable(closing, { 'Code client': 'C009' }), {}],
    ['financials.customer-unknown', statementTable(closing, { SIREN: OTHER }), {}],
    ['financials.customer-missing', statementTable(closing), {}],
    ['identifier.siren', statementTable(closing, { SIREN: '123456789' }), {}],
    ['financials.day-invalid', statementTable(['2026-12-31']), { mine: true }],
    ['financials.closing-used', statementTable(['2025-12-31', '31/12/2025']), { mine: true }],
    ['financials.no-lines', 'Case;2025\nZZ;12\nYY;13\n', { mine: true }],
    ['financials.no-lines', 'Case;Montant\nFL;12\nHN;13\n', { mine: true }],
    ['import.format-unknown', '<html><body>rien</body></html>', { mine: true }],
    ['import.format-unknown', '', { mine: true }],
  ])('%s', async (code, text, { mine = false }: { mine?: boolean }) => {
    expect(await refusalOf(importing(text, mine ? { customerId: alpha } : {}))).toBe(code)
    expect((await list()).statements).toEqual([])
  })

  test.each([
    ['amount', 'Case;2025\nFL;douze\nHN;1\n'],
    ['amount-ambiguous', 'Case;2025\nFL;4,200\nHN;1\n'],
    ['line-twice', 'Case;2025\nFL;4200\nFL;4300\n'],
    ['months', 'Case;2025\nmois;30\nFL;4200\n'],
    ['currency', 'Case;2025\ndevise;euro\nFL;4200\n'],
    ['yes-no', 'Case;2025\nconsolidé;peut-être\nFL;4200\n'],
    ['day', 'cloture;FL;HN\n32/13/2025;1;2\n'],
  ])('a cell that cannot be read: %s', async (reason, text) => {
    expect(await refusal(importing(text, { customerId: alpha }))).toMatchObject({
      code: 'financials.unreadable',
      details: { reason, line: expect.any(Number) },
    })
  })

  test('one good year and one of another company: neither is kept', async () => {
    const table = `siren,cloture,FL,HN\n${ALPHA},2025-12-31,10,1\n${OTHER},2025-12-31,10,1\n`
    expect(await refusal(importing(table))).toMatchObject({ code: 'financials.customer-unknown', details: { line: 3 } })
    expect((await list()).statements).toEqual([])
  })

  test('a SIREN that two customers have', async () => {
    await book.client.customers.create(customerFields('C002', { siren: ALPHA }))
    expect(await refusal(importing(statementTable(closing, { SIREN: ALPHA })))).toMatchObject({
      code: 'financials.customer-ambiguous',
      details: { codes: ['C001', 'C002'] },
    })
    expect(await refusalOf(importing(statementTable(closing), { customerId: NOBODY }))).toBe('not-found')
  })
})

describe('a score needs no book', () => {
  const figures = {
    workingCapital: '350',
    retainedEarnings: '500',
    ebit: '180',
    equity: '900',
    totalLiabilities: '1600',
    totalAssets: '2500',
  }
  test('and says what it lacks', async () => {
    const { score, class: zone } = await book.client.financials.score({ model: 'altman-z2', figures })
    expect([score, zone]).toEqual(['2.64', 'safe'])
    expect(await refusal(book.client.financials.score({ model: 'altman-z1', figures }))).toEqual({
      code: 'score.key-missing',
      details: { model: 'altman-z1', key: 'sales', keys: ['sales'] },
    })
    const none = { ...figures, totalLiabilities: '0' }
    expect(await refusal(book.client.financials.score({ model: 'altman-z2', figures: none }))).toMatchObject({
      code: 'score.not-meaningful',
      details: { term: 'X4', key: 'totalLiabilities' },
    })
  })
})

test('two files of one company, merged, keep both statements and say so', async () => {
  const twin = await book.client.customers.create(customerFields('C002'))
  await enter()
  await enter({ customerId: twin.id })
  await book.client.customers.merge({ keep: alpha, remove: twin.id })
  const { statements } = await list()
  expect(statements.map(({ flags }) => flags.map(({ code }) => code))).toEqual([['twice'], ['twice']])
})

test('statements are found by their customer, lines by their statement', async () => {
  const plans = await queryPlans(book.path, async (db) => {
    await statementsOf(db, ['x'])
    await statementClosing(db, 'x', TODAY, 0)
    await linesOf(db, 'x')
  })
  expect(plans.filter((line) => /^SCAN (s|financial_|document)/.test(line))).toEqual([])
  expect(plans.filter((line) => line.includes('financial_statement_by_customer (customer_id=?'))).toHaveLength(2)
})
