import { expect, startHost, test } from './fixtures.ts'

test('the printed address opens the application', async ({ app }) => {
  await expect(app).toHaveTitle(/Encours/)
  await expect(app.locator('#root')).not.toBeEmpty()
  expect(new URL(app.url()).search).toBe('')
})

test('the first screen has no serious accessibility finding', async ({ app, accessible }) => {
  await expect(app.locator('#root')).not.toBeEmpty()
  await accessible()
})

test('the page runs no script but its own files', async ({ host, page }) => {
  await page.goto(host.address)
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.head.append(script)
    return 'ran' in window
  })
  expect(ran).toBe(false)
})

test('a stranger without the address sees nothing of the application', async ({ host, page }) => {
  const reply = await page.goto(new URL(host.address).origin)
  expect(reply?.status()).toBe(401)
})

test('the interrupt stops the host with status 0', async ({ host }) => {
  const { process } = await startHost(host.folder)
  const ended = new Promise((done) => process.on('exit', done))
  process.kill('SIGINT')
  expect(await ended).toBe(0)
})
