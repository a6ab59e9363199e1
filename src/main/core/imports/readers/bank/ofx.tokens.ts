import { xmlRefusal } from '../xml.reader.ts'

/** `text` is what follows the tag up to the next one, trimmed; `close` for an end tag. */
export type OfxToken = { name: string; close: boolean; text: string; line: number }

const MAX_WAITING = 1024 * 1024

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,6})|(\w{2,6}));/g, (whole, number: string | undefined, name: string | undefined) =>
        number === undefined
          ? (ENTITIES[name?.toLowerCase() ?? ''] ?? whole)
          : Number(number) > 0x10ffff
            ? whole
            : String.fromCodePoint(Number(number)),
      )
    : text

const lineFeeds = (text: string): number => text.split('\n').length - 1

/**
 * The tags of an OFX file, of version 1 (SGML, whose values have no end tag) or 2 (XML): read alike, since files that say
 * one are often the other. No entity but the common ones is resolved; a document type or an entity declaration is refused
 * as XML is.
 */
export async function* ofxTokens(pieces: AsyncIterable<string>): AsyncGenerator<OfxToken[]> {
  let rest = ''
  let line = 1
  const take = (tokens: OfxToken[], last: boolean): void => {
    let at = rest.indexOf('<')
    if (at < 0) at = rest.length
    line += lineFeeds(rest.slice(0, at))
    while (at < rest.length) {
      if (rest.startsWith('<!', at) && /^<!(?:DOCTYPE|ENTITY)/i.test(rest.slice(at, at + 10)))
        throw xmlRefusal('A document type is not allowed', line)
      const cdata = rest.startsWith('<![CDATA[', at)
      const found = cdata ? rest.indexOf(']]>', at) : rest.indexOf('>', at)
      if (found < 0) break
      const tagEnd = cdata ? found + 2 : found
      const next = rest.indexOf('<', tagEnd)
      if (next < 0 && !last) break
      const stop = next < 0 ? rest.length : next
      const tag = rest.slice(at + 1, tagEnd).trim()
      const before = tokens.at(-1)
      if (cdata) {
        if (before && !before.close) before.text += rest.slice(at + 9, tagEnd - 2).trim()
      } else if (!/^[?!]/.test(tag)) {
        const close = tag.startsWith('/')
        const name = (close ? tag.slice(1) : tag).split(/[\s/]/)[0]?.toUpperCase() ?? ''
        tokens.push({ name, close, text: unescaped(rest.slice(tagEnd + 1, stop).trim()), line })
      }
      line += lineFeeds(rest.slice(at, stop))
      at = stop
    }
    rest = rest.slice(at)
    if (rest.length > MAX_WAITING) throw xmlRefusal('A text is too long', line)
  }
  for await (const piece of pieces) {
    rest += piece
    const tokens: OfxToken[] = []
    take(tokens, false)
    if (tokens.length > 0) yield tokens
  }
  const tokens: OfxToken[] = []
  take(tokens, true)
  yield tokens
}
