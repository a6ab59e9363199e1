import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { call, goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

type Customers = { customers: { customerId: string; name: string }[] }

// The file as a customer has it: saved, then opened from the disk, on a phone and on a desk.
test('the space of a customer is published, and opens with its passphrase alone', async ({
  app,
  accessible,
  browser,
  host,
}) => {
  await openDemo(app, '/receivables/spaces')
  const { customers } = await call<Customers>(app, 'spaces.choose', { show: 'overdue', limit: 1 })
  const [customer] = customers
  if (!customer) throw new Error('nobody owes anything in the demo book')
  await goTo(app, `/customers/${customer.customerId}?tab=space`)
  await app.getByRole('button', { name: 'Établir l’espace client' }).press('Enter')
  const dialog = app.getByRole('dialog')
  await expect(dialog).toContainText(customer.name)
  await accessible()
  const [saved] = await Promise.all([
    app.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Établir', exact: true }).press('Enter'),
  ])
  const file = `${host.folder}/${saved.suggestedFilename()}`
  await saved.saveAs(file)
  const passphrase = (await dialog.locator('output').textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Je l’ai notée' }).press('Enter')
  await expect(app.getByRole('region', { name: 'Historique' })).toContainText('Espace client établi')

  for (const width of [390, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 844 }, offline: true })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', ({ message }) => complaints.push(message))
    await page.goto(pathToFileURL(file).href)
    if (width === 390) {
      await page.getByLabel('Phrase secrète').fill('sept mots qui ne sont pas les bons')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert')).toContainText('n’ouvre pas ce fichier')
    }
    await page.getByLabel('Phrase secrète').fill(passphrase)
    await expect(page.getByRole('button', { name: 'Ouvrir' })).toBeEnabled()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(customer.name)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  }
})
