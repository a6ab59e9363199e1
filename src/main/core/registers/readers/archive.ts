import { Unzip, UnzipInflate } from 'fflate'
import { piecesOf, type ReadOptions, type Source } from '../../imports/readers/source.ts'
import { Refusal } from '../../kernel/errors.ts'

/** A file to read, alone or inside an archive; its pieces come once, in order. */
export type Entry = { name: string; pieces: AsyncIterable<Buffer> }

const unreadable = (source: Source, message: string) =>
  new Refusal('import.unreadable', message, { file: source.name, line: 1, reason: 'archive' })

type Event = { open: string } | { bytes: Uint8Array; last: boolean }

/** Counts what was read of the file itself. */
export type Meter = { bytes: number }

async function* metered(source: Source, meter: Meter, options: ReadOptions): AsyncGenerator<Buffer> {
  for await (const piece of piecesOf(source.blob, options)) {
    meter.bytes += piece.length
    yield piece
  }
}

/** Unpacks as it reads: neither the archive nor what is in it is ever whole in memory. */
async function* unpacked(source: Source, meter: Meter, options: ReadOptions): AsyncGenerator<Entry> {
  const events: Event[] = []
  let failed: Error | null = null
  const unzip = new Unzip((file) => {
    events.push({ open: file.name })
    file.ondata = (error, bytes, last) => {
      if (error) failed = error
      else events.push({ bytes, last })
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  const pieces = metered(source, meter, options)
  const next = async (): Promise<Event | null> => {
    for (;;) {
      const event = events.shift()
      if (event) return event
      const piece = await pieces.next()
      if (piece.done) return null
      try {
        unzip.push(piece.value)
      } catch (error) {
        failed = error as Error
      }
      if (failed) throw unreadable(source, `The archive is damaged: ${failed.message}`)
    }
  }
  async function* contentOf(state: { ended: boolean }): AsyncGenerator<Buffer> {
    while (!state.ended) {
      const event = await next()
      if (!event || 'open' in event) throw unreadable(source, 'The archive ends in the middle of a file')
      state.ended = event.last
      if (event.bytes.length > 0) yield Buffer.from(event.bytes.buffer, event.bytes.byteOffset, event.bytes.byteLength)
    }
  }
  for (let event = await next(); event; event = await next()) {
    if (!('open' in event)) continue
    const state = { ended: false }
    yield { name: event.open, pieces: contentOf(state) }
    // What the reader left unread is passed over.
    for await (const _rest of contentOf(state)) void _rest
  }
}

/** The file itself, or the files of a ZIP archive one after another; refuses a damaged archive with `import.unreadable`. */
export async function* entriesOf(source: Source, meter: Meter, options: ReadOptions = {}): AsyncGenerator<Entry> {
  const start = Buffer.from(await source.blob.slice(0, 4).arrayBuffer())
  if (start.equals(Buffer.from('PK\x03\x04', 'latin1'))) yield* unpacked(source, meter, options)
  else yield { name: source.name, pieces: metered(source, meter, options) }
}
