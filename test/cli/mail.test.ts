import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settingsFor } from '../support/mail.ts'
import { startServer, type TestServer } from '../support/smtp.ts'
import { openFolder, type Reply } from './encours.ts'

const { encours, remove } = openFolder()
const book = 'demo.encours'
const day = '2026-10-31'
const today = ['--today', day, '--json']

let server: TestServer
let emails: Reply[]
let run: string
beforeAll(async () => {
  server = await startServer()
  await encours('create', book, '--demo')
  const issued = await encours('dunning', 'run', book, '--as-of', day, '--out', 'letters', '--confirm', ...today)
  run = String(issued.json().number)
  emails = issued.json().letters.filter(({ channel }: Reply) => channel === 'email')
})
afterAll(async () => {
  await server.stop()
  remove()
})

test('the letters that go by e-mail, as messages for a mail program', async () => {
  const { json, status } = await encours('dunning', 'drafts', book, '--run', run, '--out', 'mail', ...today)
  const { count, file, without } = json()
  expect([status, count + without.length]).toEqual([0, emails.length])
  expect(count).toBeGreaterThan(1)
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
})

test('without a server nothing is sent; with one each message is, once', async () => {
  const refused = await encours('dunning', 'send', book, '--run', run, ...today)
  expect([refused.status, refused.json().error.code]).toEqual([2, 'mail.no-settings'])
  const settings = JSON.stringify({ settings: settingsFor(server.port) })
  expect((await encours('call', 'mail.saveSettings', settings, '--book', book)).status).toBe(0)
  const sent = (await encours('dunning', 'send', book, '--run', run, ...today)).json()
  expect(sent).toMatchObject({ sent: server.received.length, failed: 0, uncertain: 0, left: 0 })
  expect(sent.sent).toBeGreaterThan(1)
  const again = (await encours('dunning', 'send', book, '--run', run, ...today)).json()
  expect(again).toMatchObject({ queued: 0, sent: 0 })
  expect(server.received).toHaveLength(sent.sent)
})
