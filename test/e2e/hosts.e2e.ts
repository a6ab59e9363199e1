import { once } from 'node:events'
import { join } from 'node:path'
import { call, goTo, openDemo } from './demo.ts'
import { expect, startHost, test } from './fixtures.ts'

const SCREENS = ['/customers', '/receivables', '/dunning', '/bank', '/safety']

test('a walk through the screens asks nobody but the program itself', async ({ app }) => {
  const asked = new Set<string>()
  app.context().on('request', (request) => asked.add(request.url()))
  app.on('websocket', (socket) => asked.add(socket.url()))
  await openDemo(app, '/today')
  for (const path of SCREENS) {
    await goTo(app, path)
    await expect(app.getByRole('heading', { level: 1 })).toBeVisible()
  }
  const own = new URL(app.url()).origin
  expect(asked.size).toBeGreaterThan(20)
  expect([...asked].filter((address) => !/^(data|blob):/.test(address) && new URL(address).origin !== own)).toEqual([])
})

test('what would be asked of another host is stopped before it leaves', async ({ host, page }) => {
  await page.goto(host.address)
  const asked: string[] = []
  page.on('requestfinished', (request) => asked.push(new URL(request.url()).hostname))
  const refused = await page.evaluate(async () => {
    const told = new Promise((done) =>
      document.addEventListener('securitypolicyviolation', (event) => done(event.blockedURI)),
    )
    await fetch('https://example.org/').catch(() => {})
    return told
  })
  expect(refused).toMatch(/^https:\/\/example\.org/)
  expect(asked).not.toContain('example.org')
})

test('the licences of what is inside are found in the preferences', async ({ app, host, accessible }) => {
  await call(app, 'book.create', { path: join(host.folder, 'alpha.encours'), company: { name: 'Maison Alpha' } })
  await goTo(app, '/preferences')
  await app.getByRole('link', { name: /licences/ }).press('Enter')
  await app.getByRole('searchbox', { name: 'Chercher un composant ou une licence' }).fill('OFL')
  await app.getByRole('link', { name: /Source Sans 3/ }).press('Enter')
  await expect(app.getByText('SIL OPEN FONT LICENSE').first()).toBeVisible()
  for (const link of await app.getByRole('list').getByRole('link').all())
    expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual([
      '_blank',
      'noopener noreferrer',
    ])
  await accessible()
})

test('the host ends after its last window, not with a reload', async ({ app, host }) => {
  const { process, address } = await startHost(host.folder, '--close-after', '1')
  const page = await app.context().newPage()
  await page.goto(address)
  await expect(page.locator('#root')).not.toBeEmpty()
  await page.reload()
  await page.waitForTimeout(1500)
  expect(process.exitCode).toBeNull()
  const ended = once(process, 'exit')
  await page.close()
  expect(await ended).toEqual([0, null])
})
