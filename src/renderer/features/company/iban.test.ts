import { expect, test } from 'vitest'
import { groupsOfFour, ibanState } from './iban.ts'

const GOOD = 'FR7630006000011234567890189'

test('groups of four, complete or not', () => {
  expect(groupsOfFour('fr76 3000-60')).toBe('FR76 3000 60')
  expect(groupsOfFour(GOOD)).toBe('FR76 3000 6000 0112 3456 7890 189')
  expect(groupsOfFour('')).toBe('')
})

test('what is typed so far is not wrong', () => {
  expect(ibanState('')).toEqual({ is: 'empty' })
  expect(ibanState('F').is).toBe('typing')
  expect(ibanState('FR76 3000')).toEqual({ is: 'typing', country: 'FR', expected: 27, length: 8 })
})

test('a complete one is valid, or says what is wrong', () => {
  expect(ibanState(groupsOfFour(GOOD))).toEqual({ is: 'valid' })
  expect(ibanState(GOOD.replace('789', '798'))).toMatchObject({ is: 'wrong', problem: 'checksum' })
  expect(ibanState(`${GOOD}0`)).toMatchObject({ is: 'wrong', problem: 'length', expected: 27, length: 28 })
  expect(ibanState(GOOD.replace('3000', 'ABCD'))).toMatchObject({ is: 'wrong', problem: 'characters' })
  expect(ibanState('XX12')).toMatchObject({ is: 'wrong', problem: 'country' })
})
