import { call, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

type List = { left: number; done: number; rows: { customerId: string; name: string; overdue: number }[] }
type Sheet = { calls: { outcome: string; seconds: number | null; promiseId: string | null; note: string }[] }

// Rows leave by a movement, and the list must go on after it.
test.use({ contextOptions: { reducedMotion: 'no-preference' } })

test('a promise is recorded by keyboard: its customer leaves the list and the next one is ready', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/today')
  const { left, rows } = await call<List>(app, 'worklist.get', {})
  const [first, second, third] = rows
  if (!first || !second || !third) throw new Error('the demo book has no worklist')
  const panel = app.getByRole('complementary')
  const title = panel.getByRole('heading', { level: 2 })
  await expect(title).toHaveText(first.name)
  await expect(panel.getByText('Pourquoi maintenant')).toBeVisible()
  await expect(panel.getByRole('heading', { name: 'À demander' })).toBeVisible()
  await expect(panel.getByRole('heading', { name: /^Que dire/ })).toBeVisible()
  await accessible()

  await app.keyboard.press('j')
  await expect(title).toHaveText(second.name)
  await expect(panel.getByRole('button', { name: 'Promesse' })).toBeVisible()
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/\/customers\/.*tab=talks/)
  await expect(app.getByRole('heading', { level: 1 })).toHaveText(second.name)
  await app.keyboard.press('Escape')
  await expect(title).toHaveText(second.name)
  await app.keyboard.press('t')
  await expect(panel.getByText('Durée 0:01')).toBeVisible()
  await app.keyboard.press('1')
  const dialog = app.getByRole('dialog')
  await expect(dialog).toContainText(`Promesse de paiement de ${second.name}`)
  await accessible()
  await dialog.getByLabel('Montant promis').fill('100,00')
  await dialog.getByLabel('Note').fill('Virement lundi')
  await dialog.getByRole('button', { name: /Enregistrer la promesse de 100,00/ }).press('Enter')

  await expect(title).toHaveText(third.name)
  await expect(app.getByRole('grid', { name: 'Aujourd’hui' }).getByText(second.name)).toHaveCount(0)
  await expect(app.getByText(`${left - 1} restants`)).toBeVisible()
  await expect(app.getByText('1 client traité')).toBeVisible()
  const { calls } = await call<Sheet>(app, 'worklist.sheet', { customerId: second.customerId })
  expect(calls[0]).toMatchObject({ outcome: 'promise', note: 'Virement lundi' })
  expect([calls[0]?.promiseId, (calls[0]?.seconds ?? 0) > 0]).not.toContain(null)
})

test('an outcome takes two keys, and the next action is always set', async ({ app }) => {
  await openDemo(app, '/today')
  const { rows } = await call<List>(app, 'worklist.get', {})
  const title = app.getByRole('complementary').getByRole('heading', { level: 2 })
  const wanted = [
    ['2', 'call-back', 'call'],
    ['4', 'paid', 'check-payment'],
    ['5', 'refused', 'decide'],
    ['6', 'wrong-contact', 'find-contact'],
  ] as const
  for (const [at, [key, outcome, kind]] of wanted.entries()) {
    const row = rows[at]
    if (!row) throw new Error('the demo book has too few customers late')
    await expect(title).toHaveText(row.name)
    await expect(app.getByRole('complementary').getByRole('button', { name: 'Promesse' })).toBeVisible()
    await app.keyboard.press(key)
    await expect(app.getByRole('dialog').getByRole('button').last()).toBeFocused()
    await app.keyboard.press('Enter')
    await expect(title).not.toHaveText(row.name)
    const { calls } = await call<Sheet>(app, 'worklist.sheet', { customerId: row.customerId })
    expect(calls[0]).toMatchObject({ outcome, next: { kind, doneOn: null } })
  }
})

test('the weights are seen and changed, and the list follows', async ({ app, accessible }) => {
  await openDemo(app, '/today?weights=true')
  const dialog = app.getByRole('dialog')
  await expect(dialog.getByLabel('Montant à réclamer')).toHaveValue('40')
  await accessible()
  await dialog.getByLabel('Montant à réclamer').fill('0')
  await dialog.getByRole('button', { name: 'Enregistrer les poids' }).press('Enter')
  await expect(app.getByText('Poids enregistrés')).toBeVisible()
  const { weights } = await call<{ weights: Record<string, number> }>(app, 'worklist.weights', {})
  expect(weights.amount).toBe(0)
})

test('a contested invoice becomes a dispute and a talk that names it', async ({ app }) => {
  await openDemo(app, '/today')
  const { rows } = await call<List>(app, 'worklist.get', {})
  // Nothing of it waits: all its invoices may be contested.
  const customer = rows[3]
  if (!customer) throw new Error('the demo book has no such customer')
  await app.getByRole('grid', { name: 'Aujourd’hui' }).getByText(customer.name).click()
  const panel = app.getByRole('complementary')
  await expect(panel.getByRole('button', { name: 'Litige' })).toBeVisible()
  await app.keyboard.press('3')
  const dialog = app.getByRole('dialog')
  await expect(dialog).toContainText(`Facture contestée par ${customer.name}`)
  await dialog.getByRole('button', { name: 'Décrire le litige' }).press('Enter')
  await dialog.getByRole('combobox', { name: 'Motif' }).fill('Quali')
  await app.getByRole('option', { name: 'Qualité' }).click()
  await dialog.getByRole('button', { name: /^Ouvrir le litige/ }).press('Enter')
  await expect(app.getByText('Ensuite\u202f: régler le litige')).toBeVisible()
  const { calls } = await call<Sheet>(app, 'worklist.sheet', { customerId: customer.customerId })
  expect(calls[0]).toMatchObject({ outcome: 'dispute', disputeId: expect.any(String) })
})
