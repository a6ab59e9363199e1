import type { Page } from '@playwright/test'
import { call, cents, goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

type Item = { id: string; number: string; open: number; customerId: string }

/** Owes invoices and has paid one of them, not matched yet. */
const UNMATCHED = 'Semences du Pays d’Othe'
const SPREAD = 'Brasserie de la Combe Noire'

const list = (app: Page) => app.locator('main').getByRole('grid')
const rows = (app: Page) => list(app).locator('tbody tr')
const panel = (app: Page) => app.getByRole('complementary')
const dialog = (app: Page) => app.getByRole('dialog')
const button = (app: Page, name: RegExp | string) => dialog(app).getByRole('button', { name })
const balance = async (app: Page) =>
  cents(
    (await app
      .locator('main')
      .getByText('Solde', { exact: true })
      .locator('xpath=following-sibling::*[1]')
      .textContent()) ?? '',
  )

const openCustomer = async (app: Page, name: string): Promise<string> => {
  await openDemo(app, '/customers')
  const { customers } = await call<{ customers: { id: string }[] }>(app, 'customers.list', { search: name })
  const id = customers[0]?.id ?? ''
  await goTo(app, `/customers/${id}`)
  await expect(rows(app).nth(1)).toBeVisible()
  return id
}
const itemsOf = async (app: Page, input: object): Promise<Item[]> =>
  (await call<{ items: Item[] }>(app, 'receivables.items', input)).items

test('a receipt is recorded by keyboard, what is owed falls by it, and the undo brings it back', async ({
  app,
  accessible,
}) => {
  await openCustomer(app, 'Chocolaterie Morvandeau')
  const before = await balance(app)
  await list(app).focus()
  await app.keyboard.press('j')
  await app.keyboard.press(' ')
  await app.keyboard.press('j')
  await app.keyboard.press(' ')
  await expect(app.getByText('2 postes cochés')).toBeVisible()
  await app.keyboard.press('r')
  const amount = dialog(app).getByLabel('Montant')
  await expect(amount).toBeFocused()
  const paid = cents(await amount.inputValue())
  expect(paid).toBeGreaterThan(0)
  await expect(dialog(app)).toContainText('Le règlement est entièrement lettré.')
  await accessible()

  await amount.fill(String((paid + 5000) / 100).replace('.', ','))
  await expect(dialog(app)).toContainText(/Il restera 50,00\s€ non lettrés/)
  await app.keyboard.press('Enter')
  await expect(dialog(app)).toBeHidden()
  await expect.poll(() => balance(app)).toBe(before - paid - 5000)
  await app.getByRole('alert').getByRole('button', { name: 'Annuler' }).click()
  await expect.poll(() => balance(app)).toBe(before)
})

test('an invoice and a receipt are matched by hand for a part, and unmatched in the panel', async ({
  app,
  accessible,
}) => {
  const customerId = await openCustomer(app, UNMATCHED)
  const [debit] = await itemsOf(app, { customerId, show: 'overdue' })
  const credit = (await itemsOf(app, { customerId, show: 'credits' })).at(-1)
  await app.keyboard.press('l')
  const sides = dialog(app).getByRole('region')
  await expect(sides).toHaveCount(2)
  await dialog(app).getByLabel(`À lettrer de ${debit?.number}`).fill('100')
  await expect(button(app, /^Lettrer/)).toBeDisabled()
  await expect(dialog(app)).toContainText('Écart')
  await dialog(app).getByLabel(`À lettrer de ${credit?.number}`).fill('100')
  for (const other of await itemsOf(app, { customerId, show: 'open' }))
    if (other.id !== debit?.id && other.id !== credit?.id)
      await dialog(app).getByLabel(`À lettrer de ${other.number}`).fill('')
  await expect(dialog(app)).toContainText('Les deux côtés s’équilibrent.')
  await accessible()
  await app.keyboard.press('Enter')
  await expect(dialog(app)).toBeHidden()
  const [less] = await itemsOf(app, { customerId, show: 'overdue' })
  expect(less?.open).toBe((debit?.open ?? 0) - 10_000)

  await rows(app).filter({ hasText: debit?.number }).click()
  await panel(app)
    .getByRole('button', { name: `Délettrer ${credit?.number}` })
    .click()
  await expect(panel(app)).toContainText('défait, comme s’il n’avait pas été')
  const [again] = await itemsOf(app, { customerId, show: 'overdue' })
  expect(again?.open).toBe(debit?.open)
})

test('a receipt that bounces names the invoices that are owed again', async ({ app, accessible }) => {
  const customerId = await openCustomer(app, 'Chocolaterie Morvandeau')
  const [debit] = await itemsOf(app, { customerId, show: 'overdue' })
  const { itemId, number } = await call<{ itemId: string; number: string }>(app, 'payments.receive', {
    customerId,
    day: '2026-11-20',
    amount: debit?.open,
    currency: 'EUR',
    method: 'cheque',
    allocate: [{ itemId: debit?.id, amount: debit?.open }],
  })
  expect(itemId).not.toBe('')
  await goTo(app, `/receivables?customer=${customerId}&show=all&search=${number}`)
  await rows(app).first().click()
  await expect(panel(app)).toContainText('Chèque')
  await app.keyboard.press('i')
  await expect(dialog(app)).toContainText(debit?.number ?? '-')
  await dialog(app).getByLabel('Motif').fill('Chèque sans provision')
  await accessible()
  await app.keyboard.press('Enter')
  await expect(panel(app)).toContainText('Revenu impayé le 22/11/2026')
  await expect(panel(app)).toContainText('Chèque sans provision')
  const [again] = await itemsOf(app, { customerId, show: 'overdue' })
  expect(again).toMatchObject({ number: debit?.number, open: debit?.open })
  await app.getByRole('alert').getByRole('button', { name: 'Annuler' }).click()
  await expect(panel(app)).not.toContainText('Revenu impayé')
  const [settled] = await itemsOf(app, { customerId, show: 'overdue' })
  expect(settled?.number).not.toBe(debit?.number)
})

test('ticked invoices are spread over instalments that add up, and the plan is ended with a reason', async ({
  app,
  accessible,
}) => {
  await openCustomer(app, SPREAD)
  await list(app).focus()
  for (const key of ['j', 'j', ' ', 'j', ' ']) await app.keyboard.press(key)
  await app.keyboard.press('p')
  await expect(dialog(app)).toContainText('le total ouvert')
  await dialog(app).getByLabel('Montant de l’échéance 1').fill('100')
  await expect(dialog(app)).toContainText('Il manque')
  await expect(button(app, /^Convenir/)).toBeDisabled()
  await button(app, 'Ajuster la dernière').click()
  await accessible()
  await dialog(app).getByLabel('Montant de l’échéance 1').press('Enter')
  await expect(dialog(app)).toBeHidden()

  await goTo(app, '/receivables/plans')
  const plan = rows(app).filter({ hasText: SPREAD })
  await plan.click()
  await expect(panel(app)).toContainText('Prochaine échéance le 22/12/2026')
  await accessible()
  await panel(app).getByRole('button', { name: 'Annuler l’échéancier' }).click()
  await dialog(app).getByLabel('Motif').fill('Le client règle tout demain')
  await app.keyboard.press('Enter')
  await expect(dialog(app)).toBeHidden()
  await expect(plan).toBeHidden()
})
