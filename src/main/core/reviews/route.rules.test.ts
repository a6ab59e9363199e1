import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Asked, askedNow, type Matrix, mayAnswer, nobodyFor, routeOf } from './route.rules.ts'

const DAY = '2026-03-02'
const matrix: Matrix = {
  authority: [
    { person: 'Anne', ceilings: [100, 80, 60, 40, 20] },
    { person: 'Luc', ceilings: [50, 40, 30, 20, 10] },
    { person: 'Zoé', ceilings: [500, 400, 300, 200, 100] },
  ],
  deputies: [{ person: 'Anne', deputy: 'Paul', from: '2026-03-01', until: '2026-03-10' }],
  escalationDays: 3,
  fourEyesFrom: 45,
}
const asked = (counted: number | null, rest: Partial<Asked> = {}): Asked => ({
  author: 'Eva',
  counted,
  riskClass: 1,
  first: false,
  ...rest,
})
const route = (what: Asked, day = DAY) =>
  routeOf(matrix, what, DAY, day).map(({ person, state }) => `${person} ${state}`)

describe('who is asked', () => {
  test('the lowest authority that reaches the amount for the class, the higher ones later', () => {
    expect(route(asked(50))).toEqual(['Luc waiting', 'Anne later', 'Zoé later'])
    expect(route(asked(51))).toEqual(['Anne waiting', 'Zoé later'])
    expect(route(asked(51, { riskClass: 5 }))).toEqual(['Zoé waiting'])
    // Of a class not known, what every class may be granted.
    expect(route(asked(11, { riskClass: null }))).toEqual(['Anne waiting', 'Zoé later'])
    expect(route(asked(null))).toEqual(['Luc waiting', 'Anne later', 'Zoé later'])
  })

  test('the next higher as well, each time the policy’s days pass without an answer', () => {
    expect(route(asked(40), '2026-03-04')).toEqual(['Luc waiting', 'Anne later', 'Zoé later'])
    expect(route(asked(40), '2026-03-05')).toEqual(['Luc escalated', 'Anne waiting', 'Zoé later'])
    expect(route(asked(40), '2026-03-08')).toEqual(['Luc escalated', 'Anne escalated', 'Zoé waiting'])
    expect(route(asked(40), '2027-01-01')).toEqual(['Luc escalated', 'Anne escalated', 'Zoé waiting'])
    const [luc, anne, zoe] = routeOf(matrix, asked(40), DAY, '2026-03-05')
    expect(luc).toMatchObject({ since: DAY, until: '2026-03-05' })
    expect(anne).toMatchObject({ since: '2026-03-05', until: '2026-03-08' })
    expect(zoe).toMatchObject({ since: null, until: null })
  })

  test('deputies of the day with those they stand in for, and those not asked yet left out', () => {
    expect(askedNow(routeOf(matrix, asked(60), DAY, '2026-03-03'))).toEqual(['Anne', 'Paul'])
    expect(askedNow(routeOf(matrix, asked(60), DAY, '2026-03-11'))).toEqual(['Anne', 'Zoé'])
    expect(askedNow(routeOf(matrix, asked(40), DAY, '2026-03-06'))).toEqual(['Luc', 'Anne', 'Paul'])
  })

  test('those of one ceiling together', () => {
    const twins = {
      ...matrix,
      authority: [...matrix.authority, { person: 'Max', ceilings: matrix.authority[1]?.ceilings as never }],
    }
    expect(askedNow(routeOf(twins, asked(40), DAY, DAY))).toEqual(['Luc', 'Max'])
  })

  test('authors are passed over under four eyes, and their authority does not count for their deputies', () => {
    expect(route(asked(60, { author: 'Anne' }))).toEqual(['Zoé waiting'])
    expect(route(asked(44, { author: 'Luc' }))).toEqual(['Luc waiting', 'Anne later', 'Zoé later'])
    expect(route(asked(44, { author: 'Luc', first: true }))).toEqual(['Anne waiting', 'Zoé later'])
    expect(routeOf(matrix, asked(60, { author: 'Paul' }), DAY, DAY)[0]).toMatchObject({ person: 'Anne', deputies: [] })
  })

  test('anyone, while the policy names nobody', () => {
    const anyone = { ...matrix, authority: [] }
    expect(routeOf(anyone, asked(1_000), DAY, DAY)).toEqual([
      { role: 'decider', person: '', deputies: [], state: 'waiting', since: DAY, until: null },
    ])
    expect(askedNow(routeOf(anyone, asked(1_000), DAY, DAY))).toEqual([])
    expect(mayAnswer(anyone, asked(1_000, { author: 'Eva', first: true }), 'Eva', DAY)).toEqual({ may: true, for: '' })
    expect(nobodyFor(anyone, asked(1_000))).toBeNull()
  })
})

describe('who may answer', () => {
  const may = (what: Asked, person: string, day = DAY) => mayAnswer(matrix, what, person, day)
  const not = (because: string) => ({ may: false, because })

  test('whoever has the authority, asked yet or not; deputies in somebody’s name', () => {
    expect(may(asked(60), 'Anne')).toEqual({ may: true, for: '' })
    expect(may(asked(40), 'Zoé')).toEqual({ may: true, for: '' })
    expect(may(asked(60), 'Paul')).toEqual({ may: true, for: 'Anne' })
    expect(may(asked(60), 'Paul', '2026-03-11')).toEqual(not('above-authority'))
    expect(may(asked(60), 'Luc')).toEqual(not('above-authority'))
    expect(may(asked(101), 'Paul')).toEqual(not('above-authority'))
    expect(may(asked(null), 'Luc')).toEqual({ may: true, for: '' })
    expect(may(asked(null), 'Eva')).toEqual(not('above-authority'))
  })

  test('authors: below four eyes and up to their own ceiling, never as a deputy', () => {
    expect(may(asked(44, { author: 'Luc' }), 'Luc')).toEqual({ may: true, for: '' })
    expect(may(asked(45, { author: 'Luc' }), 'Luc')).toEqual(not('own-proposal'))
    expect(may(asked(44, { author: 'Luc', first: true }), 'Luc')).toEqual(not('own-proposal'))
    expect(may(asked(60, { author: 'Luc' }), 'Luc')).toEqual(not('above-authority'))
    expect(may(asked(44, { author: 'Paul' }), 'Paul')).toEqual(not('own-proposal'))
    expect(may(asked(44, { author: 'Eva' }), 'Eva')).toEqual(not('above-authority'))
    // A deputy of the author decides with the author’s authority.
    expect(may(asked(60, { author: 'Anne' }), 'Paul')).toEqual(not('own-proposal'))
    expect(may(asked(44, { author: 'Anne' }), 'Paul')).toEqual({ may: true, for: 'Anne' })
  })

  test('nobody: the highest is named, and whether it is the ceiling or the second pair of eyes', () => {
    expect(nobodyFor(matrix, asked(501))).toEqual({ because: 'ceiling', person: 'Zoé', ceiling: 500 })
    expect(nobodyFor(matrix, asked(101, { riskClass: 5 }))).toEqual({ because: 'ceiling', person: 'Zoé', ceiling: 100 })
    expect(nobodyFor(matrix, asked(101, { author: 'Zoé' }))).toMatchObject({ because: 'four-eyes', person: 'Zoé' })
    expect(nobodyFor(matrix, asked(500))).toBeNull()
  })
})

const people = ['Anne', 'Luc', 'Zoé', 'Paul', 'Eva'] as const
const anyMatrix: fc.Arbitrary<Matrix> = fc.record({
  authority: fc.array(
    fc.record({
      person: fc.constantFrom(...people),
      ceilings: fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100)),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  deputies: fc.array(
    fc.record({
      person: fc.constantFrom(...people),
      deputy: fc.constantFrom(...people),
      from: fc.constantFrom('2026-01-01', '2026-03-01'),
      until: fc.constantFrom('2026-03-01', '2026-06-30'),
    }),
    { maxLength: 3 },
  ),
  escalationDays: fc.integer({ min: 1, max: 5 }),
  fourEyesFrom: fc.nat(100),
})
const anyAsked: fc.Arbitrary<Asked> = fc.record({
  author: fc.constantFrom(...people),
  counted: fc.option(fc.nat(120), { nil: null }),
  riskClass: fc.option(fc.constantFrom(1, 2, 3, 4, 5), { nil: null }),
  first: fc.boolean(),
})

test('whoever is asked may answer, and nobody asked means nobody may', () => {
  fc.assert(
    fc.property(anyMatrix, anyAsked, fc.constantFrom('2026-03-02', '2026-03-09', '2026-04-30'), (policy, what, day) => {
      const named = askedNow(routeOf(policy, what, '2026-03-02', day))
      for (const person of named) expect(mayAnswer(policy, what, person, day)).toMatchObject({ may: true })
      expect(named.length === 0).toBe(nobodyFor(policy, what) !== null)
      if (named.length === 0) for (const person of people) expect(mayAnswer(policy, what, person, day).may).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('from the amount of four eyes on, authors never answer their own', () => {
  fc.assert(
    fc.property(anyMatrix, anyAsked, (policy, what) => {
      const apart = what.first || (what.counted !== null && what.counted >= policy.fourEyesFrom)
      if (apart) expect(mayAnswer(policy, what, what.author, DAY).may).toBe(false)
    }),
    { numRuns: 500 },
  )
})
