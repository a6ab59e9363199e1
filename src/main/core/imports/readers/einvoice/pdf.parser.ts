import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFParser,
  PDFRawStream,
  PDFRef,
  type PDFStream,
} from 'pdf-lib'

/** More than this was to be unpacked. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

const TYPE = PDFName.of('Type')
const XREF = PDFName.of('XRef')
const OBJECT_STREAM = PDFName.of('ObjStm')
const FLATE = PDFName.of('FlateDecode')

// Object streams hold dictionaries; a document with this much of them is no invoice.
const MAX_OBJECT_STREAMS = 32 * 1024 * 1024
// A sound document is read about six times over, character by character; a crafted one without end.
const MAX_REREADING = 64

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/**
 * The content of a stream that is stored plain or deflated, as attachments and object streams are. Throws `TooLarge` above
 * `limit` bytes, whatever the stream says of itself, and Error for other filters.
 */
export const unpackStream = (stream: PDFRawStream, limit: number): Uint8Array => {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : []
  let bytes = stream.contents
  for (const one of filters) {
    if (one !== FLATE) throw new Error(`Filter ${one} is not read here`)
    try {
      // A last block that is cut off, or without its checksum, still gives what precedes.
      bytes = inflateSync(bytes, { maxOutputLength: limit, finishFlush: 2 })
    } catch (error) {
      throw isTooLarge(error) ? new TooLarge() : error
    }
  }
  if (bytes.length > limit) throw new TooLarge()
  return bytes
}

/**
 * pdf-lib's parser within bounds: it unpacks object streams of any size, reads an object again for each time that a stream
 * points to it, and follows lengths that lead backwards.
 */
class BoundedParser extends PDFParser {
  private unpacked = 0

  constructor(pdf: Uint8Array) {
    super(pdf, Number.POSITIVE_INFINITY, true)
    const { bytes } = this
    const moveTo = bytes.moveTo.bind(bytes)
    let left = MAX_REREADING * pdf.length
    bytes.moveTo = (offset) => {
      left -= Math.max(0, bytes.offset() - offset)
      if (left < 0) throw new Error('The document leads back to itself')
      moveTo(offset)
    }
  }

  // What such streams hold is taken here: an empty dictionary leaves nothing for pdf-lib to unpack.
  protected override parseDictOrStream(): PDFDict | PDFStream {
    const object = super.parseDictOrStream()
    if (!(object instanceof PDFRawStream)) return object
    const type = object.dict.lookup(TYPE)
    if (type === XREF) this.readTrailer(object.dict)
    else if (type === OBJECT_STREAM) this.readObjectStream(object)
    else return object
    return PDFDict.withContext(this.context)
  }

  private readTrailer(dict: PDFDict): void {
    const { trailerInfo } = this.context
    for (const key of ['Root', 'Encrypt', 'Info', 'ID'] as const) {
      trailerInfo[key] = dict.get(PDFName.of(key)) ?? trailerInfo[key]
    }
  }

  private readObjectStream(stream: PDFRawStream): void {
    const bytes = unpackStream(stream, MAX_OBJECT_STREAMS - this.unpacked)
    this.unpacked += bytes.length
    const first = stream.dict.lookup(PDFName.of('First'), PDFNumber).asNumber()
    const count = stream.dict.lookup(PDFName.of('N'), PDFNumber).asNumber()
    const header = Buffer.from(bytes.subarray(0, first)).toString('latin1').match(/\d+/g) ?? []
    const objects: { number: number; offset: number }[] = []
    for (let i = 0; i + 1 < header.length && objects.length < count; i += 2)
      objects.push({ number: Number(header[i]), offset: first + Number(header[i + 1]) })
    objects.sort((a, b) => a.offset - b.offset)
    for (const [i, { number, offset }] of objects.entries()) {
      // Up to the next one only, so that the whole is read once.
      const own = bytes.subarray(offset, objects[i + 1]?.offset)
      this.context.assign(PDFRef.of(number, 0), PDFObjectParser.forBytes(own, this.context).parseObject())
    }
  }
}

/**
 * Every object of a PDF. Throws `TooLarge` for what unpacks beyond all measure, and Error for what is damaged: nothing is
 * guessed of a document that is to be proof.
 */
export const parsePdf = async (pdf: Uint8Array): Promise<PDFContext> => new BoundedParser(pdf).parseDocument()
