import type { Page } from '@playwright/test'
import { call, cents, goTo, openDemo, WORKING_DAY } from './demo.ts'
import { expect, test } from './fixtures.ts'

type Proposal = {
  letters: {
    key: string
    customerId: string
    items: { itemId: string; number: string; open: number; disputed: number }[]
  }[]
}
type Items = { items: { id: string; open: number; disputed: number }[] }

const panel = (app: Page) => app.getByRole('complementary')
const dialog = (app: Page) => app.getByRole('dialog')
const list = (app: Page, name: string) => app.getByRole('grid', { name, exact: true })

/** An invoice that a reminder is about to claim, and that nobody contests. */
const reminded = async (app: Page) => {
  const { letters } = await call<Proposal>(app, 'dunning.propose', { asOf: WORKING_DAY })
  for (const { key, items } of letters)
    for (const item of items) if (item.open > 100_00 && item.disputed === 0) return { key, ...item }
  throw new Error('the demo book proposes no such letter')
}

test('a dispute is opened on an item by keyboard, the rest is reminded, and a credit note closes it', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/receivables')
  const { key, itemId, number, open } = await reminded(app)
  const contested = 4_321
  await goTo(app, `/receivables?search=${number}`)
  await expect(list(app, 'Créances').getByText(number)).toBeVisible()
  await app.keyboard.press('j')
  await expect(panel(app).getByRole('heading', { level: 2 })).toContainText(number)
  await app.keyboard.press('d')
  await expect(dialog(app)).toContainText(`Contester ${number}`)
  await app.keyboard.type('Quali')
  await expect(app.getByRole('option')).toHaveCount(1)
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  await expect(dialog(app).getByRole('combobox', { name: 'Motif' })).toHaveValue('Qualité')
  await dialog(app).getByLabel('Montant contesté').fill('43,21')
  await expect(dialog(app).getByText('continuent d’être relancés')).toBeVisible()
  await accessible()
  await dialog(app).getByRole('combobox', { name: 'Responsable' }).fill('Claire Morel')
  await dialog(app)
    .getByRole('button', { name: /^Ouvrir le litige/ })
    .press('Enter')
  await expect(panel(app).getByText('43,21 € contestés')).toBeVisible()
  await accessible()

  await goTo(app, `/dunning?letter=${encodeURIComponent(key)}&side=detail`)
  await expect(app.getByText('hors 43,21 € contestés')).toBeVisible()

  await goTo(app, `/disputes?search=${number}`)
  await expect(list(app, 'Litiges').getByText(number)).toBeVisible()
  await app.keyboard.press('j')
  await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText(`Litige sur ${number}`)
  await accessible()
  await app.keyboard.press('c')
  await expect(dialog(app).getByRole('status').filter({ hasText: 'Un avoir de 43,21 €' })).toContainText('lettré avec')
  await accessible()
  await dialog(app).getByLabel('Conclusion').fill('Malfaçon reconnue')
  await dialog(app)
    .getByRole('button', { name: /^Clore avec un avoir/ })
    .press('Enter')
  await expect(app.getByText(/Litige clos, avoir AV-\S+ de 43,21\s€ lettré/)).toBeVisible()
  await expect(app.getByText('Aucun litige ne correspond')).toBeVisible()
  const { items } = await call<Items>(app, 'receivables.items', { search: number, show: 'all' })
  expect(items.find(({ id }) => id === itemId)).toMatchObject({ open: open - contested, disputed: 0 })
})

test('what was done is noted and changed beside the list; the figures lead to the disputes of a reason', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/disputes')
  await expect(list(app, 'Litiges').locator('tbody tr').first()).toBeVisible()
  const waiting = Number(
    await app
      .getByRole('link', { name: /^Litiges/ })
      .locator('span')
      .last()
      .textContent(),
  )
  expect(waiting).toBe(await list(app, 'Litiges').locator('tbody tr').count())
  await app.keyboard.press('j')
  await expect(panel(app).getByRole('heading', { name: 'Étapes' })).toBeVisible()
  await app.keyboard.press('n')
  await expect(dialog(app).getByRole('textbox').first()).toBeFocused()
  await app.keyboard.type('Photos reçues')
  await app.keyboard.press('Control+Enter')
  await expect(panel(app).getByRole('region', { name: 'Étapes' })).toContainText('Photos reçues')
  await app.keyboard.press('e')
  await dialog(app).getByRole('combobox', { name: 'Responsable' }).fill('Paul Girard')
  await dialog(app).getByRole('button', { name: 'Enregistrer' }).press('Enter')
  await expect(panel(app).getByRole('region', { name: 'Étapes' })).toContainText('→ Paul Girard')

  await goTo(app, '/disputes/figures')
  const figures = list(app, 'Chiffres des litiges')
  await expect(figures.locator('tbody tr').first()).toBeVisible()
  await accessible()
  const amounts = (await figures.locator('tbody td:nth-child(3)').allInnerTexts()).map(cents)
  const total = app.getByText(/^Contesté au/).locator('xpath=following-sibling::*[1]')
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(cents((await total.textContent()) ?? ''))
  await app.keyboard.press('j')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/\/disputes\?.*reason=/)
})

test('every hold in force is listed with its owner and lifted by one key, which can be undone', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/customers?search=Brasserie%20de%20la%20Combe')
  await list(app, 'Clients').locator('tbody tr').first().dblclick()
  await app.getByRole('button', { name: 'Suspendre les relances' }).press('Enter')
  await app.getByLabel('Motif').fill('Promesse écrite')
  await app.getByRole('combobox', { name: 'Responsable' }).fill('Nadia Corre')
  await dialog(app).getByRole('button', { name: 'Suspendre les relances' }).press('Enter')
  await expect(app.getByText('Promesse écrite · Nadia Corre')).toBeVisible()

  await goTo(app, '/disputes/holds')
  const row = list(app, 'Suspensions en vigueur').getByRole('row').filter({ hasText: 'Promesse écrite' })
  await expect(row).toContainText('Nadia Corre')
  await row.click()
  await expect(panel(app)).toContainText('Sans fin')
  await accessible()
  await app.keyboard.press('l')
  await expect(row).toHaveCount(0)
  await app.getByRole('button', { name: 'Annuler' }).press('Enter')
  await expect(row).toBeVisible()
})
