import { expect, test } from 'vitest'
import { placeOf, type ScaleShape } from './scale.place.ts'

const shape = (rest: Partial<ScaleShape>): ScaleShape => ({
  code: 's',
  better: 'high',
  min: null,
  max: null,
  grades: [],
  ...rest,
})
const value = (text: string, best = '', worst = '') => ({ scale: 's', value: text, best, worst })

test('a value stands between the worst and the best end, whichever way the scale runs', () => {
  expect(placeOf(value('25'), shape({ min: 0, max: 100 }))).toEqual({ worst: '0', best: '100', at: 0.25 })
  expect(placeOf(value('2'), shape({ min: 1, max: 5, better: 'low' }))).toEqual({ worst: '5', best: '1', at: 0.75 })
})

test('grades stand by their order, letters before them aside', () => {
  const grades = ['1+', '1', '4+', '4', '5'].map((grade) => ({ grade }))
  expect(placeOf(value('G4+'), shape({ grades }))).toEqual({ worst: '5', best: '1+', at: 0.5 })
  expect(placeOf(value('G4'), shape({ grades }))?.at).toBe(0.25)
  expect(placeOf(value('G9'), shape({ grades }))).toBeNull()
})

test('a scale of the report itself needs both its ends as numbers', () => {
  expect(placeOf(value('7', '10', '0'), undefined)).toEqual({ worst: '0', best: '10', at: 0.7 })
  expect(placeOf(value('7,5', '0', '10'), undefined)?.at).toBe(0.25)
  expect(placeOf(value('7', 'A', 'D'), undefined)).toBeNull()
  expect(placeOf(value('UN'), shape({ min: 0, max: 100 }))).toBeNull()
})
