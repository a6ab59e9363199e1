import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

const panel = (app: Page) => app.getByRole('complementary')
const dialog = (app: Page) => app.getByRole('dialog')

test('an application is recorded, its form goes out and comes back filled in, a supplier answers, the review opens', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/credit/applications')
  await expect(app.getByRole('grid', { name: 'Demandes de crédit' })).toBeVisible()
  await app.keyboard.press('n')
  await dialog(app).getByRole('combobox', { name: 'Client ou prospect' }).pressSequentially('Verdolin')
  await expect(app.getByRole('option')).toHaveCount(1)
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  await dialog(app).getByLabel('Encours demandé').fill('10 000')
  await accessible()
  await app.keyboard.press('Enter')
  await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText('Demande de Maison Verdolin')
  await accessible()

  const [download] = await Promise.all([
    app.waitForEvent('download'),
    (async () => {
      await panel(app).getByRole('button', { name: 'Formulaire à envoyer' }).press('Enter')
      await app.getByRole('menuitem', { name: 'En français' }).press('Enter')
    })(),
  ])
  const pdf = await PDFDocument.load(await readFile(await download.path()))
  const field = (key: string) => pdf.getForm().getTextField(`encours.application.1.fr.EUR.${key}`)
  expect(field('limit').getText()).toBe('10\u00a0000,00')
  field('limit').setText('60 000')
  field('supplier1').setText('Bois du Jura')
  await panel(app)
    .locator('input[type=file]')
    .setInputFiles({
      name: download.suggestedFilename(),
      mimeType: 'application/pdf',
      buffer: Buffer.from(await pdf.save()),
    })
  await expect(panel(app).getByText('60 000,00 €')).toBeVisible()
  await expect(panel(app).getByRole('list').getByText('Comptes annuels')).toBeVisible()

  await panel(app).getByRole('button', { name: 'Noter la réponse, Bois du Jura' }).press('Enter')
  await dialog(app).getByLabel('Retard moyen, en jours').fill('12')
  await expect(dialog(app).getByText('80/100')).toBeVisible()
  await accessible()
  await app.keyboard.press('Enter')
  await expect(panel(app).getByText('Note des références')).toBeVisible()

  await panel(app).getByRole('heading', { level: 2 }).click()
  await app.keyboard.press('r')
  await expect(app).toHaveURL(/\/credit\/reviews\//)
})
