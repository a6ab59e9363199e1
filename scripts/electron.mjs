// Electron's program: whether it can run here, fetched when it is missing.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { node24, root } from './setup.mjs'

const folder = join(root, 'node_modules', 'electron')
const PROBE_MS = 5_000
const FETCH_MS = 10 * 60_000
/** An Electron that ends this soon with an error has not shown its window. */
const START_MS = 10_000

export const electronProgram = () => {
  const name = join(folder, 'path.txt')
  const program = existsSync(name) ? join(folder, 'dist', readFileSync(name, 'utf8')) : ''
  return existsSync(program) ? program : undefined
}

/** The reason why no window can be opened here, or undefined once Electron is there. */
export const whyNoWindow = async (say) => {
  const linux = process.platform === 'linux'
  if (linux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'this machine has no display'
  if (linux && process.getuid?.() === 0) return 'Electron does not start for the account root'
  if (electronProgram()) return undefined
  if (!(await reachable())) return 'Electron is not installed and its host cannot be reached'
  say('Fetching Electron (about 120 MB, once)…')
  const fetched = spawnSync(node24, [join(folder, 'install.js')], { cwd: folder, stdio: 'ignore', timeout: FETCH_MS })
  return fetched.status === 0 && electronProgram() ? undefined : 'Electron could not be fetched'
}

/** A closed network is told at once, where the download would try again and again. */
const reachable = () =>
  new Promise((done) => {
    if (process.env.ELECTRON_GET_USE_PROXY) return done(true)
    const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/'
    const { hostname, port, protocol } = URL.canParse(mirror) ? new URL(mirror) : new URL('https://github.com/')
    const socket = connect(Number(port) || (protocol === 'http:' ? 80 : 443), hostname)
    const end = (answer) => {
      socket.destroy()
      done(answer)
    }
    socket.setTimeout(PROBE_MS, () => end(false))
    socket.on('connect', () => end(true))
    socket.on('error', () => end(false))
  })

/** Runs the desktop application until it is closed; resolves to the reason why it did not start, if so. */
export const runDesktop = (args) =>
  new Promise((done) => {
    const begun = Date.now()
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
    const child = spawn(electronProgram(), ['.', ...args], { cwd: root, env, stdio: ['ignore', 'inherit', 'pipe'] })
    let words = ''
    child.stderr.on('data', (part) => {
      words = (words + part).slice(0, 4000)
    })
    const stop = () => child.kill('SIGTERM')
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    child.on('error', () => done('Electron could not be started'))
    child.on('exit', (status, signal) => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      const failed = status !== 0 && signal !== 'SIGTERM' && signal !== 'SIGINT' && Date.now() - begun < START_MS
      done(failed ? `Electron could not start${because(words)}` : undefined)
    })
  })

const because = (words) => {
  const library = /error while loading shared libraries: (\S+):/.exec(words)?.[1]
  if (library) return ` (the library ${library} is missing)`
  return /sandbox/i.test(words) ? ' (its sandbox is not allowed on this machine)' : ''
}
