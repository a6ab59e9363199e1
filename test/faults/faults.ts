import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Random, randomOf } from '../../src/main/core/demo/demo.random.rules.ts'

/** What chance decides follows from it: the same seed finds the same fault again. */
export const seed = process.env.ENCOURS_FAULTS_SEED ?? '1'

/** Chance of one trial alone, so that it can be repeated without those before it. */
export const chanceOf = (what: string, n: number): Random => randomOf(`${seed} ${what} ${n}`)

/** How often something is tried: few times with all other tests, the number of the environment in `npm run test:faults`. */
export const timesOf = (name: 'KILLS' | 'MUTATIONS' | 'DISKS' | 'TAMPERINGS', bounded: number): number =>
  Number(process.env[`ENCOURS_FAULTS_${name}`] ?? bounded)

export type Told = { what: string; tried: number; ended: Record<string, number>; seconds: number }

/** A line of the closing table: what was tried, and how often it ended how. */
export const tell = (told: Told): void => {
  const report = process.env.ENCOURS_FAULTS_REPORT
  if (report) appendFileSync(report, `${JSON.stringify(told)}\n`)
  const ended = Object.entries(told.ended).map(([how, count]) => `${count} ${how}`)
  console.log(`${told.what}: ${told.tried} (seed ${seed}, ${told.seconds.toFixed(1)} s): ${ended.join(', ')}`)
}

export const countsOf = (outcomes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes.toSorted()) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

export const openFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'encours-faults-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
