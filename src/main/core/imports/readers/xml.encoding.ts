import iconv from 'iconv-lite'
import { Refusal } from '../../kernel/errors.ts'
import { type Decoder, decoderOf } from './encoding.ts'

// A declaration stands whole within this.
const HEAD = 1024

const startsWith = (bytes: Buffer, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

const markedEncoding = (bytes: Buffer): string | null => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0x3c, 0, 0x3f, 0)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0, 0x3c, 0, 0x3f)) return 'utf-16be'
  return null
}

const declaredEncoding = (bytes: Buffer): string =>
  /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(bytes.toString('latin1', 0, HEAD))?.[1] ?? 'utf-8'

const decoderNamed = (name: string): Decoder => {
  const label = name.toLowerCase()
  // Bytes that UTF-8 cannot explain are read as Windows-1252: a wrong declaration loses no accent.
  if (label === 'utf-8' || label === 'utf8' || label === 'us-ascii' || label === 'ascii') return decoderOf('utf-8')
  if (label === 'utf-16le' || label === 'utf-16be') return decoderOf(label)
  if (label === 'utf-16' || !iconv.encodingExists(name))
    throw new Refusal('import.unreadable', `Unknown encoding ${name}`, { line: 1, reason: 'xml' })
  // Files that declare Latin-1 often hold the euro sign of Windows-1252, which Latin-1 has no letter for.
  const decoder = iconv.getDecoder(label === 'iso-8859-1' || label === 'latin1' ? 'windows-1252' : name)
  return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' }
}

/** Decodes XML as it comes, without its byte order mark; throws `import.unreadable` (`xml`) for an unknown encoding. */
export const decoderOfXml = (): Decoder => {
  let decoder: Decoder | null = null
  let held: Buffer = Buffer.alloc(0)
  const start = (): { decoder: Decoder; text: string } => {
    const found = decoderNamed(markedEncoding(held) ?? declaredEncoding(held))
    const text = found.write(held)
    decoder = found
    return { decoder: found, text: text.startsWith('\uFEFF') ? text.slice(1) : text }
  }
  return {
    write(bytes) {
      if (decoder) return decoder.write(bytes)
      held = held.length > 0 ? Buffer.concat([held, bytes]) : bytes
      return held.length < HEAD ? '' : start().text
    },
    end() {
      if (decoder) return decoder.end()
      const { decoder: found, text } = start()
      return text + found.end()
    },
  }
}
