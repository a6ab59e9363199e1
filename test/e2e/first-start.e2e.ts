import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { call } from './demo.ts'
import { expect, test } from './fixtures.ts'

const SIREN = '732829320'

const ledger = [
  'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise',
  'VE|Ventes|1|20250110|41100000|Clients|C001|Maison Alpha|FA-1|20250110|Facture|120,00|0,00|||20250110||',
  'VE|Ventes|1|20250110|70700000|Ventes|||FA-1|20250110|Facture|0,00|120,00|||20250110||',
].join('\n')

test('a company is created with its identifiers checked as they are typed', async ({ app, accessible }) => {
  await app.getByRole('button', { name: 'Créer une société' }).press('Enter')
  await app.getByLabel('Nom ou raison sociale').fill('Atelier Bertin')
  await app.getByLabel('SIREN').fill('732829321')
  await expect(app.getByText('Ce n’est pas un SIREN')).toBeVisible()
  await expect(app.getByRole('button', { name: 'Créer le dossier' })).toBeDisabled()
  await app.getByLabel('SIREN').fill(SIREN)
  await expect(app.getByLabel('TVA intracommunautaire')).toHaveValue(`FR44${SIREN}`)
  await app.getByRole('combobox', { name: 'Conditions de règlement' }).fill('45eom-a')
  await expect(app.getByText('45 jours puis fin de mois. Une facture du')).toBeVisible()
  await app.keyboard.press('Escape')
  await accessible()

  await app.getByRole('button', { name: 'Créer le dossier' }).press('Enter')
  await expect(app).toHaveURL(/\/customers$/)
  await expect(app.getByText('Aucun client pour le moment')).toBeVisible()
  await expect(app.getByRole('contentinfo')).toContainText('atelier-bertin.encours')
  await accessible()
})

test('an accounting file asks for its company first, then is imported', async ({ app }) => {
  const chooser = app.waitForEvent('filechooser')
  await app.getByRole('button', { name: 'Choisir un fichier' }).press('Enter')
  const file = { name: `${SIREN}FEC20251231.txt`, mimeType: 'text/plain', buffer: Buffer.from(ledger) }
  await (await chooser).setFiles(file)
  await expect(app.getByText(`Puis l’import de ${file.name}`)).toBeVisible()
  await expect(app.getByLabel('SIREN')).toHaveValue(SIREN)
  await app.getByLabel('Nom ou raison sociale').fill('Atelier Bertin')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/\/imports/)
  await expect(app.getByText(file.name).first()).toBeVisible()
})

test('the demo company is one key away', async ({ app, accessible }) => {
  await accessible()
  await app.getByRole('button', { name: 'Explorer la démonstration' }).press('Enter')
  await expect(app.getByRole('heading', { level: 1, name: 'Aujourd’hui' })).toBeVisible({ timeout: 30_000 })
})

test('a book that is gone is marked, and can be forgotten', async ({ app, host, accessible }) => {
  const path = join(host.folder, 'alpha.encours')
  await call(app, 'book.create', { path, company: { name: 'Maison Alpha' } })
  await call(app, 'book.close', {})
  await rm(path)
  await app.reload()
  await expect(app.getByText('introuvable')).toBeVisible()
  await expect(app.getByRole('button', { name: /^Maison Alpha/ })).toBeDisabled()
  await accessible()
  await app.getByRole('button', { name: 'Oublier Maison Alpha' }).press('Enter')
  await expect(app.getByText('introuvable')).toBeHidden()
})

test('a recent book opens, is closed from its own screens, and stands in the list again', async ({ app, host }) => {
  await call(app, 'book.create', { path: join(host.folder, 'alpha.encours'), company: { name: 'Maison Alpha' } })
  await call(app, 'book.close', {})
  await app.reload()
  await app.getByRole('button', { name: /^Maison Alpha/ }).press('Enter')
  await expect(app).toHaveURL(/\/customers$/)
  await app.goto(new URL('/preferences', app.url()).href)
  await app.getByRole('button', { name: 'Fermer le dossier' }).press('Enter')
  await expect(app.getByRole('button', { name: /^Maison Alpha/ })).toBeVisible()
})

test('a file that is not a book is refused in plain words and left alone', async ({ app, host }) => {
  const path = join(host.folder, 'letter.encours')
  await writeFile(path, 'Dear Sir or Madam, this is not a database. '.repeat(50))
  await app.getByLabel('Emplacement du dossier').fill(path)
  await app.keyboard.press('Enter')
  await expect(app.getByRole('alert')).toContainText('Ce fichier n’est pas un dossier Encours')
  await app.getByLabel('Emplacement du dossier').fill(join(host.folder, 'nowhere.encours'))
  await app.keyboard.press('Enter')
  await expect(app.getByRole('alert')).toContainText('Ce fichier n’existe plus à cet emplacement')
})
