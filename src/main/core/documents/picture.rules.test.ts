import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pixelsOf } from './picture.rules.ts'

const png = (width: number, height: number) => {
  const bytes = Buffer.alloc(33)
  bytes.writeUInt32BE(0x89504e47, 0)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
const jpeg = (width: number, height: number, frame = 0xc0) => {
  const bytes = Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    1,
    2,
    0xff,
    0xff,
    0xc4,
    0,
    2,
    0xff,
    frame,
    0,
    17,
    8,
    0,
    0,
    0,
    0,
    3,
  ])
  bytes.writeUInt16BE(height, 18)
  bytes.writeUInt16BE(width, 20)
  return bytes
}

test('the size of a picture is the one that it will be unpacked to', () => {
  expect(pixelsOf(readFileSync('resources/icons/icon.png'))).toBe(512 * 512)
  expect(pixelsOf(png(60_000, 60_000))).toBe(3_600_000_000)
  expect(pixelsOf(jpeg(640, 480))).toBe(307_200)
  expect(pixelsOf(jpeg(65_535, 65_535, 0xc2))).toBe(4_294_836_225)
})

test('what is none has no size, whatever it is', () => {
  expect(pixelsOf(new Uint8Array())).toBeNull()
  expect(pixelsOf(Buffer.from('%PDF-1.7'))).toBeNull()
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.constantFrom([], [0xff, 0xd8], [0xff, 0xd8, 0xff]),
      (bytes, head) => {
        const pixels = pixelsOf(new Uint8Array([...head, ...bytes]))
        expect(pixels === null || pixels >= 0).toBe(true)
      },
    ),
  )
})
