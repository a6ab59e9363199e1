import type { Page } from '@playwright/test'
import { createBook } from './book.ts'
import { expect, test } from './fixtures.ts'

const PASSWORD = 'le mot de passe de Marie'

/** Gives the book people, and a reader with the password that is shown once. */
const turnOn = async (app: Page): Promise<string> => {
  await app.getByRole('link', { name: 'Sécurité', exact: true }).click()
  await app.getByLabel('Votre nom').fill('Marie Dupont')
  await app.getByLabel('Votre mot de passe').fill(PASSWORD)
  await app.getByLabel('Le même, encore une fois').fill(PASSWORD)
  await app.getByLabel('Le même, encore une fois').press('Enter')
  await expect(app.getByRole('table', { name: 'Personnes' })).toContainText('Marie Dupont (vous)')
  await app.keyboard.press('Escape')
  await app.getByRole('button', { name: 'Ajouter une personne' }).press('Enter')
  const dialog = app.getByRole('dialog', { name: 'Ajouter une personne' })
  await dialog.getByLabel('Nom').fill('Paul Martin')
  await dialog.getByRole('radio', { name: 'Lecteur' }).click()
  await dialog.getByLabel('Nom').press('Enter')
  const told = app.getByRole('dialog', { name: 'Mot de passe de Paul Martin' })
  const password = (await told.locator('code').textContent()) ?? ''
  await told.getByRole('button', { name: 'C’est noté' }).press('Enter')
  return password
}

const account = (app: Page, name: string) => app.getByRole('button', { name: new RegExp(`^${name}, `) })

test('a book gets people; each sees and does what their role allows', async ({ app, accessible }) => {
  await createBook(app)
  const given = await turnOn(app)
  await expect(app.getByRole('table', { name: 'Personnes' })).toContainText('Paul Martin')
  await accessible()

  await account(app, 'Marie Dupont').press('Enter')
  await app.getByRole('menuitem', { name: 'Fermer ma session' }).click()
  await expect(app.getByRole('heading', { name: 'Maison Alpha' })).toBeVisible()
  await accessible()
  await app.getByLabel('Nom').fill('Paul Martin')
  await app.getByLabel('Mot de passe', { exact: true }).fill('au hasard')
  await app.getByLabel('Mot de passe', { exact: true }).press('Enter')
  await expect(app.getByRole('alert').filter({ hasText: 'Nom ou mot de passe incorrect.' })).toBeVisible()
  await app.getByLabel('Mot de passe', { exact: true }).fill(given)
  await app.getByLabel('Mot de passe', { exact: true }).press('Enter')
  await app.getByLabel('Nouveau mot de passe').fill('celui que Paul choisit')
  await app.getByLabel('Le même, encore une fois').fill('celui que Paul choisit')
  await app.getByLabel('Le même, encore une fois').press('Enter')

  await expect(account(app, 'Paul Martin')).toBeVisible()
  await expect(app.getByText('rôle Lecteur')).toBeVisible()
  for (const hidden of ['Importer', 'Réglages', 'Messagerie'])
    await expect(app.getByRole('link', { name: hidden, exact: true })).toHaveCount(0)
  await app.getByRole('link', { name: 'Clients', exact: true }).click()
  await expect(app.getByRole('button', { name: 'Nouveau client' }).first()).toBeDisabled()
  // An address typed by hand is told in words.
  await app.evaluate(() => history.pushState({}, '', '/safety?section=people'))
  await app.reload()
  await expect(app.getByRole('heading', { name: 'Votre rôle ne comprend pas cette page' })).toBeVisible()
})

test('a window that is locked hides everything and keeps what was being typed', async ({ app, accessible }) => {
  await createBook(app)
  await turnOn(app)
  const lock = app.getByRole('dialog', { name: 'Verrouillé par Marie Dupont' })
  const asked: string[] = []
  app.on('request', (request) => asked.push(request.url()))
  await app.keyboard.press('Control+Alt+KeyL')
  await expect(lock.getByLabel('Mot de passe')).toBeFocused()
  await app.waitForTimeout(500)
  // What is refused behind the lock is not asked over and over.
  expect(asked.length).toBeLessThan(10)
  await lock.getByLabel('Mot de passe').fill(PASSWORD)
  await app.keyboard.press('Enter')
  await expect(lock).toHaveCount(0)

  await app.getByRole('link', { name: 'Clients', exact: true }).click()
  await app.getByRole('button', { name: 'Nouveau client' }).first().click()
  await app.getByLabel('Raison sociale').fill('À moitié saisi')
  await app.keyboard.press('Control+Alt+KeyL')
  await expect(lock.getByLabel('Mot de passe')).toBeFocused()
  await expect(app.getByLabel('Raison sociale')).toBeHidden()
  await accessible()

  // Neither a reload nor a call of one's own opens it.
  const answer = await app.evaluate(async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"json":{}}' }
    return (await fetch('/rpc/customers/list', init)).json()
  })
  expect(answer.json.code).toBe('people.locked')
  await lock.getByLabel('Mot de passe').fill(PASSWORD)
  await app.keyboard.press('Enter')
  await expect(lock).toHaveCount(0)
  await expect(app.getByLabel('Raison sociale')).toHaveValue('À moitié saisi')
})
