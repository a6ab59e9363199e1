import { expect, test } from 'vitest'
import { isDay } from '../core/kernel/day.ts'
import { callContext } from './calls.ts'

test('the client’s working day stands', () => {
  expect(callContext({ 'x-encours-today': '2023-12-31' }, 'marie', 'test')).toMatchObject({
    today: '2023-12-31',
    user: 'marie',
  })
})

test.each([undefined, '', '31/12/2023', '2023-02-30', "2023-01-01'; --"])(
  '%s is no day: the machine’s own stands',
  (asked) => {
    const before = new Date()
    const { today, now } = callContext({ 'x-encours-today': asked }, 'marie', 'test')
    expect(isDay(today)).toBe(true)
    expect(Math.abs(Date.parse(today) - before.getTime())).toBeLessThan(2 * 86_400_000)
    expect(now >= before.toISOString()).toBe(true)
  },
)
