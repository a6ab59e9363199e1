import { once } from 'node:events'
import { join } from 'node:path'
import { call, goTo, openDemo } from './demo.ts'
import { expect, startHost, test } from './fixtures.ts'

test('Ctrl+K finds customers, documents, screens and actions', async ({ app, accessible }) => {
  await openDemo(app, '/customers')
  await app.getByText('60 clients').waitFor()
  const palette = app.getByRole('dialog')
  await app.keyboard.press('Control+k')
  await expect(palette).toBeVisible()
  await accessible()
  await app.keyboard.type('pierref')
  await expect(palette).toContainText('Domaine de Pierrefontaine')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Domaine de Pierrefontaine')

  await app.keyboard.press('Control+k')
  await app.getByPlaceholder('Client, numéro de pièce, écran ou action').fill('FA2026-0436')
  await expect(palette).toContainText('Atelier Céramique Lune Bleue')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/\/receivables\?.*FA2026-0436/)

  await app.keyboard.press('Control+k')
  await app.getByPlaceholder('Client, numéro de pièce, écran ou action').fill('preference')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/\/preferences/)
})

test('the keys of a screen are listed under ?', async ({ app, accessible }) => {
  await openDemo(app, '/customers')
  await app.getByText('60 clients').waitFor()
  await app.keyboard.press('?')
  await expect(app.getByRole('dialog')).toContainText('Nouveau client')
  await accessible()
  await app.keyboard.press('Escape')
  await expect(app.getByRole('dialog')).toBeHidden()
})

test('language and colours are chosen, and kept', async ({ app, accessible }) => {
  await openDemo(app, '/preferences')
  await accessible()
  await app.getByText('English', { exact: true }).click()
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Preferences')
  await app.getByText('Dark', { exact: true }).click()
  await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await accessible()
  await goTo(app, '/customers')
  await expect(app.getByText('60 customers')).toBeVisible()
  await expect(app.locator('html')).toHaveAttribute('lang', 'en')
  await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await accessible()
})

test('another working day shows the book as it stood that day', async ({ app, accessible }) => {
  await openDemo(app, '/customers?search=Cafés')
  const late = app.getByRole('grid').locator('tbody td').last()
  await expect(late).toHaveText(/16\sj/)
  await app.getByRole('button', { name: 'Jour de travail 22/11/2026' }).press('Enter')
  await app.getByRole('button', { name: '26 novembre 2026' }).click()
  await expect(app.getByRole('button', { name: 'Jour de travail 26/11/2026' })).toBeVisible()
  await expect(late).toHaveText(/20\sj/)
  await accessible()
})

test('a book held by another program says so, and offers nothing that would write', async ({ app, host }) => {
  const path = join(host.folder, 'alpha.encours')
  await call(app, 'book.create', { path, company: { name: 'Maison Alpha' } })
  const second = await startHost(host.folder)
  try {
    const page = await app.context().newPage()
    await page.goto(second.address)
    await page.getByRole('button', { name: /^Maison Alpha/ }).press('Enter')
    await expect(page.getByRole('contentinfo')).toContainText('lecture seule : tenu par')
    await expect(page.getByRole('button', { name: 'Nouveau client' })).toBeDisabled()
    await page.close()
  } finally {
    second.process.kill('SIGTERM')
    await once(second.process, 'exit')
  }
})

test('an address that is no screen leads back', async ({ app }) => {
  await openDemo(app, '/nowhere')
  await app.getByRole('link', { name: 'Revenir aux clients' }).press('Enter')
  await expect(app.getByText('60 clients')).toBeVisible()
})
