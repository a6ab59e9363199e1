import { unzipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { remindersOf } from '../support/dunning.ts'
import { customerFields, finish, importItems, invoice, payment } from '../support/ledger.ts'

// Due on 31 January 2026; the standard plan's levels come 3, 10, 20 and 35 days later.
const DUE = '2026-01-31'

let book: TestBook
let reminders: ReturnType<typeof remindersOf>
let customerId: string

const PDF = await (async () => {
  const document = await PDFDocument.create()
  document.addPage()
  document.addPage()
  return new File([new Uint8Array(await document.save())], 'bon-signe.pdf', { type: 'application/pdf' })
})()

beforeEach(async () => {
  book = await openTestBook({
    today: DUE,
    company: {
      legalForm: 'SAS',
      capital: '50 000 €',
      siren: '732829320',
      registry: 'RCS Lyon',
      street: '4 rue des Ateliers',
      postalCode: '69003',
      city: 'Lyon',
      signatory: 'Anne Martin',
      signatoryRole: 'Gérante',
    },
  })
  reminders = remindersOf(book)
  const customer = await book.client.customers.create({
    ...customerFields('C001', { name: 'Durand SARL', siren: '552100554' }),
    addresses: [{ kind: 'registered', street: '8 quai Perrache', postalCode: '69002', city: 'Lyon', country: 'FR' }],
    contacts: [{ name: 'Paul Durand', role: '', email: 'compta@durand.example', phone: '', dunning: true }],
  })
  customerId = customer.id
  await importItems(book.client, [invoice('F-1', { issued: '2026-01-01', due: DUE, amount: '10000.00' })])
})
afterEach(() => book.close())

const itemOf = async (number: string) => {
  const { items } = await book.client.receivables.items({ show: 'all', search: number })
  return items.find((item) => item.number === number)?.id ?? ''
}

test('the whole ladder: from the courtesy call to the court file, an order served, paid and closed', async () => {
  // The amicable levels, each issued and sent on its day.
  for (const [day, name] of [
    ['2026-02-03', 'Contrôle de réception'],
    ['2026-02-10', 'Relance'],
    ['2026-02-20', 'Relance ferme'],
  ] as const)
    expect(await reminders.issueAndSend(day)).toMatchObject([{ levelName: name, customerCode: 'C001' }])

  // A promise keeps it out of the reminders, until it is broken.
  await book.on('2026-02-24').calls.record({
    customerId,
    outcome: 'promise',
    contact: 'Paul Durand',
    note: 'Virement promis',
    promise: { currency: 'EUR', amount: 1_000_000, day: '2026-03-02', itemIds: [await itemOf('F-1')] },
  })
  expect(await reminders.standing('2026-02-28')).toEqual({ 'F-1': 'promised' })
  const [promise] = (await book.on('2026-03-07').promises.list({ customerId })).promises
  expect(promise?.state).toBe('broken')

  // The formal notice goes registered, with a yes.
  expect(await reminders.issueAndSend('2026-03-07')).toMatchObject([
    { levelName: 'Mise en demeure', channel: 'registered', deadline: '2026-03-15' },
  ])
  expect(await reminders.standing('2026-03-20')).toEqual({ 'F-1': 'ladder-finished' })

  // A part payment after it: interest first at court, the ledger keeps principal first.
  await importItems(book.on('2026-03-31'), [
    payment('VIR-1', { issued: '2026-03-31', amount: '4000.00', settles: 'F-1' }),
  ])
  const claim = book.on('2026-04-01')
  const { id } = await claim.handovers.handOver({
    customerId,
    to: 'court',
    reason: 'Mise en demeure restée sans effet',
    procedure: 'payment-order',
  })
  expect(await reminders.standing('2026-04-01')).toEqual({ 'F-1': 'handed-over' })

  const { routes, court } = await claim.claims.routes({ handoverId: id })
  expect(court).toMatchObject({ kind: 'economic', name: 'tribunal des activités économiques de Lyon' })
  expect(routes.find(({ recommended }) => recommended)?.procedure).toBe('payment-order')
  expect(routes.find(({ procedure }) => procedure === 'small-claims')?.reasons).toMatchObject([{ code: 'above-limit' }])

  // 59 days at 12.15 % on 10,000: 196.40 of interest paid, 3,803.60 of principal.
  const [account] = (await claim.claims.account({ handoverId: id })).accounts
  expect(account?.debts[0]?.lines.find(({ kind }) => kind === 'payment')).toMatchObject({
    toInterest: 19_640,
    toPrincipal: 380_360,
  })
  expect(account?.totals).toMatchObject({ principal: 619_640, indemnities: 4_000, ledger: 600_000 })
  const principalFirst = await claim.claims.account({ handoverId: id, imputation: 'principal-first' })
  expect(principalFirst.accounts[0]?.totals).toMatchObject({ principal: 600_000, ledger: 600_000 })

  // The file: what is missing is named, what is there is numbered, the account with it.
  const before = await claim.claims.pieces({ handoverId: id })
  expect(before.missing.map(({ kind }) => kind)).toEqual([
    'invoice',
    'order',
    'delivery',
    'terms',
    'receipt',
    'registry',
  ])
  const kept = { customerId, name: 'bon-signe.pdf', file: PDF }
  await claim.proofs.add({ ...kept, itemId: await itemOf('F-1'), kind: 'delivery_note', title: 'BL 118 signé' })
  await claim.proofs.add({ ...kept, itemId: await itemOf('F-1'), kind: 'order', title: 'Commande 118' })
  const { pieces, missing } = await claim.claims.pieces({ handoverId: id })
  expect(missing.map(({ kind }) => kind)).not.toContain('order')
  // One file kept twice stands once.
  expect(pieces.map(({ number, kind }) => [number, kind])).toEqual([
    [1, 'account'],
    [2, 'order'],
    [3, 'letter'],
    [4, 'letter'],
    [5, 'letter'],
    [6, 'letter'],
    [7, 'log'],
  ])
  const left = pieces.find(({ kind }) => kind === 'letter')?.key ?? ''
  const without = await claim.claims.leaveOut({ handoverId: id, piece: left, out: true })
  expect(without.pieces.filter(({ number }) => number === null)).toMatchObject([{ key: left }])
  await claim.claims.leaveOut({ handoverId: id, piece: left, out: false })

  const { result: whole, steps } = await finish(claim.claims.file({ handoverId: id, format: 'pdf' }))
  expect(whole).toMatchObject({ kind: 'file-pdf', imputation: 'interest-first', total: account?.totals.total })
  expect(steps.at(-1)).toMatchObject({ done: 14, total: 14 })
  const pdf = await claim.documents.get({ id: whole.documentId })
  const bundle = await PDFDocument.load(await pdf.file.arrayBuffer())
  expect(bundle.getPageCount()).toBeGreaterThanOrEqual(10)
  const { result: zip } = await finish(claim.claims.file({ handoverId: id, format: 'zip' }))
  const packed = unzipSync(new Uint8Array(await (await claim.documents.get({ id: zip.documentId })).file.arrayBuffer()))
  expect(Object.keys(packed)).toEqual(expect.arrayContaining(['bordereau.pdf', 'SHA256SUMS.txt', 'decompte-EUR.xlsx']))
  expect(Object.keys(packed).filter((name) => name.startsWith('pieces/'))).toHaveLength(7)

  const request = await claim.claims.issuePaper({ handoverId: id, kind: 'payment-order-request' })
  expect(request).toMatchObject({ kind: 'payment-order-request', total: account?.totals.total })
  expect((await claim.claims.paper({ handoverId: id, kind: 'payment-order-request' })).pages.length).toBeGreaterThan(0)

  // The procedure: an order of before September 2026 is served within six months.
  const step = (
    day: string,
    code: 'request-filed' | 'order-granted' | 'order-served',
    inPerson: boolean | null = null,
  ) => book.on(day).handovers.addStep({ id, code, day, inPerson })
  await step('2026-04-02', 'request-filed')
  const granted = await step('2026-04-20', 'order-granted')
  expect(granted.deadlines).toMatchObject([{ code: 'serve-order', on: '2026-10-20', done: false }])
  const served = await step('2026-05-04', 'order-served', true)
  expect(served.deadlines.map(({ code, on, done }) => [code, on, done])).toEqual([
    ['objection', '2026-06-04', false],
    ['enforce-from', '2026-06-04', false],
    ['serve-order', '2026-10-20', true],
  ])
  expect(served.handover.next).toMatchObject({ code: 'objection', on: '2026-06-04' })

  // Paid and closed; what was issued stays as it was.
  await importItems(book.on('2026-06-15'), [
    payment('VIR-2', { issued: '2026-06-15', amount: '6000.00', settles: 'F-1' }),
  ])
  const closed = await book.on('2026-06-16').handovers.close({ id, reason: 'Payé après signification' })
  expect(closed).toMatchObject({ closedOn: '2026-06-16', next: null, totals: [{ open: 0 }] })
  expect((await book.client.handovers.get({ id })).files.map(({ kind }) => kind)).toEqual([
    'payment-order-request',
    'file-zip',
    'file-pdf',
  ])
})

test('a payment that crosses a letter: the letter stands as it was issued, the next one asks for the rest', async () => {
  await reminders.issueAndSend('2026-02-03')
  const { run } = await reminders.issue('2026-02-10')
  // Received the day the letter was made, entered the day after it left.
  await reminders.send('2026-02-11', run.id)
  await importItems(book.on('2026-02-12'), [
    payment('VIR-1', { issued: '2026-02-10', amount: '9000.00', settles: 'F-1' }),
  ])
  const { letters } = await book.on('2026-02-12').dunning.letters({ runId: run.id })
  expect(letters).toMatchObject([{ principal: 1_000_000, sentOn: '2026-02-11', cancelledOn: null }])
  const [next] = (await reminders.propose('2026-02-20')).letters
  expect(next).toMatchObject({ level: 3, principal: 100_000 })
  // Ten days on 10,000, then ten on 1,000, at 12.15 %.
  expect(next?.interest).toBe(3_662)
})

test('a dispute on half an invoice stands apart in letter, account and file; settled, all of it is claimed', async () => {
  const dispute = await book.on('2026-02-05').disputes.open({
    itemId: await itemOf('F-1'),
    reason: 'quality',
    amount: 500_000,
  })
  const [letter] = (await reminders.propose('2026-02-20')).letters
  expect(letter).toMatchObject({ principal: 500_000, items: [{ disputed: 500_000 }] })
  const claim = book.on('2026-03-02')
  const { id } = await claim.handovers.handOver({ customerId, to: 'lawyer', reason: 'Litige', procedure: 'summary' })
  const [account] = (await claim.claims.account({ handoverId: id })).accounts
  expect(account?.totals).toMatchObject({ principal: 500_000, disputed: 500_000, ledger: 1_000_000 })
  const summary = async () =>
    (await claim.claims.routes({ handoverId: id })).routes.find(({ procedure }) => procedure === 'summary')?.reasons
  expect(await summary()).toContainEqual({ code: 'partly-disputed', details: { amount: 500_000, currency: 'EUR' } })
  await claim.disputes.close({ id: dispute.id, outcome: 'upheld' })
  expect((await claim.claims.account({ handoverId: id })).accounts[0]?.totals).toMatchObject({
    principal: 1_000_000,
    disputed: 0,
  })
  expect(await summary()).not.toContainEqual(expect.objectContaining({ code: 'partly-disputed' }))
})

describe('what cannot be', () => {
  const handOver = () =>
    book.on('2026-03-10').handovers.handOver({ customerId, to: 'court', reason: 'x', procedure: 'payment-order' })

  test('steps of another procedure, days that have not come, a step withdrawn twice', async () => {
    const { id } = await handOver()
    const client = book.on('2026-03-12')
    expect(await refusalOf(client.handovers.addStep({ id, code: 'judgment', day: '2026-03-11' }))).toBe(
      'handover.step-unknown',
    )
    expect(await refusal(client.handovers.addStep({ id, code: 'request-filed', day: '2026-03-13' }))).toMatchObject({
      code: 'handover.day-invalid',
    })
    expect(await refusalOf(client.handovers.addStep({ id, code: 'request-filed', day: '2026-03-09' }))).toBe(
      'handover.day-invalid',
    )
    const { steps } = await client.handovers.addStep({ id, code: 'order-granted', day: '2026-03-11' })
    const stepId = steps[0]?.id ?? ''
    const { deadlines } = await client.handovers.withdrawStep({ stepId, reason: 'Autre dossier' })
    expect(deadlines).toEqual([])
    expect(await refusalOf(client.handovers.withdrawStep({ stepId, reason: 'Encore' }))).toBe('handover.step-withdrawn')
  })

  test('capitalisation without its ground, a paper of another procedure, small claims above €5,000', async () => {
    const { id } = await handOver()
    const client = book.on('2026-03-12')
    const { handover } = await client.handovers.get({ id })
    const { mandate, account } = handover
    const unfounded = { ...account, capitalisedFrom: '2026-03-10' }
    expect(await refusalOf(client.handovers.update({ id, mandate, procedure: 'trial', account: unfounded }))).toBe(
      'handover.capitalisation-unfounded',
    )
    expect(await refusalOf(client.claims.issuePaper({ handoverId: id, kind: 'mandate' }))).toBe('claim.not-this-paper')
    await client.handovers.update({ id, mandate, procedure: 'small-claims', account })
    expect(await refusalOf(client.claims.issuePaper({ handoverId: id, kind: 'small-claims-request' }))).toBe(
      'claim.above-small-limit',
    )
    await client.handovers.close({ id, reason: 'Repris' })
    expect(await refusalOf(client.handovers.addStep({ id, code: 'note', day: '2026-03-12' }))).toBe('handover.closed')
  })

  test('a request for nothing, or for two currencies', async () => {
    await importItems(book.client, [
      invoice('F-9', { customer: 'C009', issued: '2026-03-01', due: '2026-04-30', amount: '90.00' }),
      invoice('U-1', { issued: '2026-01-01', due: DUE, amount: '50.00', currency: 'USD' }),
    ])
    const later = (await book.client.customers.byCode({ code: 'C009' })).id
    const client = book.on('2026-03-10')
    const early = await client.handovers.handOver({
      customerId: later,
      to: 'court',
      reason: 'x',
      procedure: 'payment-order',
    })
    const paper = (handoverId: string) =>
      refusalOf(client.claims.issuePaper({ handoverId, kind: 'payment-order-request' }))
    expect(await paper(early.id)).toBe('claim.nothing-due')
    expect(await paper((await handOver()).id)).toBe('claim.several-currencies')
  })
})
