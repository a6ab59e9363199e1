// What every command needs first: the packages, Node 24, the build. Runs on the machine's own Node (20.19 or newer),
// before anything is installed, so it may import nothing but Node's own modules.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const windows = process.platform === 'win32'

/** Node 24, which comes as a package. */
export const node24 = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node')

/**
 * How Node runs the core: V8 would keep 128 MB for objects that live a moment, and put those of an import that streams
 * among the old ones, where they stay for hundreds of megabytes. The desktop's thread has the same (worker/thread.ts).
 */
export const coreFlags = ['--max-semi-space-size=8', '--no-allocation-site-pretenuring']

/** The word of a foreseeable failure, said in one line instead of a stack trace. */
export class Plain extends Error {}

/** Runs a command's body; a foreseeable failure ends it with one line and status 1. */
export const command = async (body) => {
  try {
    await body()
  } catch (error) {
    if (!(error instanceof Plain)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/** @param say told what takes long; standard output stays the command's own */
export const install = (say = console.error) => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new Plain(`Encours needs Node 20.19 or newer; this is ${process.version}.`)
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = join(modules, '.encours-installed')
  const wanted = digest([lock, process.platform, process.arch])
  if (read(stamp) === wanted) return
  writable(root)
  alone(() => {
    if (read(stamp) === wanted) return
    if (!holdsAll(lock))
      npm(['ci', '--no-audit', '--no-fund'], say, 'Installing packages (a few minutes the first time)…')
    if (!works(node24)) npm(['rebuild', 'node', '--ignore-scripts=false'], say, 'Installing Node 24…')
    if (!works(node24))
      throw new Plain('Node 24 could not be installed: npm did not run the install script of the package node.')
    writeFileSync(stamp, wanted)
  })
}

/** Builds out/ when what it is made of has changed. */
export const build = (say = console.error) => {
  const stamp = join(root, 'out', 'built')
  const wanted = digest(sources().map((file) => `${relative(root, file)}\0${digest([readFileSync(file)])}`))
  if (read(stamp) === wanted) return
  writable(existsSync(join(root, 'out')) ? join(root, 'out') : root)
  alone(() => {
    if (read(stamp) === wanted) return
    say('Building…')
    // A build that fails half-way must not pass for the last good one.
    rmSync(stamp, { force: true })
    const { status, output } = run(['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'])
    if (status !== 0) throw new Plain(`The build failed.\n${output}`)
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, wanted)
  })
}

/** Two commands started together install and build one after the other. */
const alone = (body) => {
  const lock = join(tmpdir(), `encours-${digest([root]).slice(0, 16)}.lock`)
  while (!taken(lock)) {
    if (abandoned(lock)) rmSync(lock, { force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250)
  }
  try {
    body()
  } finally {
    rmSync(lock, { force: true })
  }
}

const taken = (lock) => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new Plain(`No lock can be made in ${tmpdir()}: ${error.code}`)
  }
}

/** A command that was killed leaves its lock behind. */
const abandoned = (lock) => {
  const holder = Number(read(lock))
  try {
    // An empty file is one that is being written.
    return holder > 0 && !process.kill(holder, 0)
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

/** Runs a script on Node 24, quietly. */
export const run = (args, env = {}) => {
  const { status, stdout, stderr } = spawnSync(node24, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { status, output: stripVTControlCharacters(`${stdout}${stderr}`).trim() }
}

/** Runs a program in the terminal until it ends, and hands it the terminal's interrupt; resolves to its status. */
export const follow = (program, args, options = {}) =>
  new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    // The terminal interrupts the whole group: this process only waits for the child to close its files.
    const wait = () => {}
    const pass = () => child.kill('SIGTERM')
    process.on('SIGINT', wait)
    process.on('SIGTERM', pass)
    child.on('error', fail)
    child.on('exit', (status, signal) => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', pass)
      done(signal === 'SIGINT' ? 0 : (status ?? 1))
    })
  })

const startNpm = (args) => {
  // npm starts its scripts with the path to itself; on its own, it is a shell script on Windows.
  const own = process.env.npm_execpath
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }
  return own && /\.c?js$/.test(own)
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: windows })
}

/** What npm answers as JSON; an empty object where it cannot, for want of a network for instance. */
export const askNpm = (args) => {
  try {
    return JSON.parse(startNpm(args).stdout)
  } catch {
    return {}
  }
}

const npm = (args, say, title) => {
  say(title)
  const result = startNpm(args)
  if (result.error) throw new Plain('npm could not be started; is it installed?')
  if (result.status !== 0) throw new Plain(reasonOf(`${result.stdout}${result.stderr}`, args))
}

const failures = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i,
    'The npm registry cannot be reached, and the packages are not installed yet. Try again with a network.',
  ],
  [/EACCES|EPERM|EROFS/, 'The packages cannot be written: this account may not write in the folder node_modules.'],
  [/ENOSPC/, 'The disk is full: the packages take about 1.5 GB.'],
  [
    /can only install packages when your package.json and package-lock.json/,
    'package.json and package-lock.json do not agree: run npm install.',
  ],
]

const reasonOf = (output, args) => {
  const known = failures.find(([pattern]) => pattern.test(output))
  return known ? known[1] : `npm ${args.join(' ')} failed.\n${output.trim().split('\n').slice(-15).join('\n')}`
}

/** Whether node_modules already holds what the lock file names, installed by hand for instance. */
const holdsAll = (lock) => {
  const installed = json(join(modules, '.package-lock.json'))?.packages ?? {}
  return (
    existsSync(modules) &&
    Object.entries(JSON.parse(lock).packages).every(
      ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
    )
  )
}

const works = (program) => existsSync(program) && spawnSync(program, ['--version']).status === 0

/** The files that the build is made of. */
const sources = () => [
  ...walk(join(root, 'src')),
  ...[
    'scripts/licences.mjs',
    'scripts/space-page.ts',
    'package-lock.json',
    'package.json',
    'electron.vite.config.ts',
    'postcss.config.cjs',
    'tsconfig.json',
  ].map((file) => join(root, file)),
]

const walk = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return walk(path)
      return entry.name.includes('.test.') ? [] : [path]
    })

const writable = (folder) => {
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw new Plain(`This account may not write in ${folder}, where packages and the build go.`)
  }
}

const digest = (parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

const json = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
