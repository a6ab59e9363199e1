import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { call, goTo, openDemo, WORKING_DAY } from './demo.ts'
import { expect, test } from './fixtures.ts'

type Items = { items: { id: string; customerId: string; number: string; open: number; disputed: number }[] }

const cli = resolve(import.meta.dirname, '../../out/main/cli.js')
const panel = (app: Page) => app.getByRole('complementary')
const dialog = (app: Page) => app.getByRole('dialog')
const list = (app: Page) => app.getByRole('grid', { name: 'Passages en perte' })

/** Debts long overdue that nobody contests, of two customers. */
const debts = async (app: Page) => {
  const { items } = await call<Items>(app, 'receivables.items', { show: 'overdue', limit: 1000, asOf: WORKING_DAY })
  const sound = items.filter(({ open, disputed }) => open > 100_00 && disputed === 0)
  const first = sound[0]
  const second = sound.find(({ customerId }) => customerId !== first?.customerId)
  if (!first || !second) throw new Error('the demo book has no such debts')
  return [first, second] as const
}

/** The reference of the proposal that has a document. */
const proposed = async (app: Page) => {
  type List = { writeOffs: { reference: string; items: { number: string }[] }[] }
  const { writeOffs } = await call<List>(app, 'writeoffs.list', { show: 'proposed' })
  return (number: string): string =>
    writeOffs.find(({ items }) => items.some((item) => item.number === number))?.reference ?? 'none'
}

/** Another person proposes at the command line, while nobody has the book open. */
const proposedBy = async (app: Page, folder: string, user: string, itemId: string, customerId: string) => {
  const path = join(folder, 'emballages-rivelaine.encours')
  await call(app, 'book.close', {})
  const input = { customerId, items: [{ itemId }], reason: 'untraceable', note: 'Courriers revenus', taxRate: '20' }
  execFileSync(process.execPath, [
    ...[cli, 'call', 'writeoffs.propose', JSON.stringify(input)],
    ...['--book', path, '--user', user, '--today', WORKING_DAY],
  ])
  await call(app, 'book.open', { path })
}

test('a write-off is proposed by keyboard, waits for somebody else, and another person’s is approved', async ({
  app,
  host,
  accessible,
}) => {
  await openDemo(app, '/receivables')
  const [own, other] = await debts(app)
  await goTo(app, `/receivables?search=${own.number}`)
  await expect(app.getByRole('grid', { name: 'Créances', exact: true }).getByText(own.number)).toBeVisible()
  await app.keyboard.press('j')
  await expect(panel(app).getByRole('heading', { level: 2 })).toContainText(own.number)
  await app.keyboard.press('w')
  await expect(dialog(app)).toContainText('Proposer en perte')
  await accessible()
  await dialog(app).getByLabel('Précision').fill('Siège fermé')
  await dialog(app)
    .getByRole('button', { name: /^Proposer/ })
    .press('Enter')
  await expect(app.getByText(/Proposition PP-2026-\d+ enregistrée/)).toBeVisible()

  await proposedBy(app, host.folder, 'Camille Roche', other.id, other.customerId)
  const references = await proposed(app)
  await goTo(app, '/dunning/write-offs')
  await list(app).getByText(references(own.number), { exact: true }).click()
  await expect(panel(app).getByText('Vous avez fait cette proposition')).toBeVisible()
  await expect(panel(app).getByRole('button', { name: 'Approuver' })).toHaveCount(0)
  await accessible()

  const reference = references(other.number)
  await list(app).getByText(reference, { exact: true }).click()
  await expect(panel(app).getByText('Vous avez fait cette proposition')).toHaveCount(0)
  await panel(app).getByRole('button', { name: 'Approuver' }).press('Enter')
  await expect(dialog(app)).toContainText('sortent de la balance')
  await accessible()
  await dialog(app)
    .getByRole('button', { name: /^Passer/ })
    .press('Enter')
  await expect(app.getByText(`${reference} passé en perte`)).toBeVisible()
  await expect(panel(app).getByText(/Approuvé/)).toBeVisible()
  const { items } = await call<Items>(app, 'receivables.items', { search: other.number })
  expect(items.filter(({ id }) => id === other.id)).toEqual([])

  await panel(app).getByRole('button', { name: 'Préciser la TVA' }).press('Enter')
  await dialog(app).getByRole('combobox', { name: 'Perte définitive' }).click()
  await app.getByRole('option', { name: 'Disparition du débiteur' }).click()
  await dialog(app).getByLabel('Depuis le').fill('15/10/2026')
  await dialog(app).getByRole('button', { name: 'Enregistrer' }).press('Enter')
  await expect(panel(app).getByText('31/12/2028')).toBeVisible()
  await panel(app).getByRole('button', { name: 'Établir l’avis' }).press('Enter')
  await expect(dialog(app).getByRole('img', { name: /Avis de facture impayée/ })).toBeVisible()
  const saved = app.waitForEvent('download')
  await dialog(app).getByRole('button', { name: 'Établir l’avis' }).press('Enter')
  expect((await saved).suggestedFilename()).toContain(`${reference}-art-272`)
  await expect(panel(app).getByText('à déduire', { exact: true })).toBeVisible()
})
