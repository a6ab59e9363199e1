import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DiskOutcome, Trial } from './disk.child.ts'
import { chanceOf, countsOf, openFolder, tell, timesOf } from './faults.ts'
import { inProgram } from './real-book.ts'
import { type WorkName, works } from './works.ts'

const TRIALS = timesOf('DISKS', 8)

const { folder, remove } = openFolder()
const child = join(import.meta.dirname, 'disk.child.ts')
const cli = join(import.meta.dirname, '..', '..', 'src', 'main', 'cli', 'cli.ts')
/** Of those that are encrypted from the beginning nothing else is to be seen. */
const names = (Object.keys(works) as WorkName[]).filter((name) => name !== 'a change of passphrase')
const outcomes: DiskOutcome[] = []
const begun = Date.now()

/** The books that the works begin with, as they are before and after. */
beforeAll(async () => {
  for (const work of names) {
    const own = join(folder, work.replaceAll(' ', '-'))
    mkdirSync(join(own, 'whole'), { recursive: true })
    const path = join(own, 'book.encours')
    const done = join(own, 'whole', 'book.encours')
    await works[work].prepare(own, path)
    copyFileSync(path, done)
    await inProgram(own, (client) => works[work].run(client, done, () => {}))
    if (work !== 'an encryption') copyFileSync(done, join(own, 'after.encours'))
    copyFileSync(path, join(own, 'before.encours'))
    // An older book that was brought up to date is as it was.
    await inProgram(own, (client) => client.book.open({ path: join(own, 'before.encours') }))
  }
})
afterAll(() => {
  const ended = countsOf(outcomes.map((one) => one.ended.split('\n')[0] as string))
  tell({ what: 'Disks that fill up', tried: outcomes.length, ended, seconds: (Date.now() - begun) / 1000 })
  remove()
})

/** Runs the program under conditions set by a shell. */
const under = (shell: string, words: readonly string[], own: readonly string[] = []): string[] => {
  const [program = '', ...before] = [...own, 'bash', '-c', `${shell}; exec "$@"`, 'bash', process.execPath, child]
  const { stdout, stderr, status } = spawnSync(program, [...before, ...words], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${status} ${stderr}`)
  return stdout.trim().split('\n')
}

const expectNothingLost = (found: readonly DiskOutcome[], refusals: RegExp) => {
  expect(found.filter((one) => !refusals.test(one.ended))).toEqual([])
  // Whatever was refused left nothing, and what was answered is all there.
  for (const { ended, state, work, room } of found)
    expect([work, room, ended, state]).toEqual([work, room, ended, ended === 'done' ? 'after' : state])
  expect(found.filter(({ state }) => state === 'half')).toEqual([])
  expect(found.filter(({ wrong }) => wrong.length > 0)).toEqual([])
  expect(found.filter(({ again }) => again !== 'done')).toEqual([])
  // Beside the book at most the whole copy of it as it was before a migration.
  const refused = found.filter(({ ended }) => ended !== 'done')
  expect(refused.flatMap(({ left }) => left.filter((name) => !name.endsWith('.bak')))).toEqual([])
}

/** A disk of its own, without asking for any right: not everywhere is it allowed. */
const ownMount = ['unshare', '--user', '--map-root-user', '--mount']
const mayMount =
  process.platform === 'linux' && spawnSync(ownMount[0] as string, [...ownMount.slice(1), 'true']).status === 0

describe.skipIf(!mayMount)('a disk that fills up (skipped where this account may not mount one)', () => {
  test(`${TRIALS} times: the command is refused, nothing of it stays, and with room it goes through`, () => {
    const place = join(folder, 'disk')
    mkdirSync(place)
    const trials = Array.from({ length: TRIALS }, (_, n): Trial => {
      const chance = chanceOf('disk', n)
      return { work: names[n % names.length] as WorkName, room: 1024 * 2 ** chance.between(0, 12) + chance.below(4096) }
    })
    const mount = `mount -t tmpfs -o size=64m none '${place}'`
    const found = under(mount, [folder, place, JSON.stringify(trials)], ownMount).map(
      (line) => JSON.parse(line) as DiskOutcome,
    )
    outcomes.push(...found)
    expect(found).toHaveLength(TRIALS)
    expectNothingLost(found, /^(done|book\.disk-full|book\.migration-failed|backup\.no-room)$/)
    expect(found.some(({ ended }) => ended === 'book.disk-full')).toBe(true)
  }, 600_000)

  test('a file that is written out is refused, and nothing of it is left', () => {
    const place = join(folder, 'out')
    mkdirSync(place)
    const book = join(folder, 'an-import', 'whole', 'book.encours')
    const shell = `mount -t tmpfs -o size=8k none '${place}'; "$@"; echo "$?"; ls '${place}'`
    const call = [
      'call',
      'receivables.exportItems',
      '{"format":"csv","show":"all","language":"fr"}',
      '--book',
      book,
      '--out',
      place,
    ]
    const words = [...ownMount.slice(1), 'bash', '-c', shell, 'bash', process.execPath, cli, ...call]
    const env = { ...process.env, ENCOURS_DATA_FOLDER: folder }
    const { stdout } = spawnSync(ownMount[0] as string, words, { encoding: 'utf8', env })
    const [answer = '', status] = stdout.split(/\n(?=2\n)/)
    expect(JSON.parse(answer)).toMatchObject({ error: { code: 'file.not-written' } })
    expect(status).toBe('2\n')
  })
})

describe.skipIf(process.platform === 'win32')('a limit of the size of a file (Unix)', () => {
  test('the command is refused, nothing of it stays', async () => {
    const own = join(folder, 'an-import')
    const place = join(own, 'limited')
    mkdirSync(place)
    const path = join(place, 'book.encours')
    copyFileSync(join(own, 'book.encours'), path)
    // Of 200 blocks of 1,024 bytes: less than what the import writes into its log.
    expect(under('ulimit -f 200', [own, path, 'an import'])).toEqual(['book.not-written'])
    await inProgram(own, async (client) => {
      await client.book.open({ path })
      expect((await client.integrity.verify({})).ok).toBe(true)
      expect((await client.receivables.items({})).total).toBe(0)
      expect((await client.audit.list({})).entries.map(({ call }) => call)).toEqual(['book.create'])
      await works['an import'].run(client, path, () => {})
      expect((await client.receivables.items({ show: 'all' })).total).toBeGreaterThan(0)
    })
  })
})
