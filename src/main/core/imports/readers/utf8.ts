import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

const announcedLength = (lead: number): number =>
  lead < 0x80
    ? 1
    : lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0

/** Length of the well-formed UTF-8 sequence at `at`, 0 when there is none (RFC 3629, table 3-7 of Unicode). */
const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0
  const length = announcedLength(lead)
  for (let i = 1; i < length; i++) if (!isContinuation(bytes[at + i])) return 0
  const second = bytes[at + 1] ?? 0
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0
  return length
}

/** Length of `bytes` without the sequence that its end may cut in two. */
export const completeLength = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (isContinuation(byte)) continue
    return announcedLength(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** How many sequences of two bytes or more are UTF-8, and how many bytes are not. `valid` is 1 when all the bytes are. */
export const countSequences = (bytes: Uint8Array): { valid: number; invalid: number } => {
  if (isUtf8(bytes)) return { valid: 1, invalid: 0 }
  let valid = 0
  let invalid = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length > 1) valid++
    if (length === 0) invalid++
    at += length || 1
  }
  return { valid, invalid }
}

/** Reads what is UTF-8 as UTF-8 and each other byte as Windows-1252: nothing is dropped. */
export const decodeMixed = (bytes: Buffer): string => {
  let text = ''
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length === 0) {
      text += bytes.toString('utf8', from, at) + iconv.decode(bytes.subarray(at, at + 1), 'windows-1252')
      from = at + 1
    }
    at += length || 1
  }
  return text + bytes.toString('utf8', from, bytes.length)
}
