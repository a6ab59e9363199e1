import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProgram, type Program } from '../core/core.ts'
import { NONCE_PLACE } from '../page/files.ts'
import { CALLS, PRESENCE, type Served, serve } from './server.ts'

let folder: string
let program: Program
let served: Served
let origin: string
let cookie: string
/** The answer to the printed address, which lets in once. */
let first: Reply

const UPLOAD_LIMIT = 10_000

type Reply = { status: number; headers: IncomingHttpHeaders; body: string }
type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer[] }

/** A request as bare as can be: `fetch` would not let a test lie about Host or the path. */
const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request(origin, { method, path, headers, agent: false }, async (response) => {
      let text = ''
      for await (const part of response) text += part
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
    })
    sent.on('error', reject)
    for (const part of [body ?? []].flat()) sent.write(part)
    sent.end()
  })

const get = (path: string, headers: Record<string, string> = {}) => ask(path, { headers: { cookie, ...headers } })

const call = (path: string, headers: Record<string, string> = {}, body: Asked['body'] = '{"json":{}}') =>
  ask(`${CALLS}/${path}`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json', ...headers },
    body,
  })

const serveAlone = (more: Partial<Parameters<typeof serve>[0]>) =>
  serve({ program, user: 'marie', staticDir: join(folder, 'page'), ...more })

const enter = async (address: string): Promise<Reply> => ask(address.slice(origin.length))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encours-web-'))
  const staticDir = join(folder, 'page')
  await mkdir(join(staticDir, 'assets'), { recursive: true })
  await writeFile(join(staticDir, 'index.html'), `<meta property="csp-nonce" nonce="${NONCE_PLACE}">the window`)
  await writeFile(join(staticDir, 'assets', 'app-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'secret.js'), 'not for the page')
  program = createProgram({
    program: 'test',
    resources: 'resources',
    dataFolder: folder,
    version: '0.0.0',
    userName: 'marie',
    hostName: 'here',
  })
  served = await serve({ program, user: 'marie', staticDir, uploadLimit: UPLOAD_LIMIT })
  origin = new URL(served.address).origin
  first = await enter(served.address)
  cookie = (first.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
})

afterAll(async () => {
  await served.close()
  await program.close()
  await rm(folder, { recursive: true, force: true })
})

describe('who is let in', () => {
  test('the server listens on the loopback address only', async () => {
    expect(new URL(served.address).hostname).toBe('127.0.0.1')
    const outer = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
    for (const { address } of [{ address: '127.0.0.2' }, ...outer]) {
      await expect(fetch(`http://${address}:${new URL(origin).port}/`)).rejects.toThrow()
    }
  })

  test('the printed address gives a cookie that scripts cannot read and strangers cannot send', () => {
    expect(first.status).toBe(303)
    expect(first.headers.location).toBe('/')
    expect(first.headers['set-cookie']?.[0]).toMatch(/^encours_\d+=\S{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  })

  test('the printed address works once; the next one is told when it has, and is another', async () => {
    const told: string[] = []
    const once = await serveAlone({ onNewAddress: (address) => told.push(address) })
    expect((await fetch(once.address, { redirect: 'manual' })).status).toBe(303)
    const again = await fetch(once.address, { redirect: 'manual' })
    expect([again.status, again.headers.get('set-cookie')]).toEqual([403, null])
    expect(told).toHaveLength(1)
    expect((await fetch(told[0] ?? '', { redirect: 'manual' })).status).toBe(303)
    expect(told).toHaveLength(2)
    await once.close()
  })

  test('a browser that is in already is led to its window by a used address, and uses none up', async () => {
    const ticket = served.addressForBrowser()
    for (const address of [served.address, ticket]) {
      const reply = await get(address.slice(origin.length))
      expect([reply.status, reply.headers['set-cookie']]).toEqual([303, undefined])
    }
    expect((await enter(ticket)).status).toBe(303)
  })

  test('each browser has a cookie of its own, and one’s is nothing at another port', async () => {
    const other = await serveAlone({})
    const cookies = await Promise.all(
      [served.addressForBrowser(), served.addressForBrowser(), other.address].map(async (address) => {
        const reply = await fetch(address, { redirect: 'manual' })
        return (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
      }),
    )
    expect(new Set(cookies).size).toBe(3)
    expect((await get('/', { cookie: cookies[0] ?? '' })).status).toBe(200)
    expect((await get('/', { cookie: cookies[2] ?? '' })).status).toBe(401)
    await other.close()
  })

  test('the port is a free one each time, unless it is asked for', async () => {
    const others = [await serveAlone({}), await serveAlone({})]
    const ports = [served, ...others].map(({ address }) => Number(new URL(address).port))
    expect(new Set(ports).size).toBe(3)
    for (const port of ports) expect(port).toBeGreaterThan(1023)
    for (const other of others) await other.close()
  })

  test('the address put on a browser’s command line works once', async () => {
    const address = served.addressForBrowser()
    expect((await enter(address)).status).toBe(303)
    const again = await enter(address)
    expect(again.status).toBe(403)
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  test.each(['', '?token=', '?token=guess'])('a wrong token is refused (%s)', async (query) => {
    expect((await ask(`/session${query}`)).status).toBe(403)
  })

  test('without the cookie neither page nor file nor call is answered', async () => {
    for (const path of ['/', '/assets/app-1a2b.js', '/customers']) expect((await ask(path)).status).toBe(401)
    const reply = await ask(`${CALLS}/book/current`, { method: 'POST', headers: { origin }, body: '{}' })
    expect(reply.status).toBe(401)
    expect(reply.body).toContain('Open the address')
  })

  test('a made-up cookie is refused', async () => {
    const name = cookie.split('=')[0]
    expect((await get('/', { cookie: `${name}=${'x'.repeat(43)}` })).status).toBe(401)
  })

  test('another host name that leads here is refused, with the right cookie too', async () => {
    for (const host of ['evil.example', `evil.example:${new URL(origin).port}`, 'localhost']) {
      expect((await get('/', { host })).status).toBe(421)
    }
  })
})

describe('calls', () => {
  test('a call from the page is answered and never cached', async () => {
    const reply = await call('book/current')
    expect(reply.status).toBe(200)
    expect(JSON.parse(reply.body)).toEqual({ json: { book: null } })
    expect(reply.headers['cache-control']).toBe('no-store')
  })

  test('a page of another origin is refused', async () => {
    for (const stranger of ['http://evil.example', 'null', origin.replace('127.0.0.1', 'localhost')]) {
      expect((await call('book/current', { origin: stranger })).status).toBe(403)
    }
  })

  test('a call that does not say where it comes from is refused', async () => {
    const reply = await ask(`${CALLS}/book/current`, { method: 'POST', headers: { cookie }, body: '{"json":{}}' })
    expect(reply.status).toBe(403)
  })

  test('a call cannot be made by a link', async () => {
    expect((await get(`${CALLS}/book/current?data=%7B%7D`)).status).toBe(405)
  })

  test('a call that is not in the contract is not found', async () => {
    expect((await call('book/burn')).status).toBe(404)
  })

  test('a file over the limit is refused before it is read, in the shape of a call’s error', async () => {
    const reply = await call(
      'book/current',
      { 'content-length': String(UPLOAD_LIMIT + 1) },
      'x'.repeat(UPLOAD_LIMIT + 1),
    )
    expect(reply.status).toBe(413)
    expect(JSON.parse(reply.body).json).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', data: { limit: UPLOAD_LIMIT } })
  })

  test('a file that hides its size is refused when it passes the limit, and the server goes on', async () => {
    const parts = Array.from({ length: 20 }, () => Buffer.alloc(1000, 'x'))
    const reply = await call('book/current', { 'transfer-encoding': 'chunked' }, parts)
    expect(reply.status).toBe(413)
    expect((await call('book/current')).status).toBe(200)
  })
})

describe('a program that ends with its last window', () => {
  const window = (address: string, key: string) =>
    new Promise<() => void>((shown, fail) => {
      const sent = request(`${new URL(address).origin}${PRESENCE}`, { agent: false, headers: { cookie: key } }, () =>
        shown(() => sent.destroy()),
      )
      sent.on('error', fail)
      sent.end()
    })
  const served = async (grace: number) => {
    let left = 0
    const host = await serveAlone({ closing: { grace, onLeft: () => left++ } })
    const reply = await fetch(host.address, { redirect: 'manual' })
    const key = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    return { host, open: () => window(host.address, key), left: () => left }
  }
  const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

  test('is told once the last one has gone, not while another is open and not before a first came', async () => {
    const { host, open, left } = await served(20)
    await wait(60)
    expect(left()).toBe(0)
    const [first, second] = [await open(), await open()]
    first()
    await wait(60)
    expect(left()).toBe(0)
    second()
    await expect.poll(left).toBe(1)
    await host.close()
  })

  test('a reload is no leaving', async () => {
    const { host, open, left } = await served(200)
    const before = await open()
    before()
    await wait(50)
    const after = await open()
    await wait(300)
    expect(left()).toBe(0)
    after()
    await expect.poll(left).toBe(1)
    await host.close()
  })

  test('who stops it is not told again, and does not wait for windows', async () => {
    const { host, open, left } = await served(0)
    await open()
    const begun = Date.now()
    await host.close()
    await wait(30)
    expect([left(), Date.now() - begun < 1500]).toEqual([0, true])
  })

  test('a stranger cannot keep it open, and one that stays holds no connection', async () => {
    const { host } = await served(20)
    expect((await fetch(new URL(PRESENCE, host.address))).status).toBe(401)
    await host.close()
    expect((await get(PRESENCE)).status).toBe(204)
  })
})

describe('the page', () => {
  test('comes under a strict policy, with a nonce of its own each time', async () => {
    const [first, second] = [await get('/'), await get('/')]
    const policy = String(first.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(first.headers['cache-control']).toBe('no-store')
    const nonce = /nonce-([^']+)/.exec(policy)?.[1]
    expect(first.body).toContain(`nonce="${nonce}"`)
    expect(second.body).not.toBe(first.body)
  })

  test('answers the application’s own routes, so that a reload works', async () => {
    for (const path of ['/customers', '/customers/C-0042/items?late=true', '/customers/C.42']) {
      expect((await get(path)).body).toContain('the window')
    }
  })

  test('its built files are kept by the browser', async () => {
    const reply = await get('/assets/app-1a2b.js')
    expect(reply.headers['content-type']).toContain('text/javascript')
    expect(reply.headers['cache-control']).toContain('immutable')
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  })

  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/..%5csecret.js',
    '/assets/app-1a2b.js%00.html',
    '/%',
    '//secret.js/../../secret.js',
  ])('nothing outside its folder is served: %s', async (path) => {
    const reply = await get(path)
    expect(reply.status).toBe(400)
    expect(reply.body).not.toContain('not for the page')
  })

  test('a missing file is missing, not the page', async () => {
    expect((await get('/assets/gone.js')).status).toBe(404)
  })

  test('only reading is allowed', async () => {
    expect((await ask('/', { method: 'PUT', headers: { cookie, origin } })).status).toBe(405)
  })
})

test('each browser signs in for itself', async () => {
  const other = ((await enter(served.addressForBrowser())).headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
  const code = async (path: string, body: object, headers = {}) =>
    JSON.parse((await call(path, headers, JSON.stringify({ json: body }))).body).json?.code ?? 'answered'
  expect(await code('book/create', { company: { name: 'Alpha' } })).toBe('answered')
  expect(await code('people/turnOn', { name: 'Marie', password: 'un mot de passe' })).toBe('answered')
  expect(await code('customers/list', {})).toBe('answered')
  expect(await code('customers/list', {}, { cookie: other })).toBe('people.sign-in-needed')
  const marie = { name: 'Marie', password: 'un mot de passe' }
  expect(await code('people/signIn', marie, { cookie: other })).toBe('answered')
  expect(await code('people/lock', {})).toBe('answered')
  expect(await code('customers/list', {})).toBe('people.locked')
  expect(await code('customers/list', {}, { cookie: other })).toBe('answered')
  expect(await code('book/close', {})).toBe('answered')
})

test('a port that is taken is told apart', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await expect(serve({ program, user: 'marie', staticDir: folder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  other.close()
})

test('closing ends the connections and frees the port', async () => {
  const second = await serve({ program, user: 'marie', staticDir: folder })
  await second.close()
  await expect(fetch(second.address)).rejects.toThrow()
})
