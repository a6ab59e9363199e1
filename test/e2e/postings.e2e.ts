import { readFile } from 'node:fs/promises'
import { PDFDocument } from 'pdf-lib'
import { call, goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

const pagesOf = async (path: string) => (await PDFDocument.load(await readFile(path))).getPageCount()

test('registered letters by keyboard: a series of numbers, the slip, handed in, a receipt', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/dunning/registered?show=to-number')
  const list = app.getByRole('grid', { name: 'Lettres par la poste' })
  await expect(list).toContainText('à numéroter')
  await accessible()
  await app.getByRole('button', { name: 'Numéroter 2 recommandés…' }).press('Enter')
  const dialog = app.getByRole('dialog')
  await app.keyboard.type('1A 200 1234567 0')
  await expect(dialog.getByRole('status').filter({ hasText: 'De 1A20012345670 à 1A20012345671' })).toBeVisible()
  await accessible()
  await app.keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  await goTo(app, '/dunning/registered')
  await expect(list).toContainText('1A20012345671')
  const [slip] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('button', { name: 'Bordereau de dépôt' }).press('Enter'),
  ])
  expect(slip.suggestedFilename()).toMatch(/^bordereau-2026-11-22-\d{3}\.pdf$/)
  await app.getByRole('button', { name: 'Enregistrer le dépôt de 2 lettres…' }).press('Enter')
  await expect(dialog).toContainText('ne pourront plus être annulées')
  await app.keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  await goTo(app, '/dunning/registered?show=deposited&search=1A20012345670')
  await expect(list).toContainText('déposée')
  await list.focus()
  await app.keyboard.press('Home')
  const panel = app.getByRole('complementary')
  await expect(panel).toContainText(/Bordereau nº \d du 22\/11\/2026/)
  await app.keyboard.press('4')
  await expect(panel).toContainText('n’est arrivée à personne')
  await accessible()
  await panel.getByRole('button', { name: 'Enregistrer l’avis' }).press('Enter')
  await expect(app.getByText('Avis enregistré')).toBeVisible()
  const { postings } = await call<{ postings: { customerId: string }[] }>(app, 'postings.list', {
    show: 'returned',
    search: '1A20012345670',
  })
  await goTo(app, `/customers/${postings[0]?.customerId}`)
  await expect(app.getByText('Courrier revenu le 22/11/2026, adresse inconnue')).toBeVisible()
})

test('a run goes to the printer, and a statement of account is looked at before it is saved', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/dunning/letters')
  await app.getByRole('button', { name: 'Imprimer…' }).press('Enter')
  await app.getByRole('checkbox', { name: 'Page de séparation avant chaque lettre' }).press('Space')
  await accessible()
  const [print] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('button', { name: 'Enregistrer le PDF' }).press('Enter'),
  ])
  expect(await pagesOf(await print.path())).toBeGreaterThan(30)

  const { customers } = await call<{ customers: { id: string }[] }>(app, 'customers.list', {
    sort: 'overdue',
    descending: true,
    limit: 1,
  })
  await goTo(app, `/customers/${customers[0]?.id}`)
  await app.getByRole('button', { name: 'Relevé de compte' }).press('Enter')
  const dialog = app.getByRole('dialog')
  await expect(dialog.getByRole('img', { name: 'Page 1 du relevé de compte' })).toBeVisible()
  await accessible()
  const [statement] = await Promise.all([
    app.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Enregistrer le PDF' }).press('Enter'),
  ])
  expect(statement.suggestedFilename()).toMatch(/^RC-20261122-C\d+-.*\.pdf$/)
  expect(await pagesOf(await statement.path())).toBe(1)
})
