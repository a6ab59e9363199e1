import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const watch = join(import.meta.dirname, 'network.watch.ts')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'encours-offline-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a process tried to reach, in all its threads. */
const watched = async (name: string, ...words: string[]) => {
  const file = join(folder, `${name}.log`)
  writeFileSync(file, '')
  const env = { ...process.env, ENCOURS_WATCHED: file, NODE_OPTIONS: `--require=${watch}` }
  const { stdout } = await run(process.execPath, words, { env })
  return { stdout, tried: readFileSync(file, 'utf8').split('\n').filter(Boolean) }
}

describe('nothing is sent anywhere without being asked', () => {
  test.each([
    [
      'a connection',
      "import('node:net').then(({ connect }) => connect(9, '127.0.0.1').on('error', () => {}))",
      'TCPCONNECTWRAP',
    ],
    ['a request', "fetch('http://127.0.0.1:65534/').catch(() => {})", 'TCPCONNECTWRAP'],
    [
      'a name looked up',
      "import('node:dns').then(({ lookup }) => lookup('encours.invalid', () => {}))",
      'GETADDRINFOREQWRAP',
    ],
    [
      'a name asked of a server',
      "import('node:dns').then(({ Resolver }) => new Resolver({ timeout: 50, tries: 1 }).resolve4('encours.invalid', () => process.exit()))",
      'QUERYWRAP',
    ],
    ['a datagram', "import('node:dgram').then(({ createSocket }) => createSocket('udp4').close())", 'UDPWRAP'],
    [
      'one of another thread',
      `new (require('node:worker_threads').Worker)("require('node:net').connect(9, '127.0.0.1').on('error', () => {})", { eval: true })`,
      'TCPCONNECTWRAP',
    ],
  ])('the watch sees %s', async (name, code, type) => {
    expect((await watched(name.replaceAll(' ', '-'), '-e', code)).tried).toContain(type)
  })

  test('a morning with the demo company opens no connection and looks up no name', async () => {
    const { stdout, tried } = await watched('morning', join(import.meta.dirname, 'morning.ts'), folder)
    expect(Number(stdout)).toBeGreaterThan(50)
    expect(tried).toEqual([])
  })
})
