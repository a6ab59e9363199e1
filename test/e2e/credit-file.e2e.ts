import type { Page } from '@playwright/test'
import { liasseCodes } from '../../src/main/core/financials/figure-keys.schema.ts'
import { FORM } from '../support/financials.ts'
import { bodacc, notice } from '../support/registers.ts'
import { creditsafeXml } from '../support/reports.ts'
import { chooseFiles } from './book.ts'
import { call, goTo, openDemo, WORKING_DAY } from './demo.ts'
import { expect, test } from './fixtures.ts'

type Customers = { customers: { id: string; name: string; siren: string }[] }
type Marked = { customers: { customerId: string }[] }

/** A customer with a SIREN that no register marks and whose file holds neither statement nor report. */
const unknownCustomer = async (app: Page) => {
  const { customers } = await call<Customers>(app, 'customers.list', { offset: 0, limit: 200 })
  const marked = await call<Marked>(app, 'registers.list', { offset: 0, limit: 200 })
  for (const customer of customers) {
    if (customer.siren === '' || marked.customers.some(({ customerId }) => customerId === customer.id)) continue
    const { statements } = await call<{ statements: unknown[] }>(app, 'financials.list', { customerId: customer.id })
    const { all } = await call<{ all: unknown[] }>(app, 'ratings.ofCustomer', { customerId: customer.id })
    if (statements.length === 0 && all.length === 0) return customer
  }
  throw new Error('every customer of the demo book has statements or reports')
}

test('a statement is typed with the keyboard alone, and its score shows its working', async ({ app, accessible }) => {
  await openDemo(app, '/customers')
  const { id } = await unknownCustomer(app)
  await goTo(app, `/customers/${id}?tab=statements`)
  await expect(app.getByText('Aucun compte annuel pour ce client')).toBeVisible()
  await app.keyboard.press('n')
  await expect(app.getByLabel('AA Capital souscrit non appelé')).toBeFocused()
  await accessible()
  for (const box of liasseCodes) {
    const euros = FORM[box]
    if (euros !== undefined) await app.keyboard.insertText(String(euros))
    if (box === 'EE') await expect(app.getByText('Les totaux saisis correspondent à leurs lignes.')).toBeVisible()
    await app.keyboard.press('Enter')
  }
  const live = app.getByRole('complementary', { name: 'Ce que les lignes donnent' })
  await expect(live.getByRole('row', { name: /Excédent brut d’exploitation/ })).toContainText('260 000,00')
  await app.keyboard.press('Control+Enter')
  const score = app.getByRole('article', { name: 'Conan et Holder' })
  await expect(score).toContainText('15,55')
  await expect(score).toContainText('défaillance à trois ans : 10 à 30 %')
  await expect(score.getByRole('row', { name: /^R5/ })).toContainText('−6,40')
  await expect(app.getByRole('row', { name: /Autonomie financière/ })).toContainText('bon')
  await accessible()
})

test('a report that nobody knows is mapped once, then read by itself; another company’s is refused', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/customers')
  const { id, name, siren } = await unknownCustomer(app)
  await goTo(app, `/customers/${id}?tab=reports`)
  const report = (rest: object) => ({
    name: 'creditsafe.xml',
    mimeType: 'text/xml',
    buffer: Buffer.from(creditsafeXml({ name, siren, ...rest })),
  })
  await chooseFiles(app, 'Importer un rapport', report({}))
  await app.getByRole('button', { name: 'Indiquer où sont les valeurs' }).press('Enter')
  const preview = app.getByRole('complementary', { name: 'Ce fichier, lu ainsi' })
  await app.getByLabel(/score\[@type=national\]\/valeur/).selectOption('Score Creditsafe')
  await expect(preview).toContainText('Tout se lit.')
  await expect(preview).toContainText('15 000,00')
  await accessible()
  await app.getByRole('button', { name: 'Enregistrer la correspondance' }).press('Enter')
  await expect(app.getByText('Lu par la correspondance')).toBeVisible()
  await app.getByRole('button', { name: 'Importer le rapport' }).press('Enter')
  await expect(app.getByRole('article', { name: 'Creditsafe' })).toContainText('0 le pire, 100 le meilleur')
  await accessible()
  await chooseFiles(app, 'Importer un rapport', report({ siren: '404833048', score: '12' }))
  const take = app.getByRole('button', { name: 'Importer le rapport' })
  await expect(take).toBeEnabled()
  await take.press('Enter')
  await expect(app.getByRole('dialog')).toContainText('Ce rapport est celui de 404833048')
})

test('a notice of the BODACC is looked at, kept, and sets the deadlines of the customer', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/customers')
  const { id, name, siren } = await unknownCustomer(app)
  await goTo(app, '/credit/registers')
  const nature = 'Jugement d’ouverture de liquidation judiciaire'.replace('’', "'")
  await chooseFiles(app, 'Choisir des fichiers', {
    name: 'bodacc.json',
    mimeType: 'application/json',
    buffer: Buffer.from(bodacc(notice({ id: 'A202601765232', siren, nature }))),
  })
  const found = app.getByRole('grid', { name: 'Événements trouvés' })
  await expect(found.getByRole('row', { name: new RegExp(name) })).toContainText('Liquidation judiciaire, ouverture')
  await accessible()
  expect((await call<{ events: unknown[] }>(app, 'registers.ofCustomer', { customerId: id })).events).toEqual([])
  await app.getByRole('button', { name: 'Enregistrer 1 événement' }).press('Enter')
  await expect(app.getByText('Contrôle enregistré')).toBeVisible()
  await goTo(app, `/customers/${id}?tab=credit`)
  const deadlines = app.getByRole('table', { name: 'Délais du créancier' })
  await expect(deadlines.getByRole('row', { name: /Déclarer la créance/ })).toContainText('16/11/2026')
  expect(WORKING_DAY > '2026-11-16').toBe(true)
  await expect(deadlines.getByRole('row', { name: /Déclarer la créance/ })).toContainText('passé depuis 6 jours')
})
