import type { Page } from '@playwright/test'
import { call, cents, goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

/** Was sent formal notices that claim interest and fixed sums. */
const NOTIFIED = 'Cosmétiques Aurélune'

const dialog = (app: Page) => app.getByRole('dialog')
const left = async (app: Page) =>
  cents(
    (await app
      .locator('main')
      .getByText('Reste dû', { exact: true })
      .first()
      .locator('xpath=following-sibling::*[1]')
      .textContent()) ?? '',
  )

test('charges of a customer: a cost is added, paid from a receipt, taken back, waived', async ({ app, accessible }) => {
  await openDemo(app, '/customers')
  const { customers } = await call<{ customers: { id: string }[] }>(app, 'customers.list', { search: NOTIFIED })
  await goTo(app, `/customers/${customers[0]?.id}?tab=charges`)
  await expect(app.getByRole('table', { name: 'Écritures' })).toBeVisible()
  const before = await left(app)
  expect(before).toBeGreaterThan(0)
  await accessible()

  await app.keyboard.press('f')
  await expect(dialog(app).getByLabel('Montant')).toBeFocused()
  await dialog(app).getByLabel('Montant').fill('72,50')
  await dialog(app).getByLabel('Nature des frais').fill('sommation de payer')
  await accessible()
  await app.keyboard.press('Enter')
  await expect.poll(() => left(app)).toBe(before + 7_250)

  await app.keyboard.press('r')
  const amount = dialog(app).getByLabel('Montant')
  await expect(amount).toBeFocused()
  await amount.fill('1,00')
  await expect(dialog(app)).toContainText('elle ne solde aucune facture')
  await app.keyboard.press('Enter')
  await expect.poll(() => left(app)).toBe(before + 7_150)

  await app
    .getByRole('button', { name: /^Annuler l’écriture/ })
    .first()
    .click()
  await dialog(app).getByLabel('Motif').fill('mauvais client')
  await app.keyboard.press('Enter')
  await expect.poll(() => left(app)).toBe(before + 7_250)
  await expect(app.getByText('ne compte plus').first()).toBeVisible()

  await app.getByRole('button', { name: 'Abandonner', exact: true }).click()
  await dialog(app).getByRole('button', { name: 'Tout abandonner' }).click()
  await dialog(app).getByLabel('Motif').fill('accord amiable')
  await accessible()
  await app.keyboard.press('Enter')
  await expect(app.locator('main').getByText('Rien', { exact: true })).toBeVisible()
})

test('a half-year is added to a rate table with its source', async ({ app, accessible }) => {
  await openDemo(app, '/company?section=rates')
  await expect(app.getByText('1er semestre 2027 n’est pas encore publié')).toBeVisible()
  await accessible()
  await app.getByRole('button', { name: 'Ajouter un taux' }).click()
  await dialog(app).getByLabel('Taux annuel (%)').fill('12,4')
  await dialog(app).getByLabel('Source').fill('Banque de France')
  await app.keyboard.press('Enter')
  const row = app.getByRole('row', { name: /1er semestre 2027/ })
  await expect(row).toContainText('12,40')
  await expect(row).toContainText('saisi')
  await app.getByRole('button', { name: /commande publique/ }).click()
  await expect(app.getByText('le taux du premier jour, jusqu’au paiement')).toBeVisible()
})
