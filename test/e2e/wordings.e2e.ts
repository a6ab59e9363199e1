import type { Page } from '@playwright/test'
import { openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

const body = (app: Page) => app.getByRole('textbox', { name: 'Corps de la lettre' })
const dialog = (app: Page) => app.getByRole('dialog')

test('a notice is checked while it is typed, an earlier version comes back, a text of one’s own is added', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/dunning/wordings?key=formal&language=de')
  await expect(body(app)).toHaveValue(/Wir fordern Sie hiermit letztmalig/)
  await expect(app.getByText('Rien ne manque')).toBeVisible()
  await body(app).fill('Wir fordern Sie auf, {{ total }} zu zahlen.')
  await expect(app.getByText(/date limite de paiement, manque \(indispensable\)/)).toBeVisible()
  await app.getByRole('button', { name: 'Enregistrer le texte' }).click()
  await expect(app.getByText(/^Enregistré\. Il manque à ce texte/)).toBeVisible()

  await app.getByRole('button', { name: 'Versions' }).click()
  await expect(dialog(app).getByRole('button', { name: /Version 1/ })).toContainText('en service')
  await expect(dialog(app).getByRole('region', { name: 'Cette version' })).toContainText('letztmalig')
  await accessible()
  await dialog(app).getByRole('button', { name: 'Reprendre cette version' }).click()
  await expect(body(app)).toHaveValue(/letztmalig/)

  await app.getByRole('button', { name: 'Ajouter un texte' }).click()
  await dialog(app).getByRole('textbox', { name: 'Nom' }).fill('Dernier avis')
  await app.keyboard.press('Enter')
  await expect(app.getByText('Texte à vous, d’après «\u202fMise en demeure\u202f»')).toBeVisible()
  await app.getByRole('button', { name: 'Retirer ce texte' }).click()
  await dialog(app).getByRole('button', { name: 'Retirer le texte' }).click()
  await expect(app.getByRole('button', { name: 'Dernier avis' })).toHaveCount(0)
})
