import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Walk } from './inputs.ts'
import { World } from './inputs.world.ts'

const full = process.env.ENCOURS_FAULTS === 'full'
const perCall = Number(process.env.ENCOURS_FAULTS_INPUTS ?? (full ? 1000 : 10))
// Fixed in npm test, which must not fail by luck; drawn anew for the long run, and printed to be tried again.
const seed = Number(process.env.ENCOURS_FAULTS_SEED ?? (full ? Date.now() % 1_000_000 : 42))
const HOUR = 3_600_000
/** Slices to try alone, by name, for who mends one. */
const only = process.env.ENCOURS_FAULTS_SLICES?.split(',')

/** Every call of these slices with generated inputs: no crash, typed errors only, no partial write. */
export const tryInputs = (title: string, slices: readonly string[]) =>
  describe(`generated inputs, ${title}`, () => {
    let walk: Walk
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)

    beforeAll(async () => {
      const world = new World()
      await world.prepare()
      walk = new Walk(world, seed)
      process.on('unhandledRejection', note)
    }, HOUR)
    afterAll(async () => {
      process.off('unhandledRejection', note)
      console.log(summary(title, walk))
      await walk.world.close()
    })

    for (const [at, slice] of slices.filter((name) => only?.includes(name) ?? true).entries())
      test(`${slice}: typed answers only, and nothing written by halves`, { timeout: 4 * HOUR }, async () => {
        const before = new Set(walk.findings.map(({ call, problem }) => call + problem))
        await walk.slice(slice, perCall)
        if (!full && (at % 6 === 5 || at === slices.length - 1)) await walk.verify(slice)
        report(title, walk)
        const found = walk.findings.filter(({ call, problem }) => !before.has(call + problem))
        expect(found, `seed ${seed}`).toEqual([])
        expect(unhandled.splice(0), `seed ${seed}`).toEqual([])
      })
  })

const summary = (title: string, walk: Walk): string => {
  const tallies = [...walk.tallies.values()]
  const sum = (kind: 'accepted' | 'refused' | 'invalid') => tallies.reduce((total, tally) => total + tally[kind], 0)
  return (
    `${title}: ${walk.tried} inputs for ${tallies.length} calls, seed ${seed}: ${sum('accepted')} answered, ` +
    `${sum('refused')} refused, ${sum('invalid')} invalid, ${walk.findings.length} findings; ` +
    `slowest ${walk.slowest.call} ${Math.round(walk.slowest.ms)} ms`
  )
}

const report = (title: string, walk: Walk): void => {
  const file = process.env.ENCOURS_FAULTS_REPORT
  if (!file) return
  const { findings, slowest, tried } = walk
  writeFileSync(
    `${file}-${title}.json`,
    JSON.stringify({ seed, tried, findings, slowest, tallies: [...walk.tallies.values()] }, null, 1),
  )
}
