import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')

const NO_BACKUPS = { settings: { on: false, folder: null, keep: { daily: 7, weekly: 4, monthly: 12 } }, books: {} }

export type Suite = {
  /** Why the suite cannot run here; every test is then skipped with this reason. */
  noChromium: string | undefined
}

export type Host = {
  /** With the token that lets in whoever opens it. */
  address: string
  /** The host's data folder, empty at first and removed afterwards: the place for a test's books. */
  folder: string
}

type Fixtures = {
  skipWithoutChromium: undefined
  /** The built web host, on a data folder of its own. */
  host: Host
  /** The application's page, open, with everything it complained about so far. */
  app: Page
  /** Asserts that no serious or critical accessibility finding is on the page as it stands. */
  accessible: () => Promise<void>
}

export const test = base.extend<Fixtures & Suite>({
  noChromium: [undefined, { option: true }],

  skipWithoutChromium: [
    async ({ noChromium }, use, testInfo) => {
      testInfo.skip(noChromium !== undefined, noChromium ?? '')
      await use(undefined)
    },
    { auto: true },
  ],

  host: async ({ skipWithoutChromium: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'encours-e2e-'))
    // Each host would back up its book as it ends; one test is about that.
    await writeFile(join(folder, 'backups.json'), JSON.stringify(NO_BACKUPS))
    const { process: program, address } = await startHost(folder)
    await use({ address, folder })
    await stop(program)
    await rm(folder, { recursive: true, force: true })
  },

  app: async ({ page, host }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      // A refusal is an answer, which the page says in its own words; the browser reports it all the same.
      if (message.type() === 'error' && !message.text().includes('status of 422')) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
    // Not until it is loaded: most tests go to a screen of their own from here.
    await page.goto(host.address, { waitUntil: 'commit' })
    await use(page)
    // A blocked style or script, a failed request or an exception shows here even when the screen looks right.
    expect(complaints).toEqual([])
  },

  accessible: async ({ app }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page: app }).analyze()
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
    })
  },
})

/** Starts the built web host; `npm test` has built it. */
export const startHost = async (
  folder: string,
  ...options: string[]
): Promise<{ process: ChildProcess; address: string }> => {
  const host = spawn(process.execPath, [join(root, 'out/main/web.js'), ...options], {
    env: { ...process.env, ENCOURS_DATA_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  host.stderr.on('data', (part) => {
    words += part
  })
  const address = new Promise<string>((found) => {
    createInterface({ input: host.stdout }).on('line', (line) => {
      const match = /http:\S+/.exec(line)
      if (match) found(match[0])
    })
  })
  const ended = once(host, 'exit').then(([status]): string => {
    throw new Error(`The web host ended with status ${status}: ${words}`)
  })
  // Stopping it afterwards is no failure.
  ended.catch(() => {})
  return { process: host, address: await Promise.race([address, ended]) }
}

const stop = async (host: ChildProcess): Promise<void> => {
  if (host.exitCode !== null) return
  host.kill('SIGTERM')
  await once(host, 'exit')
}
