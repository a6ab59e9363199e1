import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseLimit, besideLimit, type Decision } from './limits.rules.ts'

const limit = (kind: Decision['kind'], amount: number | null, from: string, until: string | null = null): Decision => ({
  kind,
  amount,
  from,
  until,
})
const internal = (amount: number | null, from: string, until: string | null = null) =>
  limit('internal', amount, from, until)
const temporary = (amount: number | null, from: string, until: string) => limit('temporary', amount, from, until)

/** State and amount on a day. */
const on = (day: string, ...decisions: Decision[]) => {
  const { state, limit: found } = baseLimit(decisions, day)
  return [state, found?.amount ?? null]
}

describe('the base limit', () => {
  test('nothing decided, or not begun, is none; zero is set', () => {
    expect(on('2026-01-01')).toEqual(['none', null])
    expect(on('2026-01-01', internal(100, '2026-01-02'))).toEqual(['none', null])
    expect(on('2026-01-01', internal(0, '2026-01-01'))).toEqual(['set', 0])
    expect(on('2026-01-01', internal(100, '2025-01-01'), internal(null, '2026-01-01'))).toEqual(['none', null])
  })

  test('a later decision replaces the one before it for good', () => {
    const both = [internal(100, '2026-01-01'), internal(200, '2026-02-01', '2026-02-28')]
    expect(on('2026-01-31', ...both)).toEqual(['set', 100])
    expect(on('2026-02-28', ...both)).toEqual(['set', 200])
    expect(on('2026-03-01', ...both)).toEqual(['expired', 200])
  })

  test('of the same day the one taken last', () => {
    expect(on('2026-01-01', internal(100, '2026-01-01'), internal(50, '2026-01-01'))).toEqual(['set', 50])
  })

  test('a decision entered later for an earlier day does not go before a newer one', () => {
    expect(on('2026-03-01', internal(200, '2026-02-01'), internal(100, '2026-01-01'))).toEqual(['set', 200])
  })

  test('a temporary limit stands in for the internal one while it runs', () => {
    const both = [internal(100, '2026-01-01'), temporary(200, '2026-02-01', '2026-02-28')]
    expect(on('2026-02-01', ...both)).toEqual(['set', 200])
    expect(on('2026-03-01', ...both)).toEqual(['set', 100])
    expect(baseLimit(both, '2026-02-01').replaces?.amount).toBe(100)
    // One that ran out hides no other that still runs.
    const two = [temporary(150, '2026-01-01', '2026-12-31'), temporary(200, '2026-02-01', '2026-02-28')]
    expect(on('2026-02-15', ...two)).toEqual(['set', 200])
    expect(on('2026-03-15', ...two)).toEqual(['set', 150])
  })

  test('an internal limit confirmed or raised meanwhile leaves it, one that is cut ends it', () => {
    const granted = [internal(100, '2026-01-01'), temporary(200, '2026-02-01', '2026-06-30')]
    expect(on('2026-04-01', ...granted, internal(100, '2026-03-01'))).toEqual(['set', 200])
    expect(on('2026-04-01', ...granted, internal(150, '2026-03-01'))).toEqual(['set', 200])
    expect(on('2026-04-01', ...granted, internal(60, '2026-03-01'))).toEqual(['set', 60])
    expect(on('2026-02-15', ...granted, internal(60, '2026-03-01'))).toEqual(['set', 200])
    expect(on('2026-04-01', ...granted, internal(0, '2026-03-01'))).toEqual(['set', 0])
    // The cut was known when it was granted.
    expect(on('2026-04-01', internal(100, '2026-01-01'), internal(60, '2026-03-01'), granted[1] as Decision)).toEqual([
      'set',
      200,
    ])
  })

  test('a temporary limit that is taken back, or that ran out with nothing under it', () => {
    const granted = [internal(100, '2026-01-01'), temporary(200, '2026-02-01', '2026-06-30')]
    expect(on('2026-04-01', ...granted, temporary(null, '2026-03-01', '2026-06-30'))).toEqual(['set', 100])
    expect(on('2026-07-01', temporary(200, '2026-02-01', '2026-06-30'))).toEqual(['expired', 200])
  })
})

test('a cover is the newest decision of its kind, unless it ended or was taken away', () => {
  const covers = [
    limit('insured', 500, '2026-01-01'),
    limit('insured', 300, '2026-03-01', '2026-04-30'),
    limit('guarantee', 50, '2026-01-01'),
  ]
  const cover = (day: string, more: Decision[] = []) =>
    besideLimit([...covers, ...more], 'insured', day)?.amount ?? null
  expect([cover('2025-12-31'), cover('2026-01-01'), cover('2026-03-01'), cover('2026-05-01')]).toEqual([
    null,
    500,
    300,
    null,
  ])
  expect(cover('2026-03-15', [limit('insured', null, '2026-03-10')])).toBeNull()
  expect(cover('2026-03-15', [limit('insured', 0, '2026-03-10')])).toBeNull()
  expect(besideLimit(covers, 'guarantee', '2026-05-01')?.amount).toBe(50)
})

test('a decision changes no day before its first', () => {
  const day = fc.integer({ min: 10, max: 28 }).map((number) => `2026-01-${number}`)
  const decision: fc.Arbitrary<Decision> = fc.record({
    kind: fc.constantFrom('internal' as const, 'temporary' as const, 'insured' as const),
    amount: fc.option(fc.nat(1000), { nil: null }),
    from: day,
    until: fc.option(day, { nil: null }),
  })
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 8 }), decision, day, (decisions, one, asOf) => {
      fc.pre(asOf < one.from)
      const more = [...decisions, one]
      expect(baseLimit(more, asOf)).toEqual(baseLimit(decisions, asOf))
      expect(besideLimit(more, 'insured', asOf)).toEqual(besideLimit(decisions, 'insured', asOf))
    }),
  )
})
