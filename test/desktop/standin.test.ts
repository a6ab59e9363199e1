import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire, registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { runInNewContext } from 'node:vm'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { contract } from '../../src/main/core/contract.ts'
import type * as StandIn from './electron.ts'

const out = resolve(import.meta.dirname, '../../out')
const built = existsSync(join(out, 'main/index.js'))

/** Loads as Node does: vitest's own import would rebuild the file that is to be tried as it was built. */
const load = createRequire(import.meta.url)

describe.skipIf(!built)(
  `the built desktop host, with a stand-in for Electron${built ? '' : ' (skipped: npm run build first)'}`,
  () => {
    let electron: typeof StandIn
    let window: StandIn.BrowserWindow
    let dataFolder: string
    const own = { origin: 'app://encours' }

    beforeAll(async () => {
      dataFolder = await mkdtemp(join(tmpdir(), 'encours-desktop-'))
      process.env.ENCOURS_DATA_FOLDER = dataFolder
      const standIn = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href
      registerHooks({
        resolve: (name, context, next) =>
          name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context),
      })
      electron = load(join(import.meta.dirname, 'electron.ts')) as typeof StandIn
      load(join(out, 'main/index.js'))
      await electron.app.whenReady()
      window = electron.recorded.windows[0] as StandIn.BrowserWindow
      own.origin = window.webContents.mainFrame.origin
    })

    afterAll(() => rm(dataFolder, { recursive: true, force: true }))

    /** The built preload, run as a sandboxed one is: with Electron's few modules and the page's window, and nothing else. */
    const page = async (frame: StandIn.Frame | null) => {
      const listeners: ((event: { source: unknown; data: unknown; ports: MessagePort[] }) => void)[] = []
      const pageWindow = {
        addEventListener: (_: string, listener: (typeof listeners)[number]) => listeners.push(listener),
      }
      const exposed: Record<string, { host: string; choose: (what: unknown) => void }> = {}
      const required: string[] = []
      const require = (name: string) => {
        required.push(name)
        return electron.preloadElectron(frame, exposed)
      }
      runInNewContext(await readFile(join(out, 'preload/index.cjs'), 'utf8'), { require, window: pageWindow })
      const post = (data: unknown, ports: MessagePort[] = [], source: unknown = pageWindow) => {
        for (const listener of listeners) listener({ source, data, ports })
      }
      return { exposed, required, post }
    }

    /** A port handed over by a page: whether the host keeps it or closes it. */
    const isTaken = async (frame: StandIn.Frame | null, source?: unknown): Promise<boolean> => {
      const { port1, port2 } = new MessageChannel()
      const closed = new Promise<boolean>((done) => port1.once('close', () => done(false)))
      ;(await page(frame)).post('encours:connect', [port2], source)
      const kept = new Promise<boolean>((done) => setTimeout(() => done(true), 300))
      const taken = await Promise.race([closed, kept])
      port1.close()
      return taken
    }

    test('the page is sandboxed, isolated and without Node', () => {
      expect(electron.recorded.windows).toHaveLength(1)
      expect(window.options.webPreferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      })
      for (const name of ['enableBlinkFeatures', 'additionalArguments', 'plugins', 'partition'])
        expect(window.options.webPreferences).not.toHaveProperty(name)
      expect(electron.recorded.sandboxed).toBe(true)
      expect(window.options).toMatchObject({ minWidth: 1024, minHeight: 700 })
    })

    test('the page comes from the program’s own protocol', () => {
      expect(window.loaded).toEqual(['app://encours/'])
      expect(electron.recorded.schemes).toEqual([
        { scheme: 'app', privileges: expect.objectContaining({ standard: true, secure: true }) },
      ])
      expect(electron.recorded.schemes[0]?.privileges).not.toHaveProperty('bypassCSP')
      expect([...electron.recorded.pages.keys()]).toEqual(['app'])
    })

    const fetchPage = (url: string, init: RequestInit & { initiatorOrigin?: string } = {}) => {
      const { initiatorOrigin, ...rest } = init
      const request = new Request(url, rest)
      return electron.recorded.pages.get('app')?.(
        initiatorOrigin ? Object.assign(request, { initiatorOrigin }) : request,
      ) as Promise<Response>
    }

    test('the page comes under a strict Content-Security-Policy, on every route', async () => {
      for (const path of ['/', '/customers', '/customers/C-0042?late=true', '/?open=%2Fbooks%2Fa.encours']) {
        const reply = await fetchPage(`app://encours${path}`)
        expect(reply.status).toBe(200)
        expect(await reply.text()).toContain('<div id="root">')
        const policy = reply.headers.get('content-security-policy') ?? ''
        expect(policy).toContain("default-src 'none'")
        expect(policy).toContain("script-src 'self';")
        expect(policy).not.toContain('unsafe')
      }
    })

    test('only the built window is served', async () => {
      const [asset = ''] = await readdir(join(out, 'renderer/assets'))
      expect((await fetchPage(`app://encours/assets/${asset}`)).status).toBe(200)
      const outside = [
        '/..%2f..%2fpackage.json',
        '/%2e%2e%2f%2e%2e%2fpackage.json',
        '/assets/..%2f..%2fmain%2findex.js',
        '/..%5cmain%5cindex.js',
      ]
      for (const path of outside) expect((await fetchPage(`app://encours${path}`)).status).toBe(400)
      expect((await fetchPage('app://encours/assets/../../main/index.js')).status).toBe(404)
      expect((await fetchPage('app://elsewhere/')).status).toBe(403)
      expect((await fetchPage('app://encours/', { method: 'POST', body: 'x' })).status).toBe(403)
      expect((await fetchPage('app://encours/', { initiatorOrigin: 'https://evil.example' })).status).toBe(403)
    })

    test('navigation away is refused, in the page and in any frame', () => {
      const { webContents } = window
      for (const url of [
        'https://evil.example/',
        'file:///etc/passwd',
        'app://elsewhere/',
        'data:text/html,x',
        'javascript:1',
      ]) {
        expect(webContents.navigates('will-frame-navigate', url)).toBe(false)
        expect(webContents.navigates('will-frame-navigate', url, false)).toBe(false)
      }
      expect(webContents.navigates('will-redirect', 'app://encours/')).toBe(false)
      expect(webContents.navigates('will-attach-webview', 'app://encours/')).toBe(false)
      expect(webContents.navigates('will-frame-navigate', 'app://encours/customers')).toBe(true)
    })

    test('new windows are refused, links too until the user has said yes', () => {
      for (const url of ['https://evil.example/', 'app://encours/']) {
        expect(window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' })
      }
    })

    describe('a link of the page', () => {
      const follow = async (url: string) => {
        const [dialogs, opened] = [electron.recorded.dialogs.length, electron.recorded.opened.length]
        expect(window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' })
        await new Promise((done) => setTimeout(done, 5))
        return {
          question: electron.recorded.dialogs.slice(dialogs)[0]?.options,
          opened: electron.recorded.opened.slice(opened),
        }
      }
      const law = 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006229288'

      test('asks first, names where it leads, and opens nothing on a no', async () => {
        electron.answers.button = 1
        const { question, opened } = await follow(law)
        expect(question).toMatchObject({ type: 'question', cancelId: 1, defaultId: 1, buttons: ['Ouvrir', 'Annuler'] })
        expect(`${question?.message} ${question?.detail}`).toMatch(/www\.legifrance\.gouv\.fr.*LEGIARTI000006229288/s)
        expect(opened).toEqual([])
      })

      test('is opened by the system’s browser on a yes', async () => {
        electron.answers.button = 0
        expect((await follow(law)).opened).toEqual([law])
      })

      test.each([
        'http://example.org/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'smb://server/share',
        'ms-msdt:/id',
        'mailto:a@b.example',
        'app://encours/',
        'data:text/html,x',
        'https://user:word@example.org/',
        'https:',
        '',
      ])('to anything but a plain https address is not even asked about: %s', async (url) => {
        electron.answers.button = 0
        expect(await follow(url)).toEqual({ question: undefined, opened: [] })
      })

      test('that looks like another is shown as what it is', async () => {
        electron.answers.button = 1
        const { question } = await follow('https://www.legifrance.gouv.fr@evil.example/')
        expect(question).toBeUndefined()
        expect((await follow('https://аpple.example/')).question?.message).toContain('xn--')
      })
    })

    test('Chromium itself finds no host to fetch from', () => {
      expect(electron.recorded.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
      expect(electron.recorded.switches.has('disable-background-networking')).toBe(true)
    })

    test('of Electron only what is needed is used: no updates, no crash reports, no requests', async () => {
      const parts = await readdir(join(out, 'main'), { recursive: true })
      const used = new Set<string>()
      for (const name of parts.filter((part) => part.endsWith('.js'))) {
        const text = await readFile(join(out, 'main', name), 'utf8')
        for (const [, names] of text.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']electron["']/g))
          for (const one of (names ?? '').split(',')) used.add(one.trim().split(' ')[0] ?? '')
        expect(text).not.toMatch(/require\(["']electron["']\)|autoUpdater|crashReporter/)
      }
      expect([...used].sort()).toEqual([
        'BrowserWindow',
        'Menu',
        'app',
        'dialog',
        'ipcMain',
        'protocol',
        'safeStorage',
        'session',
        'shell',
      ])
    })

    describe('started otherwise', () => {
      const start = async (how: object, ...words: string[]) => {
        const entry = join(import.meta.dirname, 'start.ts')
        const env = { ...process.env, ENCOURS_DATA_FOLDER: dataFolder, ELECTRON_RENDERER_URL: 'http://evil.example/' }
        const { stdout } = await promisify(execFile)(process.execPath, [entry, JSON.stringify(how), ...words], { env })
        return JSON.parse(stdout)
      }

      test('a second time, it shows no window of its own and ends', async () => {
        expect(await start({ first: false })).toEqual({ windows: 0, loaded: [], devTools: [], quits: 1 })
      })

      test('packaged, it believes no build server, has no developer tools, and opens the book that was double-clicked', async () => {
        const { loaded, devTools } = await start({ packaged: true }, '/livres/Société.encours')
        expect(loaded).toEqual(['app://encours/?open=%2Flivres%2FSoci%C3%A9t%C3%A9.encours'])
        expect(devTools).toEqual([false])
      })
    })

    test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'hid', 'fileSystem'])(
      'the permission %s is denied',
      (permission) => {
        const { permissionRequest, permissionCheck, devicePermission } = electron.session.defaultSession
        let granted: boolean | undefined
        permissionRequest?.({}, permission, (answer) => {
          granted = answer
        })
        expect([granted, permissionCheck?.(), devicePermission?.()]).toEqual([false, false, false])
      },
    )

    test('nothing is loaded from anywhere else', () => {
      const cancelled = (url: string) => {
        let answer: boolean | undefined
        electron.session.defaultSession.request?.({ url }, ({ cancel }) => {
          answer = cancel
        })
        return answer
      }
      for (const url of [
        'https://evil.example/x',
        'http://127.0.0.1:1/',
        'ws://encours/',
        'file:///etc/passwd',
        'app://elsewhere/',
      ]) {
        expect(cancelled(url)).toBe(true)
      }
      for (const url of ['app://encours/assets/a.js', 'blob:app://encours/1', 'data:image/png;base64,']) {
        expect(cancelled(url)).toBe(false)
      }
    })

    test('an untrusted certificate is refused', () => {
      let trusted: boolean | undefined
      electron.app.emit(
        'certificate-error',
        { preventDefault: () => {} },
        {},
        'https://x',
        'error',
        {},
        (answer: boolean) => {
          trusted = answer
        },
      )
      expect(trusted).toBe(false)
    })

    test('the preload requires Electron only and gives the page two things', async () => {
      const { exposed, required } = await page(window.webContents.mainFrame)
      expect(required).toEqual(['electron'])
      expect(Object.keys(exposed)).toEqual(['encours'])
      expect(Object.keys(exposed.encours ?? {})).toEqual(['host', 'choose'])
      expect(exposed.encours?.host).toBe('desktop')
    })

    test('a call travels from the page to the core’s thread and back', async () => {
      const { port1, port2 } = new MessageChannel()
      const { post } = await page(window.webContents.mainFrame)
      post('encours:connect', [port2])
      port1.start()
      const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port1 }))
      expect(await client.book.current({})).toEqual({ book: null })
      expect((await client.book.recent({})).folder).toContain(dataFolder)
      port1.close()
    })

    test('a password goes into the system’s keychain, and comes back from it', async () => {
      const { port1, port2 } = new MessageChannel()
      ;(await page(window.webContents.mainFrame)).post('encours:connect', [port2])
      port1.start()
      const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port1 }))
      const company = { name: 'Atelier Martin', language: 'fr', country: 'FR', currency: 'EUR' } as const
      await client.book.create({ path: join(dataFolder, 'keychain.encours'), company, iban: '' })
      const settings = { host: '127.0.0.1', port: 1, security: 'none', user: 'compta' } as const
      const saved = await client.mail.saveSettings({ settings, password: 'secret' })
      expect(saved.password).toBe('keychain')
      // Nobody listens there: the password was found, else it would have been asked for.
      await expect(client.mail.test({})).rejects.toMatchObject({ code: 'mail.unreachable' })
      await client.book.close({})
      port1.close()
    })

    test('only our own window’s main frame on our own page is heard', async () => {
      expect(await isTaken(window.webContents.mainFrame)).toBe(true)
      expect(await isTaken({ origin: 'app://encours' })).toBe(false)
      expect(await isTaken({ origin: 'https://evil.example' })).toBe(false)
      expect(await isTaken(null)).toBe(false)
      window.webContents.mainFrame.origin = 'https://evil.example'
      expect(await isTaken(window.webContents.mainFrame)).toBe(false)
      window.webContents.mainFrame.origin = own.origin
    })

    test('the preload passes on only what the page itself posts', async () => {
      const { port1, port2 } = new MessageChannel()
      const { post } = await page(window.webContents.mainFrame)
      let heard = 0
      const hear = () => heard++
      electron.ipcMain.on('encours:connect', hear)
      post('encours:connect', [port2], 'another frame')
      post('something else', [port2])
      expect(heard).toBe(0)
      electron.ipcMain.off('encours:connect', hear)
      port1.close()
    })

    describe('books from outside the page', () => {
      test('the menu asks where, and the page starts afresh with the answer', async () => {
        const items = electron.recorded.menus[0]?.[0]?.submenu ?? []
        expect(items.map(({ label }) => label)).toEqual(
          expect.arrayContaining(['Nouveau dossier…', 'Ouvrir un dossier…']),
        )
        electron.answers.open = ['/livres/Société Alpha.encours']
        await items.find(({ label }) => label === 'Ouvrir un dossier…')?.click?.()
        expect(window.loaded.at(-1)).toBe('app://encours/?open=%2Flivres%2FSoci%C3%A9t%C3%A9%20Alpha.encours')
        electron.answers.save = '/livres/Neuf.encours'
        await items.find(({ label }) => label === 'Nouveau dossier…')?.click?.()
        expect(window.loaded.at(-1)).toBe('app://encours/?create=%2Flivres%2FNeuf.encours')
      })

      test('a dialog that is cancelled changes nothing', async () => {
        const before = window.loaded.length
        electron.answers.open = []
        await electron.recorded.menus[0]?.[0]?.submenu?.find(({ label }) => label === 'Ouvrir un dossier…')?.click?.()
        expect(window.loaded).toHaveLength(before)
      })

      test('the page’s own button shows the same dialog; a foreign frame’s does not', async () => {
        const before = electron.recorded.dialogs.length
        ;(await page({ origin: 'https://evil.example' })).exposed.encours?.choose('open')
        ;(await page(window.webContents.mainFrame)).exposed.encours?.choose('something else')
        expect(electron.recorded.dialogs).toHaveLength(before)
        ;(await page(window.webContents.mainFrame)).exposed.encours?.choose('open')
        expect(electron.recorded.dialogs).toHaveLength(before + 1)
      })

      test('the folder of backups and a backup are chosen in dialogs of the system', async () => {
        const { choose } = (await page(window.webContents.mainFrame)).exposed.encours ?? {}
        electron.answers.open = ['/media/disque']
        choose?.('backup-folder')
        const safety = 'app://encours/safety?section=backups'
        await expect.poll(() => window.loaded.at(-1)).toBe(`${safety}&folder=%2Fmedia%2Fdisque`)
        electron.answers.open = ['/media/disque/alpha.encours.bak']
        choose?.('backup')
        await expect.poll(() => window.loaded.at(-1)).toBe(`${safety}&restore=%2Fmedia%2Fdisque%2Falpha.encours.bak`)
      })

      test('a second start hands its book over to the first', async () => {
        electron.app.emit('second-instance', {}, ['encours', '--flag', '/livres/second.encours'])
        await expect.poll(() => window.loaded.at(-1)).toBe('app://encours/?open=%2Flivres%2Fsecond.encours')
      })
    })

    test('a download asks where to go, starting in the usual folder', () => {
      let asked: { defaultPath?: string } = {}
      const item = {
        getFilename: () => '../Relance F-1\u202Efdp.pdf',
        setSaveDialogOptions: (options: typeof asked) => {
          asked = options
        },
      }
      electron.session.defaultSession.emit('will-download', {}, item)
      expect(asked.defaultPath).toBe(join(electron.app.getPath('downloads'), 'Relance F-1fdp.pdf'))
    })

    test('quitting waits until the core has closed its book', async () => {
      electron.app.quit()
      expect(electron.recorded.exited).toBeUndefined()
      await expect.poll(() => electron.recorded.exited, { timeout: 10_000 }).toBe(0)
    })
  },
)
