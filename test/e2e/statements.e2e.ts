import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

test('statements for a segment, then balance confirmations: letters, an answer, the list for the auditor', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/receivables/statements?segment=Export')
  const choice = app.getByRole('grid', { name: 'Clients dont le relevé sera établi' })
  await expect(choice).toContainText('Blue Ridge Pantry Inc.')
  await accessible()
  await choice.focus()
  await app.keyboard.press('Home')
  await app.keyboard.press('Space')
  await app.getByRole('button', { name: /^Établir \d+ relevés$/ }).press('Enter')
  await expect(app.getByRole('dialog')).toContainText('Rien n’est envoyé')
  await app.keyboard.press('Enter')
  const panel = app.getByRole('complementary')
  await expect(panel).toContainText('écarté par vous')
  const [drafts] = await Promise.all([
    app.waitForEvent('download'),
    panel.getByRole('button', { name: /^Brouillons de messages/ }).press('Enter'),
  ])
  expect(Object.keys(unzipSync(new Uint8Array(await readFile(await drafts.path()))))[0]).toMatch(
    /^RC-20261122-\d+-.*\.eml$/,
  )

  await goTo(app, '/receivables/confirmations/new')
  await app.getByLabel('Les plus grands soldes').fill('3')
  await app.getByLabel('Tirés au sort parmi les autres').fill('1')
  await app.getByLabel('Nom', { exact: false }).first().fill('Claire Martin')
  await expect(app.getByText('Il manque l’adresse de l’auditeur')).toBeVisible()
  await app.getByLabel('Adresse électronique').fill('claire@audit.example')
  await accessible()
  await app.getByRole('button', { name: 'Établir 4 demandes' }).press('Enter')
  await app.keyboard.press('Enter')
  const letters = app.getByRole('grid', { name: 'Lettres de la demande' })
  await expect(letters).toContainText('en attente')
  await letters.focus()
  await app.keyboard.press('Home')
  await expect(panel).toContainText('CS-000')
  await app.keyboard.press('1')
  await panel.getByRole('button', { name: 'Enregistrer la réponse' }).press('Enter')
  await expect(letters).toContainText('d’accord')
  await accessible()
  await app.getByRole('button', { name: 'Liste pour l’auditeur' }).press('Enter')
  const [list] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('menuitem', { name: 'Texte', exact: false }).press('Enter'),
  ])
  expect(await readFile(await list.path(), 'utf8')).toContain('d’accord')
})
