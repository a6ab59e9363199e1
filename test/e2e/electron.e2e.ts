import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, expect } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')
const whyNot = (): string | undefined => {
  if (!existsSync(join(root, 'node_modules/electron/path.txt'))) return 'Electron’s program is not installed'
  if (process.platform !== 'linux') return undefined
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'this machine has no display'
  return process.getuid?.() === 0 ? 'Electron’s sandbox does not start for the account root' : undefined
}

const reason = whyNot()

const test = base.extend<{ desktop: Awaited<ReturnType<typeof _electron.launch>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  desktop: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'encours-electron-'))
    const desktop = await _electron.launch({
      args: [root],
      env: { ...(process.env as Record<string, string>), ENCOURS_DATA_FOLDER: folder },
    })
    await use(desktop)
    await desktop.close()
    await rm(folder, { recursive: true, force: true })
  },
})

test.skip(reason !== undefined, reason ?? '')

test('the window shows the application, over the bridge', async ({ desktop }) => {
  const page = await desktop.firstWindow()
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(new URL(page.url()).origin).toBe('app://encours')
  expect(await page.evaluate(() => 'encours' in window && Object.keys(window.encours as object))).toEqual([
    'host',
    'choose',
  ])
})

test('the page has no Node, cannot leave and cannot open windows', async ({ desktop }) => {
  const page = await desktop.firstWindow()
  expect(
    await page.evaluate(() => ['require', 'process', 'Buffer', 'module'].filter((name) => name in window)),
  ).toEqual([])
  await page.evaluate(() => {
    location.href = 'https://example.invalid/'
  })
  expect(await page.evaluate(() => window.open('https://example.invalid/'))).toBeNull()
  expect(new URL(page.url()).origin).toBe('app://encours')
  expect(desktop.windows()).toHaveLength(1)
})

test('the page gets no permission and runs no script but its own files', async ({ desktop }) => {
  const page = await desktop.firstWindow()
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.head.append(script)
    return 'ran' in window
  })
  expect(ran).toBe(false)
})
