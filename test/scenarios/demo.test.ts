import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openTestProgram } from '../support/book.ts'

const made = async (today: string, language: 'fr' | 'en' = 'fr') => {
  const opened = openTestProgram(today)
  const path = join(opened.folder, 'demo.encours')
  await opened.client.book.createDemo({ path, language })
  return { ...opened, path }
}

type Made = Awaited<ReturnType<typeof made>>

/** Drawn anew for each book: which rows refer to one another is compared through what they hold besides. */
const DRAWN = new Set([
  'bank_account',
  'bank_statement',
  'bank_line',
  'document',
  'dunning_plan',
  'dunning_level',
  'dunning_run',
  'dunning_letter',
  'dunning_letter_item',
  'company',
])
const DRAWN_COLUMNS = new Set(['id', 'plan_id', 'run_id', 'letter_id', 'document_id', 'logo_id', 'statement_id'])

/** The book's own key, and what it stands in. */
const OF_BOOK = new Set(['book_key', 'header_id'])

/**
 * What is made by calls, not written by the rules, has the moment it was made in its id: compared through what it holds
 * besides. The rules' own ids are of nine o'clock of their day.
 */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const isOfRules = (id: string): boolean =>
  new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString().endsWith('T09:00:00.000Z')

/** Every row of a book, by table, in an order that does not depend on drawn ids. */
const rowsOf = (path: string): Record<string, string[]> => {
  const sqlite = new Sqlite(path, { readonly: true })
  const tables = sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%' AND name NOT LIKE 'sqlite%' AND name NOT IN ('seal', 'audit_entry')",
    )
    .pluck()
    .all() as string[]
  const rows = tables.map((table) => {
    const kept = (sqlite.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]).map((row) =>
      JSON.stringify(
        Object.entries(row)
          .filter(([column]) => !OF_BOOK.has(column) && !(DRAWN.has(table) && DRAWN_COLUMNS.has(column)))
          .map(([column, value]) => [column, value instanceof Uint8Array ? value.length : value]),
      ).replace(ID, (id) => (isOfRules(id) ? id : 'made by a call')),
    )
    return [table, kept.sort()] as const
  })
  sqlite.close()
  return Object.fromEntries(rows)
}

describe('the demo company', () => {
  let first: Made
  let second: Made
  let client: Client

  beforeAll(async () => {
    first = await made('2026-11-22')
    second = await made('2027-03-01')
    client = first.on('2026-10-31')
  })
  afterAll(async () => {
    await first.close()
    await second.close()
  })

  test('holds the same rows in two books made on different days', () => {
    const [a, b] = [rowsOf(first.path), rowsOf(second.path)]
    expect(Object.keys(a)).toEqual(Object.keys(b))
    for (const [table, rows] of Object.entries(a)) expect(b[table], table).toEqual(rows)
    expect(a.customer).toHaveLength(60)
    expect(a.dunning_letter?.length).toBeGreaterThan(50)
  })

  test.each(['2025-01-31', '2025-12-31', '2026-02-28', '2026-06-30', '2026-10-31', '2026-11-22'])(
    'agrees with its ledger to the cent on %s, in every currency',
    async (asOf) => {
      const { currencies } = await client.receivables.aged({ asOf })
      for (const currency of currencies) {
        const { control, total, rows } = await client.receivables.aged({ asOf, currency })
        expect(control.difference).toBe(0)
        expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(total.total)
      }
      expect(currencies).toEqual(['EUR', 'GBP', 'USD'])
    },
  )

  test('has letters of every step to propose on its day, and most reasons why an item waits', async () => {
    const { letters, skipped } = await client.dunning.propose({ asOf: '2026-10-31' })
    expect(new Set(letters.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4]))
    expect(new Set(skipped.map(({ reason }) => reason))).toEqual(
      new Set([
        'item-minimum',
        'below-minimum',
        'ladder-finished',
        'on-hold',
        'covered-by-credits',
        'previous-not-sent',
        'level-not-reached',
        'disputed',
        'insolvent',
        'instalment-plan',
        'customer-excluded',
        'promised',
      ]),
    )
  })

  test('has disputes in every state, proofs for some claims and goods still to be invoiced', async () => {
    const { disputes } = await client.disputes.list({ show: 'all' })
    expect(new Set(disputes.map(({ outcome }) => outcome))).toEqual(new Set([null, 'credit_note', 'settled', 'upheld']))
    const open = disputes.filter(({ closedOn }) => closedOn === null)
    expect(open.map(({ overdue }) => overdue).sort()).toEqual([false, false, true, true])
    for (const { amount, conceded, creditNumber } of disputes.filter(({ conceded }) => conceded > 0)) {
      expect(conceded).toBeLessThanOrEqual(amount)
      expect(creditNumber).toMatch(/^AV2026-\d{4}$/)
    }
    const { proofs } = await client.proofs.list({})
    expect(proofs.length).toBeGreaterThan(15)
    const { file } = await client.documents.get({ id: proofs[0]?.documentId ?? '' })
    expect((await file.text()).slice(0, 5)).toBe('%PDF-')
    expect(new Set((await client.deliveries.list({})).deliveries.map(({ late }) => late))).toEqual(
      new Set([true, false]),
    )
    const delays = await client.deliveries.delays({ from: '2026-08-01', until: '2026-10-31' })
    expect(delays.dsoCost).toBeGreaterThan(1)
    const { total: unproved } = await client.customers.list({ show: 'unproved' })
    const { total: all } = await client.customers.list({ show: 'withBalance' })
    expect(unproved).toBeLessThan(all)
  })

  test('warns of the customer that was created twice', async () => {
    const { groups } = await client.customers.duplicates({})
    expect(
      groups.filter(({ reason }) => reason === 'siren').map(({ customers }) => customers.map(({ code }) => code)),
    ).toEqual([['C007', 'C028']])
  })

  test('has a plan that runs and one that broke, a cheque that came back, a discount, a difference, two currencies valued', async () => {
    const { plans } = await client.instalments.list({})
    expect(plans.map(({ state, paid, signedOn }) => [state, paid > 0, signedOn])).toEqual([
      ['running', true, '2026-10-02'],
      ['broken', false, null],
    ])
    const all = { show: 'all' as const, limit: 1000 }
    const [returned] = (await client.receivables.items({ ...all, search: 'RJ-2026-1' })).items
    expect((await client.payments.detail({ itemId: returned?.id ?? '' })).payment).toMatchObject({ method: 'cheque' })
    const { items } = await client.receivables.items({ ...all, kind: 'adjustment', search: '-2026-1' })
    const said = await Promise.all(items.map(({ id }) => client.payments.detail({ itemId: id })))
    expect(said.map(({ adjustment }) => adjustment?.reason).toSorted()).toEqual(['discount', 'write_off', 'write_off'])
    expect(said.some(({ adjustment }) => (adjustment?.tax ?? 0) > 0)).toBe(true)
    const { lines, realised } = await client.exchange.revaluation({ asOf: '2026-10-31' })
    expect(lines.map(({ currency, difference, withoutRate }) => [currency, difference !== null, withoutRate])).toEqual([
      ['GBP', true, 0],
      ['USD', true, 0],
    ])
    expect(realised).not.toBe(0)
  })

  test('has limits of every kind and state: watched, passed, expired, zero, temporary, shared, insured, guaranteed', async () => {
    const { rows } = await client.limits.exposures({ limit: 1000 })
    const states = rows.map(({ limitState, mark }) => `${limitState} ${mark}`)
    for (const one of ['set under', 'set watch', 'set passed', 'none none']) expect(states).toContain(one)
    expect(rows.filter(({ limitState }) => limitState === 'expired')).toHaveLength(1)
    expect(rows.filter(({ limit }) => limit === 0).length).toBeGreaterThan(0)
    expect(rows.filter(({ utilisation }) => Math.round(utilisation ?? 0) === 94)).toHaveLength(2)
    const kinds = async (code: string) => {
      const { id } = await client.customers.byCode({ code })
      return (await client.limits.ofCustomer({ customerId: id })).history.map(({ kind }) => kind)
    }
    expect(await kinds('C039')).toContain('temporary')
    expect(await kinds('C045')).toContain('insured')
    expect(await kinds('C058')).toContain('guarantee')
    expect((await client.limits.groups({})).groups).toMatchObject([{ name: 'Verdance' }])
    const { claims } = await client.limits.claims({})
    expect(claims.map(({ state, deadline }) => [state, deadline])).toContainEqual(['declare', '2026-11-25'])
  })

  test('decided with four eyes, returned, reduced and withdrew; one review waits for whoever looks at it', async () => {
    const { reviews } = await client.reviews.list({ show: 'all' })
    const told = reviews.map(({ state, kind, outcome }) => [state, kind, outcome].join(' '))
    expect(told.toSorted()).toEqual([
      'decided extend approved',
      'decided maintain approved',
      'decided reduce approved',
      'decided withdraw approved',
      'returned extend ',
      'submitted extend ',
    ])
    const { reviews: mine } = await client.reviews.list({ show: 'mine' })
    expect(mine.map(({ customerName, mine }) => [customerName, mine])).toEqual([['Boulangeries Lepetitpas', true]])
    const extended = reviews.find(({ kind, state }) => kind === 'extend' && state === 'decided')
    const { proposals, decision, documents } = await client.reviews.get({ id: extended?.id ?? '' })
    expect([proposals[0]?.by, decision?.by]).toEqual(['Hélène Marchetti', 'Philippe Rivelaine'])
    expect(documents.map(({ kind }) => kind)).toEqual(['letter'])
    expect((await client.reviews.calendar({})).overdue).toBeGreaterThan(0)
    const { handovers } = await client.handovers.list({})
    expect(handovers.map(({ customerName, reviewId }) => [customerName, reviewId !== null])).toEqual([
      ['Chocolaterie Morvandeau', true],
    ])
  })

  test('knows a receivership with its deadlines, a company that trades no more, orders held and released, a reference asked', async () => {
    const { customers } = await client.registers.list({})
    expect(customers.map(({ name, kind, deadlines }) => [name, kind, deadlines.length])).toEqual([
      ['Meubles Grandval', 'receivership', 3],
      ['Studio Photo Argentique', 'ceased', 0],
    ])
    const { claims } = await client.registers.ofCustomer({ customerId: customers[0]?.customerId ?? '' })
    expect(claims?.before[0]?.amount).toBeGreaterThan(claims?.after[0]?.amount ?? 0)
    expect(claims?.after[0]?.amount).toBeGreaterThan(0)
    const { rows } = await first.on('2026-12-05').worklist.get({ search: 'Grandval' })
    expect(rows.map(({ action, reasons }) => [action, reasons[0]?.code, reasons[0]?.details])).toEqual([
      ['declare', 'procedure-deadline', { act: 'declaration', deadline: '2026-12-28', days: 23 }],
    ])
    const { orders } = await client.orders.list({ show: 'all' })
    expect(new Set(orders.map(({ state }) => state))).toEqual(new Set(['held', 'open']))
    const { applications } = await client.applications.list({})
    expect(applications.map(({ references }) => references.map(({ answer }) => answer !== null))).toEqual([
      [true, false],
    ])
    const policy = await client.policy.get({})
    expect(policy.content.credit.authority.map(({ person }) => person)).toContain('test')
  })

  test('has promises kept, kept in part, broken and running, talks of every outcome, and tasks that wait', async () => {
    const { promises, keptPercent } = await client.promises.list({})
    expect(promises.map(({ state, customerName }) => `${state} ${customerName}`).toSorted()).toEqual([
      'broken Biscuiterie Perrachon',
      'broken Maroquinerie Ferrucci',
      'kept Mécanique de précision Orlhac',
      'kept Salaisons Croix-Blanche',
      'partly Menuiserie Delaunoy',
      'running Cosmétiques Aurélune',
      'running Maison Verdolin',
      'running Moorland Provisions Ltd',
      'running Salaisons Croix-Blanche',
    ])
    expect(Number(keptPercent)).toBeGreaterThan(50)
    const later = await first.on('2026-11-22').promises.list({ show: 'broken' })
    expect(later.promises.map(({ customerName }) => customerName)).toContain('Cosmétiques Aurélune')
    const ids = [...new Set((await client.calls.tasks({ show: 'open' })).tasks.map(({ customerId }) => customerId))]
    const talks = await Promise.all(ids.map((customerId) => client.calls.list({ customerId })))
    expect(new Set(talks.flatMap(({ calls }) => calls.map(({ outcome }) => outcome))).size).toBe(7)
    expect((await client.calls.tasks({ show: 'due' })).total).toBe(5)
  })

  test('has formal notices at the post, messages in every state, a debt soon barred, a write-off that waits', async () => {
    const { counts } = await client.postings.list({})
    expect(counts).toMatchObject({ 'to-number': 2, answered: 4, returned: 2 })
    const { messages } = await client.mail.outbox({ show: 'all' })
    expect(messages.map(({ state }) => state).toSorted()).toEqual(['failed', 'queued', 'sent', 'sent'])
    const { items } = await first.on('2026-11-22').limitations.list({})
    expect(items.map(({ customerName, cautious }) => [customerName, cautious.day])).toEqual([
      ['Domaine de Pierrefontaine', '2026-12-10'],
    ])
    const { writeOffs, waiting } = await client.writeoffs.list({})
    expect([writeOffs.length, waiting]).toEqual([2, 1])
    expect((await client.dunning.plans({})).plans.map(({ name }) => name)).toContain('Export')
  })

  test('has statements of a healthy company, of one with negative equity and of one that tells little', async () => {
    const equityOf = async (code: string) => {
      const { id } = await client.customers.byCode({ code })
      const { statements } = await client.financials.list({ customerId: id })
      return statements.map(({ ratios, scores }) => [ratios, scores] as const)
    }
    const [healthy, losing, silent] = [await equityOf('C017'), await equityOf('C043'), await equityOf('C025')]
    expect([healthy.length, losing.length, silent.length]).toEqual([3, 3, 3])
    const conan = (of: typeof healthy) => of[0]?.[1].find(({ model }) => model === 'conan-holder')
    expect(Number(conan(healthy)?.score)).toBeGreaterThan(Number(conan(losing)?.score))
    expect(conan(silent)?.score).toBeNull()
  })

  test('can be made in English', async () => {
    const english = await made('2026-11-22', 'en')
    const { language, name } = await english.client.company.get({})
    const { segments } = await english.client.customers.segments({})
    await english.close()
    expect([language, name]).toEqual(['en', 'Emballages Rivelaine'])
    expect(segments).toContain('Mail order')
  })
})
