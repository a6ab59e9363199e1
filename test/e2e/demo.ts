import { rmSync } from 'node:fs'
import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'

/** Three weeks after the demo company's last entry: letters of every level are due. */
export const WORKING_DAY = '2026-11-22'

/** Makes a call of the program as the page makes it, on the day of these tests whatever the machine's. */
export const call = <Out>(app: Page, name: string, input: unknown): Promise<Out> =>
  app.evaluate(
    async ([path, json, day]) => {
      const answer = await fetch(`/rpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-encours-today': day },
        body: JSON.stringify({ json }),
      })
      // A job tells its steps; once they are read it is done.
      if (answer.headers.get('content-type')?.includes('event-stream')) return void (await answer.text())
      return (await answer.json()).json
    },
    [name.replace('.', '/'), input, WORKING_DAY] as const,
  )

/** Goes to a screen, on the day of these tests. */
export const goTo = async (app: Page, path: string): Promise<void> => {
  await app.addInitScript((day) => sessionStorage.setItem('encours.workingDay', day), WORKING_DAY)
  await app.goto(new URL(path, app.url()).href)
}

/** The demo company is the open book, and the screen is shown. */
export const openDemo = async (app: Page, path: string): Promise<void> => {
  made ??= makeDemo(app)
  const demo = await made.catch((error) => {
    made = null
    throw error
  })
  const { folder } = await call<{ folder: string }>(app, 'book.recent', {})
  const copy = join(folder, basename(demo))
  await copyFile(demo, copy)
  await call(app, 'book.open', { path: copy })
  await goTo(app, path)
}

// Made once by each process of the tests, which then work on copies: making it takes longer than most of them.
let made: Promise<string> | null = null
const makeDemo = async (app: Page): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'encours-demo-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'emballages-rivelaine.encours')
  await call(app, 'book.createDemo', { language: 'fr', path })
  await call(app, 'book.close', {})
  await call(app, 'book.forget', { path })
  return path
}

/** Takes the demo's own messages out of the outbox; their letters went by other means. */
export const emptyOutbox = async (app: Page): Promise<void> => {
  const { messages } = await call<{ messages: { id: string; letterId: string }[] }>(app, 'mail.outbox', {})
  for (const { id } of messages) await call(app, 'mail.cancel', { id })
  const { runs } = await call<{ runs: { id: string }[] }>(app, 'dunning.runs', {})
  const letterIds = messages.map(({ letterId }) => letterId)
  await call(app, 'dunning.markSent', { runId: runs[0]?.id, letterIds })
}

/** `1 234,56 €`, `−65,06` or a dash, in cents. */
export const cents = (text: string): number => {
  const digits = text.replace(/\D/g, '')
  return digits === '' ? 0 : Number(digits) * (text.includes('−') ? -1 : 1)
}
