import type { Page } from '@playwright/test'
import { call, goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

const panel = (app: Page) => app.getByRole('complementary')
const dialog = (app: Page) => app.getByRole('dialog')
const list = (app: Page) => app.getByRole('grid', { name: 'Prescription', exact: true })

test('what is near its limitation is listed with why; a formal notice is no act, an acknowledgement puts it off', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/dunning/limitation')
  await expect(list(app).locator('tbody tr').first()).toBeVisible()
  await app.keyboard.press('j')
  const number = await panel(app).getByRole('heading', { level: 2 }).textContent()
  await expect(panel(app)).toContainText('60 mois, C. com. L110-4')
  await accessible()
  await app.keyboard.press('a')
  await dialog(app).getByRole('combobox', { name: 'Acte' }).fill('Mise en demeure')
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  await expect(dialog(app)).toContainText('même recommandée avec avis de réception')
  await expect(dialog(app).getByRole('button', { name: 'Enregistrer l’acte' })).toBeDisabled()
  await dialog(app).getByRole('combobox', { name: 'Acte' }).fill('Reconnaissance')
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  await dialog(app).getByLabel('Référence ou lieu de la preuve').fill('Courriel du gérant')
  await dialog(app).getByRole('button', { name: 'Enregistrer l’acte' }).press('Enter')
  await expect(app.getByText('Acte enregistré')).toBeVisible()
  await expect(list(app).getByText(number ?? '', { exact: true })).toHaveCount(0)
})

test('an insolvent customer: the officer is noted, the claim drawn up, seen, sent, and nothing is left to declare', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/customers')
  type Rows = { customers: { id: string; balance: number }[] }
  const { customers } = await call<Rows>(app, 'customers.list', { show: 'overdue', limit: 50 })
  const customer = customers.find(({ balance }) => balance > 1_000_00)
  const customerId = customer?.id ?? ''
  await call(app, 'registers.record', {
    customerId,
    kind: 'receivership',
    day: '2026-11-10',
    publishedOn: '2026-11-16',
    court: 'Tribunal de commerce de Lille',
    source: 'BODACC',
  })
  await goTo(app, `/customers/${customerId}?tab=insolvency`)
  await expect(app.getByRole('region', { name: 'Reste à faire' })).toContainText('Déclarer la créance')
  await app.getByRole('button', { name: 'Noter un organe' }).press('Enter')
  await app.keyboard.type('SELARL Delattre')
  await dialog(app).getByLabel('Ville').fill('Lille')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('region', { name: 'Organes de la procédure' })).toContainText('SELARL Delattre')

  await app.getByRole('button', { name: 'Préparer la déclaration' }).press('Enter')
  await expect(dialog(app).getByText('Total', { exact: true })).toBeVisible()
  await accessible()
  await dialog(app).getByRole('button', { name: 'Voir la page' }).press('Enter')
  await expect(dialog(app).getByRole('region', { name: 'Page 1 de la déclaration' })).toBeVisible()
  await dialog(app)
    .getByRole('button', { name: /^Établir la déclaration de/ })
    .press('Enter')
  const paper = app.getByRole('article', { name: /^DC-2026-/ })
  await expect(paper).toContainText('à envoyer')
  await paper.getByRole('button', { name: 'Noter l’envoi' }).press('Enter')
  await expect(dialog(app)).toContainText('la prescription de ces factures est interrompue')
  await dialog(app).getByLabel('Numéro du recommandé').fill('1A 234 567 8901 2')
  await app.keyboard.press('Enter')
  await expect(paper).toContainText('n° 1A 234 567 8901 2')
  await expect(app.getByRole('region', { name: 'Reste à faire' })).not.toContainText('Déclarer la créance')
  await accessible()
})
