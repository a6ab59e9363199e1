import type { Page } from '@playwright/test'
import { call, cents, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

const list = (app: Page) => app.getByRole('grid', { name: 'Clients', exact: true })
const panel = (app: Page) => app.getByRole('complementary')
const title = (app: Page) => app.getByRole('heading', { level: 1 })

/** Opens the page of the customer that a few letters find. */
const openCustomer = async (app: Page, letters: string): Promise<void> => {
  await openDemo(app, `/customers?search=${encodeURIComponent(letters)}`)
  await list(app).locator('tbody tr').first().dblclick()
  await expect(app).toHaveURL(/\/customers\/[0-9a-f-]{36}/)
}

test.describe('the list', () => {
  test('is searched as one types, walked, opened and found again by keyboard', async ({ app, accessible }) => {
    await openDemo(app, '/customers')
    await expect(app.getByText('60 clients')).toBeVisible()
    await accessible()

    await app.keyboard.press('/')
    await app.keyboard.type('menui')
    await expect(app.getByText('2 clients')).toBeVisible()
    await expect(app).toHaveURL(/search=menui/)
    await list(app).focus()
    await app.keyboard.press('j')
    await app.keyboard.press('j')
    await expect(panel(app).getByRole('heading', { level: 2 }).first()).toHaveText('Menuiserie Delaunoy SARL')
    await accessible()

    await app.keyboard.press('Enter')
    await expect(title(app)).toHaveText('Menuiserie Delaunoy SARL')
    await app.keyboard.press('Escape')
    await expect(app).toHaveURL(/search=menui/)
    await expect(list(app).locator('[data-active]')).toContainText('Menuiserie Delaunoy SARL')
    await app.keyboard.press('k')
    await expect(panel(app).getByRole('heading', { level: 2 }).first()).toHaveText('Menuiserie Delaunoy')
  })

  test('is sorted by what is owed, and filtered on late customers', async ({ app }) => {
    await openDemo(app, '/customers')
    await list(app).getByRole('button', { name: 'Échu' }).click()
    await expect(app).toHaveURL(/sort=overdue/)
    await expect(list(app).getByRole('columnheader', { name: 'Échu' })).toHaveAttribute('aria-sort', 'descending')
    await app.getByText('En retard', { exact: true }).click()
    await expect(app).toHaveURL(/show=overdue/)
    await expect(list(app).locator('tbody tr').first()).toContainText(/\d j/)
    const amounts = (await list(app).locator('tbody td:nth-last-child(3)').allInnerTexts()).map(cents)
    expect(amounts.every((amount) => amount > 0)).toBe(true)
  })
})

test.describe('a customer', () => {
  test('shows the same figures above, in the ageing strip and in the list', async ({ app, accessible }) => {
    await openCustomer(app, 'Brasserie de la Combe')
    const items = app.getByRole('grid', { name: /^Créances de/ })
    const strip = app.getByRole('region', { name: 'Encours par ancienneté EUR' })
    const total = async () => cents((await items.locator('tfoot td').last().textContent()) ?? '')
    const columns = async () =>
      (await strip.getByRole('button').allInnerTexts()).map((text) => cents(text.split('\n').at(-1) ?? ''))
    await expect(items.locator('tfoot td').last()).not.toBeEmpty()
    const balance = await total()
    await expect.poll(async () => (await columns()).reduce((sum, amount) => sum + amount, 0)).toBe(balance)
    const figure = app.getByRole('main').getByText('Solde', { exact: true }).locator('xpath=following-sibling::*[1]')
    expect(cents((await figure.textContent()) ?? '')).toBe(balance)
    await accessible()

    const over90 = (await columns())[4]
    await strip.getByRole('button').nth(4).press('Enter')
    await expect(app).toHaveURL(/bucket=over90/)
    await expect.poll(total).toBe(over90)
  })

  test('is edited with its fields checked; the change can be undone and stays in the history', async ({
    app,
    accessible,
  }) => {
    await openCustomer(app, 'Biscuiterie')
    await app.keyboard.press('e')
    const save = app.getByRole('button', { name: 'Enregistrer' })
    await app.getByLabel('SIREN').fill('123')
    await app.getByLabel('SIREN').blur()
    await expect(app.getByText('Ce n’est pas un SIREN')).toBeVisible()
    await expect(save).toBeDisabled()
    await accessible()
    // That of another customer of the demo.
    await app.getByLabel('SIREN').fill('123452229')
    await expect(app.getByText('Ce SIREN est déjà celui de Menuiserie Delaunoy (C007)')).toBeVisible()
    await app.getByLabel('SIREN').fill('')
    await app.getByLabel('Nom ou raison sociale').fill('Biscuiterie du Port')
    await save.click()
    await expect(title(app)).toHaveText('Biscuiterie du Port')
    await expect(app.getByRole('region', { name: 'Historique' })).toContainText('Fiche modifiée : nom, SIREN')
    await app.getByRole('button', { name: 'Annuler' }).click()
    await expect(title(app)).toHaveText('Biscuiterie Perrachon')
  })

  test('asks before unsaved changes are lost', async ({ app }) => {
    await openCustomer(app, 'Biscuiterie')
    await app.keyboard.press('e')
    await app.getByLabel('Segment').fill('Grands comptes')
    await app.getByRole('link', { name: 'Créances' }).click()
    await expect(app.getByRole('dialog')).toContainText('Les modifications de cet écran ne sont pas enregistrées')
    await app.getByRole('button', { name: 'Rester' }).press('Enter')
    await expect(app.getByLabel('Segment')).toHaveValue('Grands comptes')
    await app.getByRole('link', { name: 'Créances' }).click()
    await app.getByRole('button', { name: 'Quitter sans enregistrer' }).press('Enter')
    await expect(app).toHaveURL(/\/receivables/)
  })

  test('is left out of reminders for a while, with the reason beside its name', async ({ app, accessible }) => {
    await openCustomer(app, 'Brasserie de la Combe')
    await app.getByRole('button', { name: 'Suspendre les relances' }).press('Enter')
    await app.getByLabel('Motif').fill('Échéancier convenu')
    await app.getByLabel('Jusqu’au').fill('31/12/2026')
    await accessible()
    await app.getByRole('dialog').getByRole('button', { name: 'Suspendre les relances' }).press('Enter')
    await expect(app.getByText('relances suspendues jusqu’au 31/12/2026 · Échéancier convenu')).toBeVisible()
    await app.getByRole('button', { name: 'Reprendre les relances' }).press('Enter')
    await expect(app.getByRole('button', { name: 'Suspendre les relances' })).toBeVisible()
  })

  test('is created, and a code that is taken is refused in plain words', async ({ app, accessible }) => {
    await openDemo(app, '/customers')
    await app.getByText('60 clients').waitFor()
    await app.keyboard.press('n')
    await expect(title(app)).toHaveText('Nouveau client')
    await accessible()
    await app.getByRole('textbox', { name: 'Code', exact: true }).fill('C001')
    await app.getByLabel('Nom ou raison sociale').fill('Fromagerie du Lac')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('alert')).toContainText('Le code C001 est déjà celui d’un autre client')
    await app.getByRole('textbox', { name: 'Code', exact: true }).fill('C900')
    await app.keyboard.press('Enter')
    await expect(title(app)).toHaveText('Fromagerie du Lac')
  })
})

test('talks and promises stand on the page of the customer, and the next ones are recorded there', async ({
  app,
  accessible,
}) => {
  await openCustomer(app, 'Salaisons')
  await app.getByRole('tab', { name: 'Recouvrement' }).press('Enter')
  await expect(app).toHaveURL(/tab=talks/)
  const promises = app.getByRole('region', { name: 'Promesses de paiement' })
  await expect(promises.getByRole('listitem').first()).toContainText('Attendue jusqu’au 08/12/2026')
  await expect(promises).toContainText('tenue le 13/09/2026')
  await expect(app.getByRole('region', { name: 'Échanges', exact: true })).toContainText('Deux palettes manquent')
  await accessible()

  await app.keyboard.press('8')
  await app.getByRole('dialog').getByLabel('Note').fill('Relevé envoyé')
  await app.getByRole('dialog').getByRole('button', { name: 'Enregistrer l’échange' }).press('Enter')
  await expect(app.getByRole('region', { name: 'Échanges', exact: true })).toContainText('Relevé envoyé')

  await app.keyboard.press('a')
  await app.getByRole('dialog').getByLabel('Note').fill('Demander le dernier bilan')
  await app.getByRole('button', { name: /^Prévoir pour le/ }).press('Enter')
  const task = app.getByRole('region', { name: 'À faire' }).getByRole('listitem').filter({
    hasText: 'Demander le dernier bilan',
  })
  await task.getByRole('button', { name: /reporter$/ }).press('Enter')
  await app.getByRole('button', { name: /^Reporter au/ }).press('Enter')
  await expect(app.getByText(/^Reporté au/)).toBeVisible()
  await task.getByRole('button', { name: /fait$/ }).press('Enter')
  await expect(task).toHaveCount(0)
})

test('duplicates are merged after a confirmation that names what happens', async ({ app, accessible }) => {
  await openDemo(app, '/customers/duplicates')
  await expect(app.getByRole('heading', { name: /^Même SIREN/ })).toBeVisible()
  await accessible()
  const { customers } = await call<{ customers: { code: string }[] }>(app, 'customers.find', { search: 'Delaunoy' })
  expect(customers).toHaveLength(2)
  await app.getByRole('button', { name: 'Fusionner dans C007' }).press('Enter')
  await expect(app.getByRole('dialog')).toContainText('Une fusion ne peut pas être défaite')
  await app.getByRole('button', { name: 'Fusionner les deux clients' }).press('Enter')
  await expect(app.getByText('Aucun doublon')).toBeVisible()
  const merged = await call<{ customers: { code: string }[] }>(app, 'customers.find', { search: 'Delaunoy' })
  expect(merged.customers.map(({ code }) => code)).toEqual(['C007'])
})
