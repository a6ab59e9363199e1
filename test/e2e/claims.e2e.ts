import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { cents, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

const dialog = (app: Page) => app.getByRole('dialog')
const figure = (app: Page, label: string) => app.locator('div', { has: app.getByText(label, { exact: true }) }).last()

test('from a customer to the court file: handed over, account, route, exhibits, request, file, order and its deadline', async ({
  app,
  accessible,
}) => {
  // A PDF of every letter and exhibit is set.
  test.slow()
  await openDemo(app, '/dunning/handovers')
  await app.getByRole('button', { name: 'Mettre un compte au contentieux' }).click()
  await dialog(app).getByRole('combobox', { name: 'Client' }).fill('Biscuiterie')
  await app.getByRole('option', { name: /Biscuiterie Perrachon/ }).click()
  await dialog(app).getByRole('combobox', { name: 'Confié à' }).click()
  await app.getByRole('option', { name: 'Tribunal' }).click()
  await dialog(app).getByLabel('Motif').fill('Mise en demeure sans effet')
  await dialog(app).getByRole('button', { name: 'Mettre au contentieux' }).click()
  await app.getByRole('complementary').getByRole('link', { name: 'Ouvrir le dossier' }).click()
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Dossier de Biscuiterie Perrachon')
  await accessible()

  // The mode is named with the figure, and changes it.
  const total = app.locator('tfoot td').last()
  const lawful = cents((await total.textContent()) ?? '')
  await app.getByText('Frais d’abord', { exact: true }).click()
  await expect(app.getByText('Ce décompte n’est pas encore celui du dossier.')).toBeVisible()
  await app.getByText('Intérêts d’abord', { exact: true }).click()
  await expect.poll(async () => cents((await total.textContent()) ?? '')).toBe(lawful)
  await app
    .getByRole('button', { name: /^Voir les lignes de/ })
    .first()
    .click()
  await expect(app.getByText(/j à 12,\d\d\s%/).first()).toBeVisible()

  await app.keyboard.press('2')
  await expect(app.getByText('au-dessus de 5 000,00 € en principal et intérêts')).toBeVisible()
  await expect(app.getByText('choisie', { exact: true })).toBeVisible()
  await accessible()

  await app.keyboard.press('3')
  await expect(app.getByText('À joindre avant de transmettre le dossier')).toBeVisible()
  await accessible()

  await app.keyboard.press('4')
  await expect(app.getByRole('img', { name: 'Page 1 de Requête en injonction de payer' })).toBeVisible()
  await accessible()
  await app.getByRole('button', { name: 'Émettre', exact: true }).click()
  const [request] = await Promise.all([
    app.waitForEvent('download'),
    dialog(app).getByRole('button', { name: 'Émettre' }).click(),
  ])
  expect(request.suggestedFilename()).toBe('requete-injonction-de-payer-biscuiterie-perrachon-2026-11-22.pdf')
  const issued = async (format: 'PDF' | 'ZIP') => {
    await app.getByRole('button', { name: `Émettre le ${format}` }).click()
    const [file] = await Promise.all([
      app.waitForEvent('download'),
      dialog(app).getByRole('button', { name: 'Émettre' }).click(),
    ])
    return readFile(await file.path())
  }
  const pages = (await PDFDocument.load(await issued('PDF'))).getPageCount()
  expect(pages).toBeGreaterThan(4)
  expect(Object.keys(unzipSync(await issued('ZIP')))).toContain('SHA256SUMS.txt')
  await expect(app.getByText('Dossier complet (PDF)')).toBeVisible()

  await app.keyboard.press('5')
  await app.keyboard.press('n')
  await dialog(app).getByRole('combobox', { name: 'Étape' }).click()
  await app.getByRole('option', { name: 'Ordonnance rendue' }).click()
  await dialog(app).getByRole('button', { name: 'Noter' }).click()
  // Three months from 22 November 2026: a Monday.
  await expect(figure(app, 'Prochaine échéance')).toContainText('22/02/2027')
  await expect(app.getByText('Signifier l’ordonnance, sinon elle est non avenue').first()).toBeVisible()
  await accessible()
})
