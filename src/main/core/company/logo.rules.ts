import { pixelsOf } from '../documents/picture.rules.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]
const JPEG = [0xff, 0xd8, 0xff]
const JPEG_END = [0xff, 0xd9]

/** Eighty megabytes once unpacked; a letter shows a hundredth of them. */
const MOST_PIXELS = 20_000_000
/** Parts shown again may hold parts shown again: a few more levels, and a page takes minutes. */
const MOST_USES = 24

const begins = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte)
const ends = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, i) => bytes[bytes.length - signature.length + i] === byte)

/**
 * What a picture is by what it holds, whatever its name says; null for one that a letter could not show: another format,
 * one cut off, one that would fill the memory, an SVG that draws on other files.
 */
export const pictureType = (bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/svg+xml' | null => {
  if ((pixelsOf(bytes) ?? 0) > MOST_PIXELS) return null
  if (begins(bytes, PNG)) return ends(bytes, PNG_END) ? 'image/png' : null
  if (begins(bytes, JPEG)) return ends(bytes, JPEG_END) ? 'image/jpeg' : null
  const text = new TextDecoder().decode(bytes).trim()
  const isSvg = /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>[]*>\s*)*<svg[\s>]/.test(text)
  const isWhole = text.endsWith('</svg>') && !/<!ENTITY|<script|<foreignObject|@import/i.test(text)
  return isSvg && isWhole && !drawsOnOthers(text) && (text.match(/<use[\s>/]/g)?.length ?? 0) <= MOST_USES
    ? 'image/svg+xml'
    : null
}

/** Whether it names anything but its own parts and pictures that it holds itself. */
const drawsOnOthers = (svg: string): boolean =>
  /\bhref\s*=\s*(["'])(?!\s*(#|data:image\/))/i.test(svg) || /\burl\(\s*["']?\s*(?!#)[^"'\s]/i.test(svg)
