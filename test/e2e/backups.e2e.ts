import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createBook } from './book.ts'
import { expect, test } from './fixtures.ts'

test('a backup is made, and brings a damaged book back', async ({ app, host, accessible }) => {
  await createBook(app)
  await app.goto(new URL('/safety?section=backups', app.url()).href)
  await app.getByRole('switch', { name: 'Sauvegarder à la fermeture et chaque jour' }).press('Space')
  await app.getByRole('button', { name: 'Enregistrer', exact: true }).press('Enter')
  await expect(app.getByText('Elle se fera à la fermeture du dossier')).toBeVisible()
  await app.getByRole('button', { name: 'Sauvegarder maintenant' }).press('Enter')
  const kept = app.getByRole('table', { name: 'Sauvegardes conservées' })
  await expect(kept.getByRole('row').filter({ hasText: 'demandée' })).toContainText('oui')
  await expect(app.getByText('Rien n’a changé depuis.')).toBeVisible()
  await accessible()

  await kept
    .getByRole('button', { name: /^Restaurer la sauvegarde du/ })
    .first()
    .press('Enter')
  const dialog = app.getByRole('dialog', { name: 'Restaurer une sauvegarde' })
  await expect(dialog).toContainText('Maison Alpha')
  await accessible()
  await dialog.getByRole('button', { name: 'Restaurer et ouvrir' }).press('Enter')
  await app.waitForURL(/\/customers/)
  await expect(app.getByText(/maison-alpha-restaure-.*\.encours/).first()).toBeVisible()

  // Another program spoils the first book.
  const path = join(host.folder, 'maison-alpha.encours')
  const bytes = readFileSync(path)
  bytes.fill(0xa5, bytes.length - 5 * 4096)
  writeFileSync(path, bytes)
  await app.goto(new URL(`/?open=${encodeURIComponent(path)}`, app.url()).href)
  await expect(app.getByRole('heading', { name: 'Ce dossier est endommagé' })).toBeVisible()
  await accessible()
  await app.getByRole('button', { name: 'Ouvrir ce qui peut être lu' }).press('Enter')
  await expect(app.getByText('Dossier endommagé, ouvert en lecture seule')).toBeVisible()
  await app.getByRole('link', { name: 'Restaurer une sauvegarde…' }).press('Enter')
  await kept
    .getByRole('button', { name: /^Restaurer la sauvegarde du/ })
    .first()
    .press('Enter')
  await dialog.getByRole('button', { name: 'Mettre de côté et restaurer' }).press('Enter')
  await expect(app.getByText(/maison-alpha-avant-restauration-.*\.encours/).first()).toBeVisible()
  await expect(app.getByText('Dossier endommagé')).toHaveCount(0)
})
