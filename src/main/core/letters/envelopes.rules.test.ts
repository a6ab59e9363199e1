import { describe, expect, test } from 'vitest'
import { ADDRESS_BOX, type Box, ENVELOPES, type EnvelopeName, FIVE_LINES, seenThrough } from './envelopes.rules.ts'

const inside = (box: Box, frame: Box): boolean =>
  box.left >= frame.left &&
  box.top >= frame.top &&
  box.left + box.width <= frame.left + frame.width &&
  box.top + box.height <= frame.top + frame.height

const { left, top, width, height } = ADDRESS_BOX
const fiveLines: Box = { left, top: top + height - FIVE_LINES, width, height: FIVE_LINES }

describe.each(Object.keys(ENVELOPES) as EnvelopeName[])('an address of five lines in a %s', (name) => {
  test('shows however the sheet lies', () => {
    expect(inside(fiveLines, seenThrough(name).always)).toBe(true)
  })

  test('what always shows is what shows in each of the four corners', () => {
    const { envelope, window, sheet } = ENVELOPES[name]
    const { always, sometimes } = seenThrough(name)
    for (const across of [0, envelope.width - sheet.width])
      for (const down of [0, envelope.height - sheet.height]) {
        const shown: Box = { ...window, left: window.left - across, top: window.top - down }
        expect(inside(always, shown)).toBe(true)
        // A window may reach beyond the sheet: nothing is printed there.
        expect(shown.left).toBeGreaterThanOrEqual(sometimes.left)
        expect(shown.top).toBeGreaterThanOrEqual(sometimes.top)
      }
  })
})

test('a DL shows 34 to 90 mm of the sheet, and 45 to 79 mm always', () => {
  const { always, sometimes } = seenThrough('DL')
  expect([sometimes.top, sometimes.top + sometimes.height]).toEqual([34, 90])
  expect([always.top, always.top + always.height]).toEqual([45, 79])
  expect([always.left, always.left + always.width]).toEqual([100, 190])
})

test('in a DL even the longest address shows', () => {
  expect(inside(ADDRESS_BOX, seenThrough('DL').always)).toBe(true)
})
