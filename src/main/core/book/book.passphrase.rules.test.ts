import { expect, test } from 'vitest'
import { waitAfter } from './book.passphrase.rules.ts'

test('each wrong try waits twice as long as the one before, a minute at most', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 500].map(waitAfter)).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
})
