import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The characters a TrueType font can draw, from its `cmap` table (OpenType 1.9, format 4: the Basic Multilingual
 * Plane; what lies beyond counts as missing, as no font of ours has any of it).
 */
export const charactersOf = (font: Uint8Array): ReadonlySet<number> => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const drawn = new Set<number>()
  for (let table = 0; table < view.getUint16(cmap + 2); table++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * table + 4)
    if (view.getUint16(at) === 4) addSegments(view, at, drawn)
  }
  return drawn
}

const tableAt = (view: DataView, name: string): number => {
  for (let table = 0; table < view.getUint16(4); table++) {
    const at = 12 + 16 * table
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)))
    if (tag === name) return view.getUint32(at + 8)
  }
  throw new Error(`the font has no table ${name}`)
}

const addSegments = (view: DataView, at: number, drawn: Set<number>): void => {
  const size = view.getUint16(at + 6)
  const [ends, starts] = [at + 14, at + 16 + size]
  const [deltas, offsets] = [starts + size, starts + 2 * size]
  for (let segment = 0; segment < size; segment += 2) {
    const [first, last] = [view.getUint16(starts + segment), view.getUint16(ends + segment)]
    const offset = view.getUint16(offsets + segment)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = offset === 0 ? code : view.getUint16(offsets + segment + offset + 2 * (code - first))
      if (glyph !== 0 && ((glyph + view.getUint16(deltas + segment)) & 0xffff) !== 0) drawn.add(code)
    }
  }
}

// Marks that only steer how others are drawn or joined, and controls: nothing of them is seen.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Variation_Selector}|\u034F/u
const KEPT = /[\n\t\u00AD]/
const MISSING = '\u25A1'

/**
 * A text with a box for every character that no font here can draw (an emoji, a name in Chinese), and without those
 * that are not seen: a tagged PDF may hold neither, and one such name must not stop a whole run of letters.
 */
export const drawable = (resources: string): ((text: string) => string) => {
  const fonts = ['SourceSans3_400Regular.ttf', 'SourceSans3_600SemiBold.ttf'].map((name) =>
    charactersOf(readFileSync(join(resources, 'fonts', name))),
  )
  const isDrawn = (code: number) => fonts.every((font) => font.has(code))
  return (text) =>
    text.toWellFormed().replace(/[^\n\x20-\x7e\u00a0-\u00ff]/gu, (character) => {
      if (KEPT.test(character) || isDrawn(character.codePointAt(0) ?? 0)) return character
      return UNSEEN.test(character) ? '' : MISSING
    })
}
