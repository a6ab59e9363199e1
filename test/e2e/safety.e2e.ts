import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { call, goTo } from './demo.ts'
import { expect, type Host, test } from './fixtures.ts'

const customer = (code: string, name: string) => ({
  code,
  name,
  language: 'fr',
  country: 'FR',
  terms: null,
  contacts: [{ name: `Contact de ${name}`, email: 'a@b.test' }],
})

/** A book of two customers, open in the window. */
const openBook = async (app: Page, { folder }: Host): Promise<string> => {
  const path = join(folder, 'societe.encours')
  const company = { name: 'Société', country: 'FR', currency: 'EUR', language: 'fr' }
  await call(app, 'book.create', { path, company })
  await call(app, 'customers.create', customer('C1', 'Odile Ferrand'))
  await call(app, 'customers.create', customer('C2', 'Maison Bleue'))
  return path
}

/** Another program writes into the file of the book, which is open here. */
const writeElsewhere = (path: string, statement: string) =>
  execFileSync(process.execPath, [
    '-e',
    `new (require('better-sqlite3'))(process.argv[1]).exec(process.argv[2]).close()`,
    path,
    statement,
  ])

test('the activity tells what was done, the banner and the checks what another program did', async ({
  app,
  host,
  accessible,
}) => {
  const path = await openBook(app, host)
  await goTo(app, '/safety?section=activity')
  const list = app.getByRole('grid', { name: 'Activité' })
  await expect(list.getByText('Client créé')).toHaveCount(2)
  await app.keyboard.press('j')
  const panel = app.getByRole('complementary', { name: 'Client créé' })
  await expect(panel.getByText('Contact de Maison Bleue').first()).toBeVisible()
  await expect(panel.getByText('Ajouté').first()).toBeVisible()
  await accessible()
  await app.keyboard.press('Escape')
  await app.keyboard.press('/')
  await app.keyboard.type('odile')
  await expect(list.getByText('Client créé')).toHaveCount(1)
  expect(app.url()).toContain('search=odile')

  writeElsewhere(path, `UPDATE customer SET notes = 'ailleurs' WHERE code = 'C1'`)
  await goTo(app, '/customers')
  const banner = app.getByRole('alert').filter({ hasText: 'Un autre programme a modifié ce dossier' })
  await expect(banner).toContainText('Client (ligne modifiée)')
  await banner.getByRole('link', { name: 'Voir les contrôles' }).click()
  await app.getByRole('button', { name: 'Vérifier le dossier' }).click()
  await expect(app.getByText('1 contrôle a trouvé quelque chose')).toBeVisible()
  await expect(app.getByRole('link', { name: 'Client (ligne modifiée)' })).toBeVisible()
  await accessible()
})

test('a prospect past its period leaves with its data, then goes for good', async ({ app, host, accessible }) => {
  await openBook(app, host)
  await app.addInitScript(() => sessionStorage.setItem('encours.workingDay', '2041-01-05'))
  await app.goto(new URL('/safety?section=privacy', app.url()).href)
  const due = app.getByRole('region', { name: 'À effacer' })
  await expect(due.getByText('Prospect sans suite')).toHaveCount(2)
  await accessible()

  const { customers } = await call<{ customers: { id: string; name: string }[] }>(app, 'customers.list', {})
  const odile = customers.find(({ name }) => name === 'Odile Ferrand')?.id
  await app.goto(new URL(`/customers/${odile}`, app.url()).href)
  const saved = app.waitForEvent('download')
  await app.getByRole('button', { name: 'Plus', exact: true }).click()
  await app.getByRole('menuitem', { name: 'Exporter ses données (RGPD)' }).click()
  expect((await saved).suggestedFilename()).toBe('C1-2041-01-05.zip')

  await app.getByRole('button', { name: 'Plus', exact: true }).click()
  await app.getByRole('menuitem', { name: 'Anonymiser' }).click()
  const question = app.getByRole('dialog')
  await expect(question.getByText('Ce qui disparaît, pour de bon')).toBeVisible()
  await accessible()
  await expect(question.getByRole('button', { name: 'Effacer définitivement' })).toBeDisabled()
  await question.getByRole('textbox', { name: /^Saisissez/ }).fill('odile ferrand')
  await app.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(app.getByText('Effacé. Il n’en reste rien dans le fichier.')).toBeVisible()
  await expect(due.getByText('Prospect sans suite')).toHaveCount(1)
  await expect(app.getByRole('region', { name: 'Effacements faits' }).getByText('Client anonymisé')).toBeVisible()
  await expect(app.getByText('Odile Ferrand')).toHaveCount(0)
})
