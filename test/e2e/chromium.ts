import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'

/** How to start a Chromium, in Playwright's words, or why none can be started here. */
export type Chromium =
  | { executablePath: string; args: string[]; env: Record<string, string>; missing?: undefined }
  | { missing: string }

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/chromium')

/** Nothing may go out to the network, and no account but root needs the sandbox off. */
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** The browser named by CHROME_PATH, else an installed one, else the one that comes as a package. */
export const findChromium = async (): Promise<Chromium> => {
  const named = process.env.CHROME_PATH
  if (named) return existsSync(named) ? started(named) : { missing: `CHROME_PATH names no file: ${named}` }
  const installed = candidates().find((path) => existsSync(path) && runs(path, {}))
  return installed ? started(installed) : packaged()
}

const started = (executablePath: string, env: Record<string, string> = {}): Chromium => ({
  executablePath,
  args,
  env: { ...(process.env as Record<string, string>), ...env },
})

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

const candidates = (): string[] => {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return roots.flatMap((root) => (root ? programs.map((program) => join(root, program)) : []))
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.flatMap((folder) => names.map((name) => join(folder, name)))
}

/** An installed browser may still lack a library; Windows has no quiet way to ask. */
const runs = (program: string, env: Record<string, string>): boolean =>
  process.platform === 'win32' ||
  spawnSync(program, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 }).status === 0

/**
 * The Chromium inside the package @sparticuz/chromium: a compressed program for x64 Linux, with the libraries and fonts
 * that a bare machine lacks. The package itself unpacks to the system's temporary folder and takes its libraries only on
 * one provider's servers, so it is unpacked here.
 */
const packaged = async (): Promise<Chromium> => {
  const none = 'no Chrome, Chromium or Edge is installed (CHROME_PATH may name one)'
  if (process.platform !== 'linux' || process.arch !== 'x64') return { missing: none }
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = createRequire(import.meta.url)(join(dirname(main), '../package.json'))
  const home = join(cache, version)
  try {
    if (!existsSync(home)) await unpack(join(dirname(main), '../bin'), home)
  } catch (error) {
    return { missing: `${none}, and the packaged one cannot be unpacked: ${(error as Error).message}` }
  }
  const program = join(home, 'chromium')
  const libraries = [join(home, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  const env = { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: home }
  return runs(program, env) ? started(program, env) : { missing: `${none}, and the packaged one does not run here` }
}

/** Unpacked aside and moved into place whole, since several test processes may come here at once. */
const unpack = async (from: string, home: string): Promise<void> => {
  const aside = `${home}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  await pipeline(
    createReadStream(join(from, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(aside, 'chromium'), { mode: 0o755 }),
  )
  for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    untar(await buffer(createReadStream(join(from, archive)).pipe(createBrotliDecompress())), aside)
  }
  writeFileSync(join(aside, 'fonts.conf'), fontSettings(home))
  try {
    renameSync(aside, home)
  } catch (error) {
    rmSync(aside, { recursive: true })
    if (!existsSync(home)) throw error
  }
}

const fontSettings = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`

/** Writes a tar archive's plain files; those of this package have no long names and no links. */
const untar = (archive: Buffer, into: string): void => {
  const text = (at: number, length: number) => archive.toString('latin1', at, at + length).replace(/\0[\s\S]*$/, '')
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12).trim(), 8)
    const path = join(into, text(at, 100))
    if (text(at + 156, 1) === '0') {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, archive.subarray(at + 512, at + 512 + size), { mode: 0o755 })
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
}
