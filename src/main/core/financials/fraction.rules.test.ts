import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, exactly, fraction, interpolate, line, over, plus, times, toPlaces } from './fraction.rules.ts'

describe('fractions', () => {
  test.each([
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['-0.004', 2, '0.00'],
    ['12.345', 1, '12.3'],
    ['12.5', 0, '13'],
    ['0', 2, '0.00'],
  ])('%s to %i places is %s', (text, places, shown) => {
    expect(toPlaces(exactly(text), places)).toBe(shown)
  })

  test('nothing is lost on the way', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1 }), fc.integer(), fc.integer({ min: 1 }), (a, b, c, d) => {
        const [left, right] = [fraction(a, b), fraction(c, d)]
        const back = over(times(left, right), right.n === 0n ? fraction(1) : right)
        return (right.n === 0n || compare(back, left) === 0) && compare(plus(left, right), plus(right, left)) === 0
      }),
    )
  })

  test('a fraction over zero is a bug', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError)
  })

  test('a line is read between its points and is flat beyond them', () => {
    const points = line(['0', '100'], ['10', '50'], ['30', '0'])
    const at = (place: string) => toPlaces(interpolate(points, exactly(place)), 2)
    expect(['-5', '0', '4', '10', '20', '30', '99'].map(at)).toEqual([
      '100.00',
      '100.00',
      '80.00',
      '50.00',
      '25.00',
      '0.00',
      '0.00',
    ])
  })
})
