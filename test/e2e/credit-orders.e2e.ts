import type { Page } from '@playwright/test'
import { call, goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

type Customers = { customers: { id: string; name: string }[] }
type Verdict = { verdict: string; reasons: { liftBy: { anyone: boolean; people: unknown[] } | null; weight: string }[] }

const panel = (app: Page) => app.getByRole('complementary')
const dialog = (app: Page) => app.getByRole('dialog')
const list = (app: Page, name: string) => app.getByRole('grid', { name, exact: true })

/** A customer from whom an order of 1,000 euros gets this answer; one refused can be lifted by somebody. */
const customerWith = async (app: Page, wanted: 'accept' | 'refuse') => {
  const { customers } = await call<Customers>(app, 'customers.list', { limit: 100, sort: 'balance', descending: true })
  for (const { id, name } of customers) {
    const { verdict, reasons } = await call<Verdict>(app, 'limits.verdict', { customerId: id, amount: 100_000 })
    const named = reasons.every(({ weight, liftBy }) => weight !== 'refuse' || (liftBy?.people.length ?? 0) > 0)
    if (verdict === wanted && (wanted === 'accept' || named)) return { id, name }
  }
  throw new Error(`the demo book has no customer to ${wanted}`)
}

test('an order is asked about from the palette, answered, recorded and closed by keyboard', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/credit/orders')
  await expect(list(app, 'Commandes')).toBeVisible()
  const { name } = await customerWith(app, 'accept')
  await app.keyboard.press('Control+k')
  await app.keyboard.type('puis-je accepter')
  await expect(dialog(app).getByRole('button', { name: /Puis-je accepter/ })).toBeVisible()
  await app.keyboard.press('Enter')
  await app.getByRole('combobox', { name: 'Client' }).pressSequentially(name)
  await expect(app.getByRole('option', { name })).toBeVisible()
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  await app.getByRole('textbox', { name: 'Montant TTC' }).fill('1 000')
  await expect(app.getByRole('status').getByText('Accepter', { exact: true })).toBeVisible()
  await expect(app.getByText('Encours avec la commande')).toBeVisible()
  await accessible()
  await app.getByRole('button', { name: /^Enregistrer la commande/ }).press('Enter')
  await dialog(app).getByLabel('Numéro').fill('CMD-E2E-1')
  await accessible()
  await app.keyboard.press('Enter')
  await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText('Commande CMD-E2E-1')
  await expect(panel(app).getByText('en cours', { exact: true })).toBeVisible()
  await accessible()
  await app.keyboard.press('c')
  await expect(app.getByText('Commande CMD-E2E-1 soldée')).toBeVisible()
  await expect(list(app, 'Commandes').getByText('CMD-E2E-1')).toHaveCount(0)
})

test('what the rules refuse is kept on hold, and only those whom the policy names may lift it', async ({ app }) => {
  await openDemo(app, '/credit/orders')
  await expect(list(app, 'Commandes')).toBeVisible()
  const { id } = await customerWith(app, 'refuse')
  await goTo(app, `/credit/order?customer=${id}&amount=100000&number=%22CMD-E2E-2%22`)
  await expect(app.getByRole('status').getByText('Refuser', { exact: true })).toBeVisible()
  await expect(app.getByText(/Peut le lever/).first()).toBeVisible()
  await app.getByRole('button', { name: /^Autoriser par dérogation/ }).press('Enter')
  await dialog(app).getByLabel('Motif').fill('Client suivi de près')
  await dialog(app)
    .getByRole('button', { name: /^Laisser passer/ })
    .press('Enter')
  await expect(dialog(app).getByRole('alert')).toContainText('dépasse la délégation')
  await app.keyboard.press('Escape')
  await app.getByRole('button', { name: /^Enregistrer en attente/ }).press('Enter')
  await expect(dialog(app).getByLabel('Numéro')).toHaveValue('CMD-E2E-2')
  await dialog(app).getByLabel('Numéro').press('Enter')
  await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText('Commande CMD-E2E-2')
  await expect(panel(app).getByText('bloquée', { exact: true })).toBeVisible()
  await expect(panel(app).getByRole('button', { name: /^Libérer/ })).toHaveCount(0)
})

test('losses are counted by what let them in, and each count opens its invoices', async ({ app, accessible }) => {
  await openDemo(app, '/credit/losses')
  const first = app.getByRole('table', { name: 'Qui l’avait décidé' }).getByRole('button').first()
  await first.press('Enter')
  await expect(first).toHaveAttribute('aria-pressed', 'true')
  await expect(app.getByRole('button', { name: 'Voir toutes les pertes' })).toBeVisible()
  await list(app, 'Pertes sur créances').focus()
  await app.keyboard.press('j')
  await expect(panel(app).getByText('Solde du compte ce jour-là')).toBeVisible()
  await accessible()
})
