import { Refusal } from '../../kernel/errors.ts'

/** Consecutive lines of a file: `texts[i]` is the physical line `first + i`, counted from 1. */
export type LineBatch = { first: number; texts: string[] }

const MAX_LINE = 1024 * 1024

/**
 * Turns every line end into LF: CR, LF, CRLF, and CR CR LF (a CRLF file copied through a program that converted it
 * once more) count as one each.
 */
export async function* withLineFeeds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const piece of pieces) {
    let text = held + piece
    held = ''
    if (text.includes('\r')) {
      // A line end may be cut in two: what could still become one waits for the next piece.
      held = text.endsWith('\r\r') ? '\r\r' : text.endsWith('\r') ? '\r' : ''
      if (held) text = text.slice(0, -held.length)
      text = text.replace(/\r\r\n|\r\n?/g, '\n')
    }
    if (text !== '') yield text
  }
  if (held) yield held.replaceAll('\r', '\n')
}

/** The lines of a text in batches. The last line needs no line end. A line of more than a million characters is refused. */
export async function* readLines(pieces: AsyncIterable<string>): AsyncGenerator<LineBatch> {
  let first = 1
  let rest = ''
  for await (const piece of withLineFeeds(pieces)) {
    const texts = (rest + piece).split('\n')
    rest = texts.pop() ?? ''
    if (rest.length > MAX_LINE)
      throw new Refusal('import.unreadable', 'A line is too long', { line: first + texts.length })
    if (texts.length > 0) yield { first, texts }
    first += texts.length
  }
  if (rest !== '') yield { first, texts: [rest] }
}
