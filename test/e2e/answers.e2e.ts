import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { call, goTo, openDemo, WORKING_DAY } from './demo.ts'
import { expect, test } from './fixtures.ts'

test('a customer answers from its space; the file is read back, accepted, and taken once', async ({
  app,
  host,
  context,
  accessible,
}) => {
  await openDemo(app, '/receivables/answers')
  await expect(app.getByText('Aucune réponse ici')).toBeVisible()

  const { customers } = await call<{ customers: { id: string }[] }>(app, 'customers.list', {
    show: 'overdue',
    limit: 1,
  })
  await goTo(app, `/customers/${customers[0]?.id}?tab=space`)
  await app.getByRole('button', { name: 'Établir l’espace client' }).press('Enter')
  const [file] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('button', { name: 'Établir', exact: true }).press('Enter'),
  ])
  const passphrase = (await app.getByRole('dialog').locator('output').textContent()) ?? ''
  const path = join(host.folder, file.suggestedFilename())
  await file.saveAs(path)

  const space = await context.newPage()
  await space.setViewportSize({ width: 390, height: 844 })
  await space.clock.setFixedTime(`${WORKING_DAY}T10:00:00Z`)
  await space.goto(`file://${path}`)
  await space.getByLabel('Phrase secrète').fill(passphrase)
  await space.keyboard.press('Enter')
  await space.getByRole('link', { name: 'Répondre' }).press('Enter')
  await space.getByLabel('Annoncer un paiement').press('Space')
  await space.getByLabel(/^Montant/).fill('0')
  await space.getByRole('button', { name: 'Préparer le fichier de réponse' }).press('Enter')
  await expect(space.getByRole('alert')).toContainText('supérieur à zéro')
  await expect(space.getByLabel(/^Montant/)).toBeFocused()
  const { violations } = await new AxeBuilder({ page: space }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await space.getByLabel(/^Montant/).fill('2,50')
  await space.getByLabel('Jour du paiement').fill('2026-12-04')
  await space.getByLabel('Nom', { exact: true }).fill('Anne Roux')
  const [saved] = await Promise.all([
    space.waitForEvent('download'),
    space.getByRole('button', { name: 'Préparer le fichier de réponse' }).press('Enter'),
  ])
  await expect(space.getByRole('heading', { name: 'Votre réponse est prête' })).toBeFocused()
  expect(saved.suggestedFilename()).toMatch(/\.encours-answer$/)
  const answer = await readFile(await saved.path())
  expect(answer.toString()).not.toContain('Anne')
  await space.close()

  const drop = async () =>
    app
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: saved.suggestedFilename(), mimeType: 'application/octet-stream', buffer: answer })
  await goTo(app, '/imports')
  await drop()
  const panel = app.getByRole('complementary')
  await expect(panel).toContainText('Signature vérifiée')
  await expect(panel).toContainText('Anne Roux')
  await accessible()
  await panel.getByRole('button', { name: /^Accepter.* promesse de 2,50/ }).press('Enter')
  await expect(panel).toContainText('acceptée')
  // Several at once: each is read or refused by itself, with its name.
  await app
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: saved.suggestedFilename(), mimeType: 'application/octet-stream', buffer: answer },
      { name: 'autre.encours-answer', mimeType: 'application/octet-stream', buffer: Buffer.from('bonjour') },
    ])
  const refused = app.getByRole('alert').filter({ hasText: '2 fichiers refusés' })
  await expect(refused).toContainText('Cette réponse a déjà été lue')
  await expect(refused).toContainText(/autre\.encours-answer.*Ce fichier n’est pas une réponse/)
})
