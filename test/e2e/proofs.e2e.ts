import type { Locator, Page } from '@playwright/test'
import { chooseFiles } from './book.ts'
import { call, goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

type Unproved = { items: { itemId: string; number: string; customerId: string; missing: string[][] }[] }

const panel = (app: Page) => app.getByRole('complementary')
const dialog = (app: Page) => app.getByRole('dialog')
const list = (app: Page, name: string) => app.getByRole('grid', { name, exact: true })

/** Drops a file as the system does. */
const drop = async (app: Page, place: Locator, name: string, text: string): Promise<void> => {
  const dataTransfer = await app.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], fileName))
      return transfer
    },
    [name, text] as const,
  )
  await place.dispatchEvent('dragover', { dataTransfer })
  await place.dispatchEvent('drop', { dataTransfer })
}

test('a document dropped on an invoice is kept, and the checklist counts it', async ({ app, accessible }) => {
  await openDemo(app, '/proofs/unproved')
  const { items } = await call<Unproved>(app, 'proofs.unproved', { limit: 50 })
  const claim = items.find(({ missing }) => missing.some((kinds) => kinds.includes('delivery_note')))
  if (!claim) throw new Error('the demo book lacks no delivery note')
  await list(app, 'Factures ouvertes auxquelles il manque une preuve').getByText(claim.number).click()
  const checklist = panel(app).getByRole('region', { name: 'Créance prouvable' })
  await expect(checklist).toContainText('Manque : bon de livraison ou preuve de réception')
  await accessible()

  await drop(app, checklist, 'BL-2026-77 signé.pdf', '%PDF-1.4\n%%EOF')
  await expect(dialog(app).getByRole('combobox', { name: 'Nature' })).toHaveValue('Bon de livraison')
  await expect(dialog(app).getByRole('combobox', { name: 'Concerne' })).toHaveValue(claim.number)
  await accessible()
  await dialog(app).getByRole('button', { name: 'Garder le document' }).press('Enter')
  await expect(checklist).toContainText('Présent : bon de livraison ou preuve de réception')
  await expect(checklist.getByRole('button', { name: 'BL-2026-77 signé.pdf' })).toBeVisible()
  const { lines } = await call<{ lines: { kinds: string[]; met: boolean }[] }>(app, 'proofs.checklist', {
    itemId: claim.itemId,
  })
  expect(lines.find(({ kinds }) => kinds.includes('delivery_note'))?.met).toBe(true)
})

test('a customer’s register keeps a file that can run a program, and hands it out only after a warning', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/customers')
  const { items } = await call<Unproved>(app, 'proofs.unproved', { limit: 1 })
  await goTo(app, `/customers/${items[0]?.customerId}?tab=documents`)
  await chooseFiles(app, 'Ajouter un document', {
    name: 'releve.bat',
    mimeType: 'text/plain',
    buffer: Buffer.from('@echo off'),
  })
  await dialog(app).getByRole('combobox', { name: 'Nature' }).fill('Corres')
  await app.getByRole('option', { name: 'Correspondance' }).click()
  await dialog(app).getByRole('button', { name: 'Garder le document' }).press('Enter')
  const row = list(app, 'Documents').getByRole('row').filter({ hasText: 'releve.bat' })
  await expect(row).toContainText('exécutable')
  await row.click()
  await accessible()
  await app.keyboard.press('s')
  await expect(dialog(app)).toContainText('Ce fichier est un programme, un script')
  await accessible()
  const download = app.waitForEvent('download')
  await dialog(app).getByRole('button', { name: 'Enregistrer le fichier malgré le risque' }).press('Enter')
  expect((await download).suggestedFilename()).toBe('releve.bat')

  await expect(dialog(app)).toHaveCount(0)
  await app.keyboard.press('Delete')
  await dialog(app).getByRole('button', { name: 'Retirer le document' }).press('Enter')
  await expect(row).toHaveCount(0)
})

test('a delivery waits for its invoice until it is named; the delay is measured', async ({ app, accessible }) => {
  await openDemo(app, '/proofs/deliveries')
  const rows = list(app, 'Livraisons à facturer').getByRole('row').filter({ hasText: 'BL-E2E' })
  await app.getByRole('button', { name: 'Nouvelle livraison' }).waitFor()
  await app.keyboard.press('n')
  await dialog(app).getByRole('combobox', { name: 'Client' }).fill('Brasserie')
  await app.getByRole('option', { name: /Brasserie de la Combe/ }).click()
  await dialog(app).getByLabel('Bon de livraison ou commande').fill('BL-E2E')
  await dialog(app).getByLabel('Livrée ou terminée le').fill('10/11/2026')
  await accessible()
  await dialog(app).getByRole('button', { name: 'Noter la livraison' }).press('Enter')
  await expect(rows).toContainText('12 j')
  await expect(rows).toContainText('en retard')
  await rows.click()
  await app.keyboard.press('f')
  await dialog(app).getByRole('combobox', { name: 'Facture' }).click()
  await app.getByRole('option').first().click()
  await dialog(app).getByRole('button', { name: 'Rattacher la facture' }).press('Enter')
  await expect(rows).toHaveCount(0)

  await goTo(app, '/proofs/delays')
  await expect(app.getByText(/j de DSO/)).toBeVisible()
  await accessible()
})

test('a clause of the policy is edited in place and published as a new version that says what changed', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/policy')
  await expect(app.getByText('Un litige est réglé sous 30 jours.')).toBeVisible()
  await accessible()
  await app.keyboard.press('3')
  await app.getByLabel('Jours pour régler un litige').fill('45')
  await accessible()
  await app.getByRole('button', { name: 'Publier la version 3' }).press('Enter')
  await expect(dialog(app)).toContainText('30 jours → 45 jours')
  await dialog(app).getByLabel('Ce qui change, et pourquoi').fill('Délai fournisseur allongé')
  await dialog(app).getByRole('button', { name: 'Publier la version 3' }).press('Enter')
  await expect(app.getByText('Un litige est réglé sous 45 jours.')).toBeVisible()
  const versions = app.getByRole('region', { name: 'Versions' })
  await expect(versions).toContainText('Délai fournisseur allongé')
  await expect(versions).toContainText('30 jours → 45 jours')
  type Policy = { version: number; content: { disputeDays: number; credit: unknown } }
  const { version, content } = await call<Policy>(app, 'policy.get', {})
  expect({ version, days: content.disputeDays }).toEqual({ version: 3, days: 45 })
  expect(content.credit).toBeTruthy()
})

test('disputes, documents, delays and the policy are readable in the dark, in a small window', async ({
  app,
  accessible,
}) => {
  await app.emulateMedia({ colorScheme: 'dark' })
  await app.setViewportSize({ width: 1024, height: 700 })
  await openDemo(app, '/disputes')
  for (const path of ['/disputes', '/disputes/figures', '/disputes/holds', '/proofs', '/proofs/delays', '/policy']) {
    await goTo(app, path)
    await app.getByRole('main').locator('tbody tr, section h2').first().waitFor()
    await accessible()
    const beyond = await app.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(beyond, `${path} is as wide as its window`).toBeLessThanOrEqual(0)
  }
})
