import { readFile } from 'node:fs/promises'
import { startServer } from '../support/smtp.ts'
import { call, emptyOutbox, goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

const account = { user: 'compta', password: 'fougère 12' }

test('a server set by keyboard, a run put into the outbox, its messages sent once', async ({ app, accessible }) => {
  const server = await startServer({ account })
  try {
    await openDemo(app, '/mail/settings')
    await emptyOutbox(app)
    await expect(app.getByText('Sans serveur, rien ne part d’ici')).toBeVisible()
    await accessible()
    const type = async (label: string, text: string) => {
      await app.getByLabel(label, { exact: true }).focus()
      await app.keyboard.press('ControlOrMeta+a')
      await app.keyboard.type(text)
    }
    await type('Serveur', '127.0.0.1')
    await type('Port', String(server.port))
    const security = app.getByRole('combobox', { name: 'Chiffrement' })
    await security.press('Enter')
    await expect(app.getByRole('option', { name: 'Aucun' })).toBeVisible()
    // The list marks where it stands once it is drawn; a key before that would be lost.
    await expect(async () => {
      await app.keyboard.press('ArrowDown')
      await expect(app.locator('[data-combobox-selected]')).toHaveText('Aucun', { timeout: 200 })
    }).toPass()
    await app.keyboard.press('Enter')
    await expect(security).toHaveValue('Aucun')
    await type('Identifiant', account.user)
    await type('Mot de passe', 'faux')
    const attempt = app.getByRole('button', { name: 'Essayer la connexion' })
    await attempt.press('Enter')
    await expect(app.getByRole('alert')).toContainText('refuse l’identifiant compta')
    // A refused password is told to the server once.
    expect(server.logins).toHaveLength(1)
    await type('Mot de passe', account.password)
    await attempt.press('Enter')
    await expect(app.getByText(`127.0.0.1, port ${server.port}, répond.`)).toBeVisible()
    await app.keyboard.press('ControlOrMeta+s')
    await expect(app.getByText(/Le mot de passe est conservé dans le dossier/)).toBeVisible()
    await accessible()
    expect(server.received).toHaveLength(0)

    const { runs } = await call<{ runs: { id: string; toSend: number }[] }>(app, 'dunning.runs', {})
    await goTo(app, `/dunning/letters?run=${runs.find(({ toSend }) => toSend > 0)?.id}`)
    await app.getByRole('button', { name: 'Courriels…' }).press('Enter')
    const dialog = app.getByRole('dialog')
    await app.getByRole('checkbox', { name: /Joindre le relevé de compte/ }).press('Space')
    await dialog.getByRole('button', { name: 'Mettre dans la boîte d’envoi' }).press('Enter')
    await expect(dialog).toContainText('1 message mis dans la boîte d’envoi')
    await accessible()
    await dialog.getByRole('link', { name: 'Ouvrir la boîte d’envoi' }).press('Enter')

    const list = app.getByRole('grid', { name: 'Messages' })
    await expect(list).toContainText('en attente')
    await list.focus()
    await app.keyboard.press('Home')
    const panel = app.getByRole('complementary')
    const [file] = await Promise.all([
      app.waitForEvent('download'),
      panel.getByRole('button', { name: 'Enregistrer le message (.eml)' }).press('Enter'),
    ])
    expect(await readFile(await file.path(), 'latin1')).toContain('application/pdf')
    await accessible()

    await app.getByRole('button', { name: 'Envoyer 1 message' }).press('Enter')
    await expect(dialog).toContainText('ne peut pas être repris')
    await accessible()
    await app.keyboard.press('Enter')
    await expect(panel).toContainText('parti le 22/11/2026')
    await expect(app.getByText('Rien à régler dans la boîte d’envoi')).toBeVisible()
    expect(server.received).toHaveLength(1)
    await app.getByText('Partis', { exact: true }).click()
    await expect(list).toContainText('parti le 22/11/2026')
  } finally {
    await server.stop()
  }
})

test('what the server refuses stays in the outbox with its words; drafts name who has no letter by e-mail', async ({
  app,
}) => {
  const server = await startServer({ afterData: { code: 451, says: 'Greylisted, come back later' } })
  try {
    await openDemo(app, '/dunning/letters')
    await emptyOutbox(app)
    const { runs } = await call<{ runs: { id: string; toSend: number }[] }>(app, 'dunning.runs', {})
    const run = runs.find(({ toSend }) => toSend > 0)
    await app.getByRole('button', { name: 'Courriels…' }).click()
    await app.getByRole('checkbox', { name: /Joindre le relevé de compte/ }).press('Space')
    const [drafts] = await Promise.all([
      app.waitForEvent('download'),
      app.getByRole('button', { name: 'Brouillons (.eml)' }).click(),
    ])
    expect(drafts.suggestedFilename()).toMatch(/\.(zip|eml)$/)
    await expect(app.getByRole('dialog')).toContainText(/brouillons? enregistrés?/)

    await call(app, 'mail.saveSettings', { settings: { host: '127.0.0.1', port: server.port, security: 'none' } })
    await call(app, 'mail.queue', { runId: run?.id })
    await goTo(app, '/dunning/outbox')
    await app.getByRole('button', { name: 'Envoyer 1 message' }).click()
    await app.getByRole('dialog').getByRole('button', { name: 'Envoyer 1 message' }).click()
    await expect(app.getByText('1 refusé ou interrompu')).toBeVisible()
    await app.getByRole('grid', { name: 'Messages' }).locator('tbody tr').first().click()
    const panel = app.getByRole('complementary')
    await expect(panel).toContainText('Greylisted, come back later')
    await panel.getByRole('button', { name: 'Retirer de la boîte d’envoi' }).click()
    await app.getByRole('dialog').getByRole('button', { name: 'Retirer le message' }).click()
    await expect(app.getByText('Rien à régler dans la boîte d’envoi')).toBeVisible()
  } finally {
    await server.stop()
  }
})

test('a message without an answer leaves again only when the user says that it did not arrive', async ({
  app,
  accessible,
}) => {
  const server = await startServer({ afterData: 'drops' })
  try {
    await openDemo(app, '/dunning/outbox')
    await emptyOutbox(app)
    const { runs } = await call<{ runs: { id: string; toSend: number }[] }>(app, 'dunning.runs', {})
    await call(app, 'mail.saveSettings', { settings: { host: '127.0.0.1', port: server.port, security: 'none' } })
    await call(app, 'mail.queue', { runId: runs.find(({ toSend }) => toSend > 0)?.id })
    await goTo(app, '/dunning/outbox')
    const send = app.getByRole('button', { name: 'Envoyer 1 message' })
    await send.click()
    await app.getByRole('dialog').getByRole('button', { name: 'Envoyer 1 message' }).click()
    await expect(app.getByText('1 sans réponse du serveur')).toBeVisible()
    await expect(send).toHaveCount(0)
    await app.getByRole('grid', { name: 'Messages' }).locator('tbody tr').first().click()
    await accessible()
    await app.getByRole('button', { name: 'Il n’est pas arrivé' }).click()
    await expect(app.getByRole('complementary')).toContainText('en attente')
    await expect(send).toBeVisible()
  } finally {
    await server.stop()
  }
})
