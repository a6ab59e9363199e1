import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventsOfMany } from '../../src/main/core/registers/registers.repository.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields, finish } from '../support/ledger.ts'
import { queryPlans } from '../support/query-plan.ts'
import { bodacc, checkFiles, notice, SITES, stock, UNITS, unit } from '../support/registers.ts'
import { sharedDataMissing, sharedSource, skippedNote } from '../support/shared-data.ts'

const TODAY = '2026-11-22'
const [ALPHA, OTHER] = ['732829320', '404833048']
const OPENING = "Jugement d'ouverture de liquidation judiciaire"

let book: TestBook
let alpha: string
beforeEach(async () => {
  book = await openTestBook({ today: TODAY, company: { postalCode: '69001' } })
  alpha = (await book.client.customers.create(customerFields('C001', { name: 'Menuiserie Alpha', siren: ALPHA }))).id
})
afterEach(() => book.close())

const check = (...contents: Parameters<typeof checkFiles>[1][]) => checkFiles(book.client, ...contents)
const stateOf = async (asOf = TODAY) => (await book.client.registers.ofCustomer({ customerId: alpha, asOf })).insolvency
const eventsOf = async () => (await book.client.registers.ofCustomer({ customerId: alpha })).events

test('customers that no register can tell are listed by name', async () => {
  const { customers } = book.client
  await customers.create(customerFields('C002', { name: 'Zeta', vatNumber: 'FR83404833048' }))
  await customers.create(customerFields('C003', { name: 'Vega', country: 'BE' }))
  await customers.create(customerFields('C004', { name: 'Orion' }))
  await customers.create(customerFields('C005', { name: 'Lyra', lei: '5493001KJTIIGC8Y1R12' }))
  const list = await book.client.registers.unidentified({ offset: 0, limit: 1 })
  expect(list).toEqual({
    total: 2,
    customers: [{ id: expect.any(String), code: 'C004', name: 'Orion', country: 'FR' }],
  })
})

describe('an insolvency notice', () => {
  test('marks the customer from its publication on, with court, day and source, and counts the deadlines', async () => {
    const report = await check(bodacc(notice({ id: 'A202601765232', siren: ALPHA, nature: OPENING })))
    expect(report).toMatchObject({ customers: 1, unidentified: 0, newCount: 1, foundCount: 1 })
    expect(report.found).toMatchObject([{ code: 'C001', kind: 'liquidation', stage: 'opening', state: 'new' }])
    expect(await stateOf('2026-09-14')).toBeNull()
    expect(await stateOf('2026-09-15')).toMatchObject({
      kind: 'liquidation',
      since: '2026-09-08',
      gone: false,
      event: { reference: 'A202601765232', publishedOn: '2026-09-15', source: 'extract-1', nature: OPENING },
      // 15 November 2026 is a Sunday, 15 December a Tuesday, 15 March 2027 a Monday.
      deadlines: [
        { code: 'declaration', months: 2, on: '2026-11-15', extended: '2026-11-16' },
        { code: 'retention', months: 3, on: '2026-12-15', extended: null },
        { code: 'relief', months: 6, on: '2027-03-15', extended: null },
      ],
    })
  })

  test('of an overseas court, or for a creditor overseas, leaves four months to declare', async () => {
    await check(bodacc(notice({ id: 'A1', siren: ALPHA, nature: OPENING, department: '974' })))
    expect((await stateOf())?.deadlines[0]).toMatchObject({ months: 4, on: '2027-01-15' })
    const company = await book.client.company.get({})
    await book.client.company.update({ ...company, postalCode: '97400' })
    expect((await stateOf())?.deadlines[0]).toMatchObject({ months: 2, on: '2026-11-15' })
  })

  test('the same file again changes nothing', async () => {
    const file = bodacc(notice({ id: 'A1', siren: ALPHA, nature: OPENING }))
    await check(file)
    expect(await check(file)).toMatchObject({ newCount: 0, foundCount: 1, found: [{ state: 'known' }] })
    expect(await eventsOf()).toHaveLength(1)
  })

  test('a procedure goes from safeguard to liquidation and ends short of assets: the customer is gone', async () => {
    await check(
      bodacc(
        notice({
          id: 'A4',
          siren: ALPHA,
          nature: "Jugement de clôture pour insuffisance d'actif",
          day: '2026-10-01',
          published: '2026-10-08',
        }),
        notice({
          id: 'A3',
          siren: ALPHA,
          nature: 'Jugement de conversion en liquidation judiciaire de la procédure de sauvegarde',
          day: '2026-06-01',
          published: '2026-06-09',
        }),
        notice({
          id: 'A2',
          siren: ALPHA,
          nature: "Jugement d'ouverture d'une procédure de sauvegarde",
          day: '2026-01-05',
          published: '2026-01-14',
        }),
      ),
    )
    expect(await stateOf('2026-02-01')).toMatchObject({ kind: 'safeguard', deadlines: [{ on: '2026-03-14' }, {}, {}] })
    // The clock of the opening goes on after the conversion.
    expect(await stateOf('2026-07-01')).toMatchObject({
      kind: 'liquidation',
      opening: { reference: 'A2' },
      deadlines: [{ on: '2026-03-14' }, {}, {}],
    })
    expect(await stateOf()).toMatchObject({ kind: 'closed_short', gone: true, deadlines: [] })
  })

  test('a plan goes on, a closing otherwise ends the procedure', async () => {
    const plan = { id: 'A2', siren: ALPHA, nature: 'Jugement arrêtant le plan de redressement', day: '2026-09-20' }
    await check(
      bodacc(
        notice({ id: 'A1', siren: ALPHA, nature: "Jugement d'ouverture", rest: 'Redressement judiciaire.' }),
        notice({ ...plan, published: '2026-09-25' }),
      ),
    )
    expect(await stateOf()).toMatchObject({ kind: 'receivership', event: { stage: 'plan' } })
    const end = notice({
      id: 'A3',
      siren: ALPHA,
      nature: 'Jugement mettant fin à la procédure de redressement judiciaire',
      day: '2026-10-01',
      published: '2026-10-05',
    })
    await check(bodacc(end))
    expect(await stateOf()).toBeNull()
  })

  test('annulled or corrected by another one counts no more, in whichever order they come', async () => {
    const first = notice({ id: 'A202601765232', siren: ALPHA, nature: OPENING })
    const annulment = notice({ id: 'A9', type: 'annulation', precedes: ['20260176', '5232'], published: '2026-09-20' })
    expect(await check(bodacc(annulment, first))).toMatchObject({ withdrawn: 1 })
    expect(await stateOf()).toBeNull()
    expect(await eventsOf()).toMatchObject([{ reference: 'A202601765232', withdrawn: { by: 'annulation' } }])
  })

  test('a correction takes the place of the notice without starting its clock again', async () => {
    const correction = notice({
      id: 'A8',
      siren: ALPHA,
      nature: "Jugement d'ouverture de liquidation judiciaire",
      type: 'rectificatif',
      precedes: ['20260176', '5232'],
      published: '2026-10-20',
    })
    await check(bodacc(notice({ id: 'A202601765232', siren: ALPHA, nature: OPENING })), bodacc(correction))
    expect(await stateOf()).toMatchObject({ event: { reference: 'A8' }, deadlines: [{ on: '2026-11-15' }, {}, {}] })
    // One that only points to the notice leaves it standing.
    await check(bodacc(notice({ id: 'A7', siren: ALPHA, type: 'rectificatif', precedes: ['20260', '8'] })))
    expect(await stateOf()).toMatchObject({ event: { reference: 'A8' } })
  })

  test('of a namesake is set aside with the reason, which stays; the file does not bring it back', async () => {
    const file = bodacc(notice({ id: 'A1', siren: ALPHA, nature: OPENING }))
    const { found } = await check(file)
    const id = found[0]?.id ?? ''
    await book.client.registers.dismiss({ id, reason: 'Erreur de SIREN du greffe' })
    expect(await stateOf()).toBeNull()
    expect(await eventsOf()).toMatchObject([{ dismissed: { by: 'test', because: 'Erreur de SIREN du greffe' } }])
    expect(await check(file)).toMatchObject({ newCount: 0 })
    expect(await stateOf()).toBeNull()
    expect(await refusalOf(book.client.registers.dismiss({ id, reason: 'Encore' }))).toBe('register.dismissed')
  })

  test('in the publisher’s XML says the same, strikings-off too', async () => {
    const person = `<personnes><personne><numeroImmatriculation><numeroIdentificationRCS>732 829 320</numeroIdentificationRCS></numeroImmatriculation></personne></personnes>`
    const judgments = `<?xml version="1.0" encoding="UTF-8"?><PCL_REDIFF><parution>20260176</parution><dateParution>2026-09-15</dateParution><annonces>
      <annonce><typeAnnonce><annonce/></typeAnnonce><numeroAnnonce>5232</numeroAnnonce><numeroDepartement>69</numeroDepartement><tribunal>TAE de Lyon</tribunal>${person}
      <jugement><famille>Jugement d'ouverture</famille><nature>${OPENING}</nature><date>8 septembre 2026</date></jugement></annonce></annonces></PCL_REDIFF>`
    const strikings = `<RCS-B_REDIFF><parution>20260190</parution><dateParution>2026-10-06</dateParution><listeAvis><avis><numeroAnnonce>7</numeroAnnonce>${person}
      <radiationAuRCS><radiationPM>O</radiationPM></radiationAuRCS></avis></listeAvis></RCS-B_REDIFF>`
    const { found } = await check(judgments, strikings)
    expect(found.map(({ reference, kind, day }) => [reference, kind, day])).toEqual([
      ['A202601765232', 'liquidation', '2026-09-08'],
      ['B202601907', 'struck_off', null],
    ])
    expect(await stateOf()).toMatchObject({ kind: 'liquidation', gone: true })
    // The API tells the same notice under the same number.
    expect(await check(bodacc(notice({ id: 'A202601765232', siren: ALPHA, nature: OPENING })))).toMatchObject({
      newCount: 0,
    })
  })
})

describe('a Sirene extract', () => {
  test('says which customers ceased, and leaves the others alone', async () => {
    await book.client.customers.create(customerFields('C002', { siren: OTHER }))
    await book.client.customers.create(customerFields('C003', { siren: '' }))
    const report = await check(stock(UNITS, unit(ALPHA, 'C', '2026-03-31'), unit(OTHER, 'A', '2010-01-01')))
    expect(report).toMatchObject({ customers: 3, unidentified: 1, foundCount: 1 })
    expect(report.files).toMatchObject([{ register: 'sirene', records: 2, matched: 2, problemCount: 0 }])
    expect(await stateOf()).toMatchObject({ kind: 'ceased', since: '2026-03-31', gone: true })
    expect(await stateOf('2026-03-30')).toBeNull()
    expect((await book.client.registers.list({})).customers).toMatchObject([{ code: 'C001', kind: 'ceased' }])
    expect((await book.client.registers.history({})).checks).toMatchObject([{ records: 2, matched: 2 }])
  })

  test('a later extract repeats the state without telling it twice; active again is told', async () => {
    await check(stock(UNITS, unit(ALPHA, 'C', '2026-03-31')))
    expect(await check(stock(UNITS, unit(ALPHA, 'C', '2026-05-01')))).toMatchObject({ newCount: 0 })
    expect(await check(stock(UNITS, unit(ALPHA, 'A', '2026-08-01')))).toMatchObject({ found: [{ kind: 'reopened' }] })
    expect(await stateOf()).toBeNull()
    expect(await stateOf('2026-07-31')).toMatchObject({ kind: 'ceased' })
    expect(await check(stock(UNITS, unit(ALPHA, 'A', '2026-08-01')))).toMatchObject({ foundCount: 0 })
  })

  test('a closed establishment is that of the customer, and no end of the company', async () => {
    const customer = customerFields('C001', { name: 'Menuiserie Alpha', siren: ALPHA, siret: '73282932000074' })
    await book.client.customers.update({ id: alpha, customer })
    const rows = [
      [ALPHA, '00074', '73282932000074', 'false', '2026-02-01', 'F'],
      [ALPHA, '00017', '73282932000017', 'true', '2026-02-01', 'F'],
    ]
    expect((await check(stock(SITES, ...rows))).found).toMatchObject([{ kind: 'site_closed', day: '2026-02-01' }])
    expect(await stateOf()).toBeNull()
  })

  test('in a ZIP archive, with names that hold commas, quotes and line breaks, is read the same', async () => {
    const names = ['"ALPHA, ""BOIS"" ET FILS"', '"DEUX\nLIGNES"']
    const csv = stock(UNITS, unit(OTHER, 'A', '2010-01-01', names[1]), unit(ALPHA, 'C', '2026-03-31', names[0]))
    const zip = new Uint8Array(zipSync({ 'StockUniteLegale_utf8.csv': strToU8(csv) }))
    const report = await check(zip)
    expect(report.files).toMatchObject([{ records: 2, problemCount: 0 }])
    expect(report.found).toMatchObject([{ kind: 'ceased' }])
    expect(await refusal(check(zip.slice(0, zip.length - 150)))).toMatchObject({ code: 'import.unreadable' })
    const damaged = zip.map((byte, place) => (place > 60 && place < 90 ? byte ^ 0xff : byte))
    expect(await refusal(check(damaged))).toMatchObject({ code: 'import.unreadable' })
    const bomb = new Uint8Array(zipSync({ 'a.txt': strToU8('see b'), 'b.csv': new Uint8Array(32 * 1024 * 1024) }))
    expect(await refusalOf(check(bomb))).toMatch(/^(import.unreadable|register.unknown-file)$/)
    const stored = new Uint8Array(zipSync({ 'readme.txt': strToU8('x'), 'b.csv': [strToU8(csv), { level: 0 }] }))
    expect(await check(stored)).toMatchObject({ newCount: 0, foundCount: 1 })
  })

  test('lines that cannot be read are listed, the rest counts', async () => {
    const csv = stock(UNITS, ['12AB', 'x'], unit(ALPHA, 'C', 'invalid_date'), unit(OTHER, 'A', '2010-01-01'))
    const short = stock(UNITS, [ALPHA, 'O'], [...unit(ALPHA, 'A', '2010-01-01').slice(0, 4), 'Z', ''])
    const { files, found } = await check(csv, short)
    expect(files.map(({ problems }) => problems)).toEqual([
      [
        { line: 2, value: '12AB,x', reason: 'identifier' },
        { line: 3, value: 'invalid_date', reason: 'day' },
      ],
      [
        { line: 2, value: `${ALPHA},O`, reason: 'cells' },
        { line: 3, value: 'Z', reason: 'state' },
      ],
    ])
    // Ceased, since a day that the file does not tell: at least since it was seen.
    expect(found).toMatchObject([{ kind: 'ceased', day: TODAY }])
  })
})

test('GLEIF: an entity that is inactive is marked by its LEI, a lapsed LEI is not', async () => {
  const lei = '5493001KJTIIGC8Y1R12'
  await book.client.customers.update({ id: alpha, customer: customerFields('C001', { siren: '', lei }) })
  const json = (status: string, registration: string) =>
    JSON.stringify({
      data: [
        {
          type: 'lei-records',
          attributes: {
            lei,
            entity: { status, expiration: { date: '2026-04-30T00:00:00Z', reason: 'DISSOLVED' } },
            registration: { status: registration },
          },
        },
      ],
    })
  expect(await check(json('ACTIVE', 'LAPSED'))).toMatchObject({
    foundCount: 0,
    files: [{ register: 'gleif', matched: 1 }],
  })
  expect(await check(json('INACTIVE', 'RETIRED'))).toMatchObject({ newCount: 1 })
  expect(await stateOf()).toMatchObject({ kind: 'ceased', since: '2026-04-30', gone: true })
})

describe('what is no extract', () => {
  test('is refused by name, and nothing of the other files stays', async () => {
    const good = stock(UNITS, unit(ALPHA, 'C', '2026-03-31'))
    for (const text of ['hello', 'code,name\n1,2', '<html/>', '{"a":1}', '[]', 'PK\x03\x04broken'])
      expect(await refusalOf(check(good, text))).toMatch(/^(register.unknown-file|import.unreadable)$/)
    expect(await refusalOf(check(''))).toBe('import.empty')
    expect(await eventsOf()).toEqual([])
  })

  test('malformed JSON and XML is refused, entities are not expanded', async () => {
    expect(await refusalOf(check('{"results":[{"id":"A1","familleavis":"collective"'))).toBe('import.unreadable')
    expect(await refusalOf(check('{"results":[]}]'))).toBe('import.unreadable')
    expect(await refusalOf(check('<!DOCTYPE x [<!ENTITY a "b">]><PCL_REDIFF>&a;</PCL_REDIFF>'))).toBe(
      'import.unreadable',
    )
    const { files } = await check(
      `{"results":[{"familleavis":"collective",},${JSON.stringify(notice({ id: 'A1', siren: ALPHA, nature: OPENING }))}]}`,
    )
    expect(files).toMatchObject([{ records: 2, matched: 1, problems: [{ line: 1, reason: 'json' }] }])
  })
})

test('what a court’s letter says is noted by hand, not in advance and not twice', async () => {
  const told = { customerId: alpha, kind: 'receivership', source: 'Lettre du mandataire' } as const
  await book.client.registers.record({ ...told, day: '2026-10-01', publishedOn: '2026-10-10', reference: 'L1' })
  expect(await stateOf()).toMatchObject({ kind: 'receivership', deadlines: [{ on: '2026-12-10' }, {}, {}] })
  expect(await refusalOf(book.client.registers.record({ ...told, day: '2026-10-01', reference: 'L1' }))).toBe(
    'register.reference-used',
  )
  const ceased = await book.client.registers.record({ ...told, kind: 'ceased', day: '2026-11-01' })
  expect(ceased).toMatchObject({ stage: '', register: 'entry', source: 'Lettre du mandataire' })
  expect(await refusalOf(book.client.registers.record({ ...told, day: '2026-12-01' }))).toBe('register.day-invalid')
})

test('a check that is cancelled, or only tried, leaves nothing', async () => {
  const files = [{ name: 'stock.csv', file: new File([stock(UNITS, unit(ALPHA, 'C', '2026-03-31'))], 'stock.csv') }]
  const { result } = await finish(book.client.registers.check({ files, dryRun: true }))
  expect(result).toMatchObject({ newCount: 1, dryRun: true })
  const controller = new AbortController()
  const stream = await book.client.registers.check({ files }, { signal: controller.signal })
  expect((await stream.next()).value).toMatchObject({ step: 'stock.csv', total: files[0]?.file.size })
  controller.abort()
  await expect(stream.next()).rejects.toThrow()
  expect(await eventsOf()).toEqual([])
  expect((await book.client.registers.history({})).checks).toEqual([])
})

test('customers of one company are all marked; merged, they keep its events once', async () => {
  const twin = await book.client.customers.create(customerFields('C002', { vatNumber: 'FR44732829320' }))
  const file = bodacc(notice({ id: 'A1', siren: ALPHA, nature: OPENING }))
  expect((await check(file)).found.map(({ code }) => code)).toEqual(['C001', 'C002'])
  await book.client.customers.merge({ keep: alpha, remove: twin.id })
  expect(await eventsOf()).toHaveLength(1)
  expect(await check(file)).toMatchObject({ newCount: 0 })
})

test('a customer is known by its SIRET, LEI, NAF code and founding day; wrong check digits are refused', async () => {
  const numbers = { siret: '732 829 320 00074', lei: '5493001KJTIIGC8Y1R12', naf: '6201z', foundedOn: '2001-05-03' }
  const { id } = await book.client.customers.create(customerFields('C009', { ...numbers, prospect: true }))
  expect((await book.client.customers.get({ id })).customer).toMatchObject({
    siren: ALPHA,
    siret: '73282932000074',
    lei: '5493001KJTIIGC8Y1R12',
    naf: '62.01Z',
    foundedOn: '2001-05-03',
    prospect: true,
  })
  const refused = (rest: Parameters<typeof customerFields>[1]) =>
    refusalOf(book.client.customers.create(customerFields('C010', rest)))
  expect(await refused({ siret: '73282932000075' })).toBe('identifier.siret')
  expect(await refused({ siret: '73282932000074', siren: OTHER })).toBe('identifier.siret')
  expect(await refused({ lei: '5493001KJTIIGC8Y1R13' })).toBe('identifier.lei')
  // La Poste: the digits of an office add up to a multiple of five.
  expect(await refused({ siret: '35600000049837' })).toBe('none')
})

test('the events of a few customers are searched, not scanned', async () => {
  const plans = await queryPlans(book.path, (db) => eventsOfMany(db, [alpha]))
  expect(plans.filter((line) => /SCAN register_event/.test(line))).toEqual([])
})

describe.skipIf(sharedDataMissing)(`real extracts${skippedNote}`, () => {
  const real = async (name: string) => {
    const { blob } = await sharedSource(`registers/${name}`)
    return new File([blob], name)
  }
  const known = (code: string, numbers: { siren?: string; lei?: string }) =>
    book.client.customers.create(customerFields(code, { ...numbers }))

  test('BODACC: conversions and openings, in every form of day', async () => {
    await known('B1', { siren: '482309382' })
    await known('B2', { siren: '894670793' })
    await known('B3', { siren: '811038504' })
    const { found, files } = await check(await real('bodacc_opendatasoft_records_sample.json'))
    expect(found.map(({ code, kind, stage, day, publishedOn }) => [code, kind, stage, day, publishedOn])).toEqual([
      ['B1', 'liquidation', 'conversion', '2009-12-10', '2009-12-27'],
      ['B2', 'liquidation', 'opening', '2026-09-08', '2026-09-15'],
      ['B3', 'liquidation', 'opening', '2026-09-23', '2026-10-09'],
    ])
    expect(files).toMatchObject([{ register: 'bodacc', records: 8, problemCount: 0 }])
  })

  test('Sirene and GLEIF: every file is recognised and every row read', async () => {
    await known('G1', { lei: '5493001KJTIIGC8Y1R12' })
    const { files, found } = await check(
      await real('signauxfaibles_StockUniteLegale_sample.csv'),
      await real('signauxfaibles_StockEtablissement_sample.csv'),
      await real('signauxfaibles_StockEtablissementHistorique_sample.csv'),
      await real('gleif_golden_copy_level1_sample.csv'),
      await real('gleif_lei_records_sample.json'),
    )
    expect(
      files.map(({ register, records, matched, problemCount }) => [register, records, matched, problemCount]),
    ).toEqual([
      ['sirene', 4, 0, 0],
      ['sirene', 5, 0, 0],
      ['sirene', 4, 0, 0],
      ['gleif', 1, 1, 0],
      ['gleif', 3, 0, 0],
    ])
    expect(found).toEqual([])
  })
})
