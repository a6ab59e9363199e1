import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'

const root = resolve(import.meta.dirname, '..', '..')
// `npm test` has built the program just before: it starts in half the time. A single file of tests runs the sources.
const entry = process.env.ENCOURS_TEST_BUILT ? join(root, 'out', 'main', 'cli.js') : join(root, 'src/main/cli/cli.ts')

export type Ran = { status: number | null; out: string; err: string; json: <T = Reply>() => T }

/** What the tests look for in the JSON; a field that is not there makes them fail. */
// biome-ignore lint/suspicious/noExplicitAny: it is the words of cli.md that are tested, not a type of ours
export type Reply = any

/** A folder of its own for a file of tests, also for what the program keeps. */
export const openFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'encours-cli-'))
  // The program is started some hundred times: what it is compiled to is kept from one start to the next.
  const compiled = join(root, 'node_modules', '.cache', 'compiled')
  const env = { ...process.env, ENCOURS_DATA_FOLDER: join(folder, 'data'), NODE_COMPILE_CACHE: compiled }

  const start = (...words: string[]) => spawn(process.execPath, [entry, ...words], { cwd: folder, env })

  /** Runs the real program as a script would, in the folder. */
  const encours = (...words: string[]): Promise<Ran> => told('', ...words)

  /** The same, with what it reads on standard input. */
  const told = async (input: string, ...words: string[]): Promise<Ran> => {
    const child = start(...words)
    child.stdin.end(input)
    const ended = new Promise<number | null>((done) => child.once('close', done))
    const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    return { status, out, err, json: () => JSON.parse(out) }
  }

  return {
    folder,
    start,
    encours,
    told,
    file: (name: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, name), content)
      return name
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
