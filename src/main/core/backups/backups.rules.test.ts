import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupName, byAge, kindsOf, type Named, readName, stemOf, surplusOf, USUAL_KEEP } from './backups.rules.ts'

const instant = fc
  .integer({ min: Date.parse('2000-01-01'), max: Date.parse('2060-01-01') })
  .map((at) => `${new Date(at).toISOString().slice(0, 19)}.000Z`)
const anyStem = fc.string({ minLength: 1, maxLength: 90, unit: 'binary' }).map(stemOf)
const anyNamed = (stem: string) =>
  fc
    .record({ at: instant, manual: fc.boolean(), turn: fc.integer({ min: 1, max: 3 }) })
    .map((named): Named => ({ name: backupName(stem, named), ...named }))
const anyBackups = fc.uniqueArray(anyNamed('alpha'), { selector: ({ name }) => name, maxLength: 60 })

const daily = (from: string, days: number): Named[] =>
  Array.from({ length: days }, (_, i) => {
    const at = new Date(Date.parse(`${from}T18:00:00.000Z`) + i * 86_400_000).toISOString()
    return { at, manual: false, turn: 1, name: backupName('alpha', { at, manual: false, turn: 1 }) }
  })

describe('names', () => {
  test('are readable, and end unlike a book', () => {
    const at = '2026-11-22T18:30:05.123Z'
    expect(backupName('alpha', { at, manual: false, turn: 1 })).toBe('alpha-2026-11-22-183005Z.encours.bak')
    expect(backupName('alpha', { at, manual: true, turn: 2 })).toBe('alpha-2026-11-22-183005Z-2-manuelle.encours.bak')
    expect(stemOf('Étoile & Cie.encours')).toBe('Étoile & Cie')
    expect(stemOf('a:b/c.encours')).toBe('a-b-c')
    expect(stemOf('.encours')).toBe('encours')
  })

  test('say what they were made of, and stand in the order of time', () => {
    fc.assert(
      fc.property(anyStem, instant, instant, fc.boolean(), (stem, one, other, manual) => {
        const first = backupName(stem, { at: one, manual, turn: 1 })
        const second = backupName(stem, { at: other, manual, turn: 1 })
        expect(readName(stem, first)).toEqual({ name: first, at: one, manual, turn: 1 })
        expect(Math.sign(Number(first > second) - Number(first < second))).toBe(
          Math.sign(Number(one > other) - Number(one < other)),
        )
      }),
    )
  })

  test.each([
    'alpha.encours',
    'alpha-2026-11-22-183005Z.encours',
    'alpha-2026-11-22-183005Z.encours.bak.part',
    'alpha-2026-02-30-183005Z.encours.bak',
    'alpha-2026-11-22-253005Z.encours.bak',
    'alpha-2026-11-22-183005Z-1.encours.bak',
    'alpha-2-2026-11-22-183005Z.encours.bak',
    'beta-2026-11-22-183005Z.encours.bak',
    'alpha.encours.v3-2026-01-31.bak',
    'letters.pdf',
  ])('%s is no backup of alpha', (name) => expect(readName('alpha', name)).toBeNull())
})

describe('what is kept', () => {
  test('after 400 days: 7 days, 4 weeks, 12 months', () => {
    // 2026-01-01 is a Thursday; the last day is Thursday, 2027-02-04.
    const backups = daily('2026-01-01', 400)
    const kept = [...kindsOf(backups, USUAL_KEEP)].filter(([, kind]) => kind !== 'surplus')
    const days = (wanted: string) => kept.flatMap(([name, kind]) => (kind === wanted ? [name.slice(6, 16)] : []))
    expect(days('monthly')).toEqual([
      ...['2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30'],
      ...['2026-10-31', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-04'],
    ])
    expect(days('weekly')).toEqual(['2027-01-17', '2027-01-24'])
    expect(days('daily')).toEqual(['2027-01-29', '2027-01-30', '2027-02-01', '2027-02-02', '2027-02-03'])
  })

  test('pruned day after day, the same are left as pruned once', () => {
    const keeps = fc.record({
      daily: fc.integer({ min: 1, max: 9 }),
      weekly: fc.nat(6),
      monthly: fc.nat(6),
    })
    fc.assert(
      fc.property(anyBackups, keeps, (backups, keep) => {
        const inOrder = [...backups].sort(byAge).reverse()
        let left: Named[] = []
        for (const one of inOrder) {
          left.push(one)
          const gone = new Set(surplusOf(left, keep, one.name))
          left = left.filter(({ name }) => !gone.has(name))
        }
        const newest = inOrder.at(-1)?.name ?? ''
        const gone = new Set(surplusOf(inOrder, keep, newest))
        const once = inOrder.filter(({ name }) => !gone.has(name))
        // A manual one that is the newest prunes nothing that it would not prune later.
        expect(left.map(({ name }) => name)).toEqual(once.map(({ name }) => name))
      }),
    )
  })

  test('the newest, the one just written and those that a person asked for are never deleted', () => {
    fc.assert(
      fc.property(anyBackups, fc.nat(), (backups, at) => {
        if (backups.length === 0) return
        const just = backups[at % backups.length] as Named
        const gone = new Set(surplusOf(backups, { daily: 0, weekly: 0, monthly: 0 }, just.name))
        const newest = backups.filter(({ manual }) => !manual).sort(byAge)[0]
        expect(newest === undefined || !gone.has(newest.name)).toBe(true)
        expect(gone.has(just.name)).toBe(false)
        expect(backups.filter(({ name, manual }) => manual && gone.has(name))).toEqual([])
        expect([...gone].every((name) => readName('alpha', name) !== null)).toBe(true)
      }),
    )
  })

  test('a clock set back and forward again deletes nothing that it should keep', () => {
    const backups = [...daily('2026-11-10', 8), ...daily('2030-01-01', 1)]
    const back = daily('2025-01-01', 1)[0] as Named
    expect(surplusOf([...backups, back], { daily: 3, weekly: 0, monthly: 0 }, back.name)).not.toContain(back.name)
  })
})
