import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { type Client, clientOn, openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { remindersOf } from '../support/dunning.ts'
import { ciiInvoice } from '../support/einvoice-samples.ts'
import { importFile, invoice } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
let account: ReturnType<typeof accountOf>
let boss: Client
const as = (user: string, day = TODAY) => clientOn(book.program, day, user)
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  account = accountOf(book)
  boss = as('Claire')
  await account.given(
    invoice('F1', { amount: '1200.00', issued: '2026-01-10', due: '2026-02-09' }),
    invoice('F2', { amount: '600.00', issued: '2026-03-10', due: '2026-04-09' }),
  )
})
afterEach(() => book.close())

type Proposing = Partial<Parameters<Client['writeoffs']['propose']>[0]>
const propose = async (numbers: string[] = ['F1', 'F2'], rest: Proposing = {}) =>
  book.client.writeoffs.propose({
    customerId: await account.customerId(),
    items: await Promise.all(numbers.map(async (number) => ({ itemId: await account.idOf(number) }))),
    reason: 'insolvent-liquidation',
    taxRate: '20',
    ...rest,
  })
const liquidated = { on: '2026-06-15', ground: 'liquidation' as const }
const booked = async (rest: Proposing = {}, numbers?: string[]) =>
  boss.writeoffs.approve({ id: (await propose(numbers, rest)).id, day: '2026-11-20' })
const policyWith = async (losses: { authority: { person: string; ceiling: number }[]; aloneUpTo: number }) => {
  const { content } = await book.client.policy.get({})
  await book.client.policy.save({ content: { ...content, losses } })
}

describe('a proposal', () => {
  test('waits, changes nothing, and says what whoever decides should know', async () => {
    const told = await propose(['F1'], { note: 'clôture pour insuffisance d’actif', evidence: [file('jugement.txt')] })
    expect(told).toMatchObject({
      reference: 'PP-2026-1',
      state: 'proposed',
      amount: 120_000,
      worth: 120_000,
      proposedBy: 'test',
      standing: 'own-proposal',
      anyone: true,
      items: [{ number: 'F1', amount: 120_000, tax: 20_000, taxSource: 'rate', taxRate: '20' }],
      documents: [{ name: 'jugement.txt', kind: 'evidence' }],
      warnings: [],
    })
    expect(await account.open()).toEqual({ F1: 120_000, F2: 60_000 })
    expect((await boss.writeoffs.list({ show: 'proposed' })).writeOffs).toMatchObject([
      { reference: 'PP-2026-1', standing: 'may' },
    ])
  })

  test('names what is disputed, agreed in a plan or promised of it', async () => {
    const [f1, f2] = [await account.idOf('F1'), await account.idOf('F2')]
    await book.client.disputes.open({ itemId: f1, reason: 'quality', amount: 30_000, description: 'rayures' })
    await book.client.instalments.create({
      customerId: await account.customerId(),
      itemIds: [f2],
      agreedOn: TODAY,
      instalments: [{ due: '2026-12-31', amount: 60_000 }],
    })
    const { id, warnings } = await propose()
    expect(warnings.map(({ kind, number, amount }) => [kind, number, amount])).toEqual([
      ['disputed', 'F1', 30_000],
      ['in-plan', 'F2', null],
    ])
    await account.receive(TODAY, { allocate: [{ itemId: f2, amount: 10_000 }] })
    expect((await boss.writeoffs.get({ id })).warnings).toContainEqual(
      expect.objectContaining({ kind: 'above-open', number: 'F2', amount: 50_000 }),
    )
    expect(await refusal(boss.writeoffs.approve({ id }))).toMatchObject({
      code: 'match.above-open',
      details: { number: 'F2', amount: 60_000, open: 50_000, currency: 'EUR' },
    })
  })

  test('is refused for what is no debt of one account, more than is open, or said twice', async () => {
    await account.given(invoice('G1', { amount: '10.00', customer: 'C002' }))
    const [f1, f2] = [await account.idOf('F1'), await account.idOf('F2')]
    const g1 = await accountOf(book, 'C002').idOf('G1')
    expect(await refusalOf(propose([], { items: [{ itemId: f1 }, { itemId: g1 }] }))).toBe('write-off.items-mixed')
    expect(await refusalOf(propose([], { items: [{ itemId: f1, amount: 120_001 }] }))).toBe('match.above-open')
    expect(await refusalOf(propose(['F1'], { reason: 'other' }))).toBe('write-off.note-missing')
    expect(await refusalOf(propose(['F1'], { definitive: { on: '2026-11-23', ground: 'plan' } }))).toBe(
      'write-off.day-future',
    )
    await account.receive(TODAY, { amount: 60_000, allocate: [{ itemId: f2, amount: 60_000 }] })
    expect(await refusalOf(propose(['F2']))).toBe('payment.nothing-open')
    await propose(['F1'])
    expect(await refusal(propose(['F1']))).toMatchObject({
      code: 'write-off.item-proposed',
      details: { number: 'F1', reference: 'PP-2026-1' },
    })
  })

  test('is withdrawn by its author, refused with a reason by another, and then stays as it is', async () => {
    const { id } = await propose(['F1'])
    expect(await refusalOf(boss.writeoffs.withdraw({ id }))).toBe('write-off.not-author')
    expect(await refusalOf(book.client.writeoffs.refuse({ id, answer: 'non' }))).toBe('write-off.own-proposal')
    expect(await boss.writeoffs.refuse({ id, answer: 'huissier d’abord' })).toMatchObject({
      state: 'refused',
      answeredBy: 'Claire',
      answer: 'huissier d’abord',
    })
    expect(await refusalOf(boss.writeoffs.approve({ id }))).toBe('write-off.answered')
    const again = await propose(['F1'])
    expect(await refusalOf(book.on('2020-02-29').writeoffs.withdraw({ id: again.id }))).toBe('clock.behind')
    expect((await book.client.writeoffs.withdraw({ id: again.id })).state).toBe('withdrawn')
    expect((await account.open()).F1).toBe(120_000)
  })
})

describe('approval', () => {
  test('takes somebody else than the proposer', async () => {
    const { id } = await propose()
    expect(await refusal(book.client.writeoffs.approve({ id }))).toMatchObject({
      code: 'write-off.own-proposal',
      details: { person: 'test' },
    })
    const told = await boss.writeoffs.approve({ id, day: '2026-11-20', answer: 'vu avec le liquidateur' })
    expect(told).toMatchObject({
      state: 'booked',
      day: '2026-11-20',
      answeredBy: 'Claire',
      answeredOn: TODAY,
      standing: 'answered',
      items: [{ creditNumber: 'EC-2026-1' }, { creditNumber: 'EC-2026-2' }],
    })
    expect(await account.open()).toMatchObject({ F1: 0, F2: 0, 'EC-2026-1': 0, 'EC-2026-2': 0 })
    expect(await account.open('2026-11-19')).toEqual({ F1: 120_000, F2: 60_000 })
  })

  test('stays within the ceiling of the policy, or that of whom one stands in for', async () => {
    await policyWith({
      authority: [
        { person: 'Claire', ceiling: 100_000 },
        { person: 'Directeur', ceiling: 1_000_000 },
      ],
      aloneUpTo: 0,
    })
    const { id, approvers, standing } = await propose()
    expect([approvers, standing]).toEqual([['Directeur'], 'own-proposal'])
    expect(await refusal(boss.writeoffs.approve({ id }))).toMatchObject({
      code: 'write-off.above-authority',
      details: { person: 'Claire', people: ['Directeur'] },
    })
    const { content } = await book.client.policy.get({})
    const deputies = [{ person: 'Directeur', deputy: 'Hugo', from: '2026-11-01', until: '2026-11-30' }]
    await book.client.policy.save({ content: { ...content, credit: { ...content.credit, deputies } } })
    expect(await as('Hugo').writeoffs.approve({ id })).toMatchObject({ answeredBy: 'Hugo', answeredFor: 'Directeur' })
  })

  test('is one’s own within the amount the policy grants for it', async () => {
    await policyWith({ authority: [], aloneUpTo: 60_000 })
    expect(await book.client.writeoffs.approve({ id: (await propose(['F2'])).id })).toMatchObject({ state: 'booked' })
    expect(await refusalOf(book.client.writeoffs.approve({ id: (await propose(['F1'])).id }))).toBe(
      'write-off.own-proposal',
    )
  })

  test('of an amount whose worth is not known waits for a rate where ceilings count', async () => {
    await account.given(invoice('U1', { amount: '100.00', issued: '2026-05-01', currency: 'USD' }))
    await policyWith({ authority: [{ person: 'Claire', ceiling: 1_000_000 }], aloneUpTo: 0 })
    expect(await refusalOf(boss.writeoffs.approve({ id: (await propose(['U1'])).id }))).toBe('write-off.rate-missing')
  })

  test('books no day to come, none before the debt and none before a letter that claims it', async () => {
    const { id } = await propose()
    expect(await refusalOf(boss.writeoffs.approve({ id, day: '2026-11-23' }))).toBe('write-off.day-future')
    expect(await refusalOf(boss.writeoffs.approve({ id, day: '2026-02-01' }))).toBe('match.day-too-early')
    const [letter] = await remindersOf(book).issueAndSend('2026-11-10')
    expect(await refusal(boss.writeoffs.approve({ id, day: '2026-11-09' }))).toMatchObject({
      code: 'write-off.before-letter',
      details: { letter: letter?.reference, sent: '2026-11-10' },
    })
    expect((await boss.writeoffs.get({ id })).earliest).toBe('2026-11-10')
    expect((await boss.writeoffs.approve({ id, day: '2026-11-10' })).state).toBe('booked')
    const { letters, skipped } = await remindersOf(book).propose(TODAY)
    expect([letters, skipped]).toEqual([[], []])
  })

  test('ends the plan that holds the debt, and reminders with it', async () => {
    const [f1, f2] = [await account.idOf('F1'), await account.idOf('F2')]
    const { id } = await book.client.instalments.create({
      customerId: await account.customerId(),
      itemIds: [f1, f2],
      agreedOn: TODAY,
      instalments: [{ due: '2026-12-31', amount: 180_000 }],
    })
    await boss.writeoffs.approve({ id: (await propose(['F1'])).id })
    expect(await book.client.instalments.get({ id })).toMatchObject({ state: 'cancelled', cancelReason: 'PP-2026-1' })
    expect((await book.client.receivables.items({ asOf: TODAY })).items.map(({ number }) => number)).toEqual(['F2'])
  })

  test('cannot be undone as a match', async () => {
    await booked({}, ['F1'])
    expect(await refusal(account.undo('F1', 'EC-2026-1'))).toMatchObject({
      code: 'match.of-write-off',
      details: { reference: 'PP-2026-1' },
    })
  })
})

describe('what comes in after all', () => {
  test('is a recovery: owed again from that day, and paid by the receipt', async () => {
    const { id } = await booked({ definitive: liquidated })
    const day = '2027-03-02'
    const later = as('test', day)
    const { itemId: receiptId } = await later.payments.receive({
      customerId: await account.customerId(),
      day,
      amount: 30_000,
      currency: 'EUR',
      method: 'transfer',
      allocate: 'none',
    })
    const told = await later.writeoffs.recover({ id, receiptId, reason: 'dividende' })
    expect(told).toMatchObject({
      recovered: 30_000,
      items: [
        { number: 'F1', recovered: 30_000 },
        { number: 'F2', recovered: 0 },
      ],
      tax: { tax: 25_000 },
      recoveries: [{ kind: 'received', amount: 30_000, tax: 5_000, receiptNumber: 'RG-2027-1', day }],
    })
    expect(await account.open('2027-03-01')).toMatchObject({ F1: 0, F2: 0, 'EC-2026-1': 0 })
    expect(await account.open(day)).toMatchObject({ F1: 0, 'EC-2026-1': 0, 'EC-2027-1': 0, 'RG-2027-1': 0 })
    expect((await later.writeoffs.recoveries({})).recoveries).toMatchObject([
      { reference: 'PP-2026-1', amount: 30_000 },
    ])
    const { matches } = await later.payments.matches({ itemId: await account.idOf('F1') })
    expect(matches.map(({ otherNumber, amount, undoneBecause }) => [otherNumber, amount, undoneBecause])).toEqual([
      ['EC-2026-1', 120_000, 'recovered'],
      ['EC-2026-1', 90_000, null],
      ['RG-2027-1', 30_000, null],
    ])
  })

  test('stands among what happened with the customer, with who decided', async () => {
    const { id } = await booked({}, ['F1'])
    await book.client.writeoffs.recover({ id, reason: 'erreur' })
    const { entries } = await book.client.customers.timeline({ id: await account.customerId() })
    const told = entries.filter(({ kind }) => kind.startsWith('write_off'))
    expect(told.map(({ kind, day, title, amount, user }) => [kind, day, title, amount, user]).toSorted()).toEqual([
      ['write_off', '2026-11-20', 'PP-2026-1', 120_000, 'Claire'],
      ['write_off_proposed', TODAY, 'PP-2026-1', 120_000, 'test'],
      ['write_off_recovered', TODAY, 'PP-2026-1', 120_000, 'test'],
    ])
  })

  test('or a mistake: owed again at its own due day, with the reason', async () => {
    const { id } = await booked({}, ['F1'])
    expect(await refusalOf(book.client.writeoffs.recover({ id }))).toBe('write-off.note-missing')
    const told = await book.client.writeoffs.recover({ id, reason: 'plan de redressement adopté' })
    expect(told).toMatchObject({ recovered: 120_000, recoveries: [{ kind: 'reversed', amount: 120_000 }] })
    expect(await account.item('F1')).toMatchObject({ open: 120_000, due: '2026-02-09' })
    expect((await account.open('2026-11-21')).F1).toBe(0)
    expect(await refusalOf(book.client.writeoffs.recover({ id, reason: 'encore' }))).toBe('write-off.not-booked')
  })

  test('is never more than is written off, nor than the receipt holds, nor before', async () => {
    const { id, items } = await booked({}, ['F1'])
    const itemId = items[0]?.itemId as string
    const recover = (rest: object) => book.client.writeoffs.recover({ id, reason: 'erreur', ...rest })
    expect(await refusal(recover({ items: [{ itemId, amount: 120_001 }] }))).toMatchObject({
      code: 'write-off.above-written',
      details: { written: 120_000, amount: 120_001 },
    })
    expect(await refusalOf(recover({ day: '2026-11-19' }))).toBe('write-off.day-too-early')
    expect(await refusalOf(recover({ day: '2026-11-23' }))).toBe('write-off.day-future')
    const { itemId: receiptId } = await account.receive(TODAY, { amount: 5_000, allocate: 'none' })
    expect(await refusalOf(recover({ receiptId, items: [{ itemId, amount: 5_001 }] }))).toBe('write-off.above-receipt')
    expect(await refusalOf(recover({ receiptId: items[0]?.itemId }))).toBe('not-found')
    await account.given(invoice('G1', { amount: '10.00', customer: 'C002' }))
    const another = await accountOf(book, 'C002').receive(TODAY, { amount: 1_000, allocate: 'none' })
    expect(await refusal(recover({ receiptId: another.itemId }))).toMatchObject({
      code: 'write-off.receipt-invalid',
      details: { number: another.number },
    })
    const waiting = await propose(['F2'])
    expect(await refusalOf(recover({ id: waiting.id }))).toBe('write-off.not-booked')
  })
})

describe('the VAT of a loss', () => {
  test('waits for the event, then for the notice, until the end of the second year after', async () => {
    const { id, tax } = await booked()
    expect(tax).toMatchObject({ state: 'waiting', tax: 30_000, deadline: null })
    expect(await refusalOf(boss.writeoffs.vatNotice({ id }))).toBe('write-off.not-definitive')
    const told = await boss.writeoffs.vat({ id, definitive: liquidated })
    expect(told.tax).toMatchObject({ state: 'notice', deadline: '2028-12-31', daysLeft: 770 })
    expect(await refusalOf(boss.writeoffs.vat({ id, claimedOn: TODAY }))).toBe('write-off.notice-missing')
    const notice = await boss.writeoffs.vatNotice({ id })
    expect((await boss.writeoffs.vatNotice({ id })).documentId).toBe(notice.documentId)
    expect(notice).toMatchObject({ name: 'PP-2026-1-art-272-client-c001.pdf' })
    expect((await boss.writeoffs.get({ id })).tax.state).toBe('claim')
    expect((await as('test', '2029-01-01').writeoffs.get({ id })).tax.state).toBe('lapsed')
    expect((await boss.writeoffs.vat({ id, noticeSentOn: TODAY, claimedOn: TODAY })).tax.state).toBe('claimed')
  })

  test('the notice says it in the customer’s language too, beside the French mention that the law asks for', async () => {
    const { id } = await booked({ definitive: liquidated })
    const french = (await boss.writeoffs.vatPreview({ id })).pages.join('')
    const { customer } = await book.client.customers.get({ id: await account.customerId() })
    const { id: customerId, createdAt: _created, updatedAt: _updated, ...fields } = customer
    for (const language of ['en', 'de', 'es'] as const) {
      await book.client.customers.update({ id: customerId, customer: { ...fields, language } })
      expect((await boss.writeoffs.vatPreview({ id })).pages.join('').length).toBeGreaterThan(french.length + 1000)
    }
  })

  test('is none where it had not fallen due, and not known without a rate', async () => {
    expect((await booked({ taxDue: 'received', definitive: liquidated }, ['F1'])).tax.state).toBe('none')
    const { id, tax } = await booked({ taxRate: null, definitive: liquidated }, ['F2'])
    expect(tax).toMatchObject({ state: 'unknown', tax: null })
    expect(await refusalOf(boss.writeoffs.vatNotice({ id }))).toBe('write-off.no-tax')
    expect((await boss.writeoffs.vat({ id, taxRate: '5.5' })).tax).toMatchObject({ state: 'notice', tax: 3_128 })
  })

  test('comes from the electronic invoice where there is one, in proportion', async () => {
    const sample = { number: 'E-1', issued: '2026-02-01', due: '2026-03-01', net: '1000.00', tax: '55.00' }
    await importFile(book.client, ciiInvoice(sample), { name: 'e.xml' })
    const { items } = await book.client.receivables.items({ search: 'E-1' })
    const item = items[0] as (typeof items)[number]
    const told = await book.client.writeoffs.propose({
      customerId: item.customerId,
      items: [{ itemId: item.id, amount: 50_000 }],
      reason: 'uneconomic',
      taxRate: '20',
    })
    expect(told.items).toMatchObject([{ amount: 50_000, tax: 2_607, taxSource: 'invoice', taxRate: '' }])
  })
})

describe('the accountant’s list', () => {
  test('has every loss and recovery of the period with its entry', async () => {
    const { id } = await booked({ definitive: liquidated }, ['F1'])
    await booked({ taxDue: 'received', reason: 'uneconomic' }, ['F2'])
    await book.client.writeoffs.recover({
      id,
      reason: 'erreur',
      items: [{ itemId: await account.idOf('F1'), amount: 12_000 }],
    })
    const { name, file } = await book.client.writeoffs.accountantList({
      from: '2026-11-01',
      until: '2026-11-30',
      format: 'csv',
    })
    expect(name).toBe('passages-en-perte-2026-11-01-2026-11-30.csv')
    const [head, ...rows] = (await file.text())
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'))
    const column = (label: string) => rows.map((row) => row[head?.indexOf(label) ?? -1])
    expect(column('Nature')).toEqual(['Perte', 'Perte', 'Annulation', ''])
    expect(column('TTC')).toEqual(['1200,00', '600,00', '-120,00', '1680,00'])
    expect(column('HT')).toEqual(['1000,00', '500,00', '-100,00', '1400,00'])
    expect(column('TVA à récupérer')).toEqual(['200,00', '0,00', '-20,00', '180,00'])
    expect(column('654')).toEqual(['1000,00', '500,00', '-100,00', '1400,00'])
    expect(column('Compte de TVA')).toEqual(['44571', '44574', '44571', ''])
    expect(column('Approuvé par')).toEqual(['Claire', 'Claire', 'Claire', ''])
    for (const format of ['xlsx', 'pdf'] as const)
      expect(
        (await book.client.writeoffs.accountantList({ from: '2026-11-01', until: TODAY, format })).file.size,
      ).toBeGreaterThan(1000)
    expect(
      await refusalOf(book.client.writeoffs.accountantList({ from: '2026-12-01', until: '2026-11-01', format: 'csv' })),
    ).toBe('input.invalid')
  })

  test('and the losses of the firm say why and who approved', async () => {
    await booked({ reason: 'untraceable' }, ['F1'])
    expect((await book.client.losses.list({})).losses).toMatchObject([
      {
        number: 'F1',
        kind: 'written-off',
        on: '2026-11-20',
        amount: 120_000,
        writeOff: { reference: 'PP-2026-1', reason: 'untraceable', approvedBy: 'Claire', proposedBy: 'test' },
      },
    ])
  })
})

const file = (name: string) => ({ name, file: new File(['jugement du 15 juin 2026'], name, { type: 'text/plain' }) })
