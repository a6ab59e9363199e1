import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRecoveryKey, sameGroup, writeRecoveryKey } from './book.recovery.rules.ts'

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 })
const SIGNS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']

/** A key with the place of one of its signs, hyphens left out of account. */
const places = fc.tuple(keys, fc.nat({ max: 12 }), fc.nat({ max: 4 }))

describe('a recovery key', () => {
  test('is thirteen groups of five signs', () => {
    expect(writeRecoveryKey(new Uint8Array(32))).toBe(
      '00005-0000A-0000F-0000M-0000H-0000Y-0000V-0000D-00008-00007-00002-0000S-0000W',
    )
  })

  test('is read as it was written, with spaces, small letters and letters taken for digits', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const written = writeRecoveryKey(key)
        for (const typed of [
          written,
          ` ${written.toLowerCase().replaceAll('-', ' ')} `,
          written.replaceAll('-', ''),
          written.replaceAll('0', 'o').replaceAll('1', 'l'),
        ])
          expect(readRecoveryKey(typed)).toEqual({ key })
      }),
    )
  })

  test('a wrong sign is told with its group', () => {
    fc.assert(
      fc.property(places, fc.constantFrom(...SIGNS), ([key, group, place], sign) => {
        const groups = writeRecoveryKey(key).split('-')
        const was = groups[group] as string
        fc.pre(was[place] !== sign)
        groups[group] = was.slice(0, place) + sign + was.slice(place + 1)
        expect(readRecoveryKey(groups.join('-'))).toEqual({ wrongGroups: [group + 1] })
      }),
    )
  })

  test('a missing sign and a doubled one are told with their group', () => {
    fc.assert(
      fc.property(places, fc.boolean(), ([key, group, place], doubled) => {
        const groups = writeRecoveryKey(key).split('-')
        const was = groups[group] as string
        groups[group] = was.slice(0, place) + (doubled ? `${was[place]}${was[place]}` : '') + was.slice(place + 1)
        expect(readRecoveryKey(groups.join('-'))).toEqual({ wrongGroups: [group + 1] })
      }),
    )
  })

  test('neighbours swapped within a group, and groups swapped, never pass', () => {
    fc.assert(
      fc.property(places, ([key, group, place]) => {
        const groups = writeRecoveryKey(key).split('-')
        const was = groups[group] as string
        const at = Math.min(place, 3)
        if (was[at] !== was[at + 1]) {
          const swapped = [...groups]
          swapped[group] = `${was.slice(0, at)}${was[at + 1]}${was[at]}${was.slice(at + 2)}`
          expect(readRecoveryKey(swapped.join('-'))).toEqual({ wrongGroups: [group + 1] })
        }
        const other = (group + 1) % 13
        const moved = [...groups]
        moved[group] = groups[other] as string
        moved[other] = was
        expect(readRecoveryKey(moved.join('-'))).toHaveProperty('wrongGroups')
      }),
    )
  })

  test('a passphrase is none, however long', () => {
    for (const text of ['', 'correct horse battery staple', 'a b c d e f g h i j k l m', 'x'.repeat(65)])
      expect(readRecoveryKey(text)).toBeNull()
  })

  test('its last group is recognised', () => {
    const key = writeRecoveryKey(new Uint8Array(32).fill(255))
    const last = key.slice(-5)
    expect(sameGroup(key, ` ${last.toLowerCase()} `)).toBe(true)
    for (const other of ['', last.slice(1), key.slice(0, 5), key]) expect(sameGroup(key, other)).toBe(false)
  })
})
