// npm run test:faults: the tests of test/faults at full length, and a closing table. What chance decides follows from a
// seed, which is printed: ENCOURS_FAULTS_SEED=… repeats a run. Numbers: ENCOURS_FAULTS_KILLS, _MUTATIONS, _DISKS, _TAMPERINGS, and
// those that the files of test/faults name. `npm run test:faults properties`: every property of the project with new
// seeds, ENCOURS_FAULTS_ROUNDS times.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, command, follow, install, node24, root } from './setup.mjs'

const numbers = {
  ENCOURS_FAULTS: 'full',
  ENCOURS_FAULTS_SEED: String(Date.now() % 1_000_000),
  ENCOURS_FAULTS_KILLS: '200',
  ENCOURS_FAULTS_MUTATIONS: '500',
  ENCOURS_FAULTS_DISKS: '60',
  ENCOURS_FAULTS_TAMPERINGS: '10000',
  ENCOURS_FAULTS_ROUNDS: '10',
}

/** The test files that state a property. */
const propertyFiles = () =>
  ['src', 'test']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, file)))
    .filter((file) => /\.test\.tsx?$/.test(file) && read(join(root, file)).includes('fc.assert'))

const tryProperties = async (env) => {
  const files = propertyFiles()
  const first = Number(env.ENCOURS_FAULTS_SEED)
  for (let round = 0; round < Number(env.ENCOURS_FAULTS_ROUNDS); round++) {
    const seed = String(first + round)
    console.log(`\nProperties of ${files.length} files, seed ${seed}`)
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', ...files]
    const status = await follow(node24, args, { env: { ...env, ENCOURS_FAULTS_SEED: seed } })
    if (status !== 0) process.exitCode = status
  }
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

/** What the tests have told: a line each in one file, and a file for each set of generated inputs. */
const readReport = (folder) => [
  ...read(join(folder, 'report'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line)),
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => inputsOf(name, JSON.parse(read(join(folder, name))))),
]

const inputsOf = (name, { tried, findings, tallies }) => {
  const sum = (kind) => tallies.reduce((total, tally) => total + tally[kind], 0)
  const ended = { answered: sum('accepted'), refused: sum('refused'), invalid: sum('invalid'), faults: findings.length }
  return { what: `Inputs: ${name.slice('report-'.length, -'.json'.length)}, ${tallies.length} calls`, tried, ended }
}

const table = (rows) => {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

await command(async () => {
  install()
  build()
  const chosen = process.argv.slice(2)
  if (chosen.includes('properties')) return tryProperties({ ...numbers, ...process.env })
  const folder = mkdtempSync(join(tmpdir(), 'encours-faults-'))
  const report = join(folder, 'report')
  const env = { ...numbers, ...process.env, ENCOURS_FAULTS_REPORT: report }
  // One file after the other: a kill at a moment needs the moment to be its own.
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--no-file-parallelism', '--testTimeout=7200000']
  const files = chosen.length > 0 ? chosen.map((name) => `test/faults/${name}`) : ['test/faults']
  process.exitCode = await follow(node24, [...args, ...files], { env })
  const told = readReport(folder)
  rmSync(folder, { recursive: true, force: true })
  console.log(`\nSeed ${env.ENCOURS_FAULTS_SEED}`)
  const rows = told.flatMap(({ what, tried, ended, seconds }) =>
    Object.entries(ended).map(([how, count], i) =>
      i === 0
        ? [what, String(tried), String(count), how, seconds ? `${seconds.toFixed(0)} s` : '']
        : ['', '', String(count), how, ''],
    ),
  )
  if (rows.length > 0) console.log(table([['What', 'Tried', '', 'Ended', 'Took'], ...rows]))
})
