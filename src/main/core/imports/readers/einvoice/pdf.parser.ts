import { constants, inflateSync } from 'node:zlib'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
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
// Characters read again for each one of the document: up to two in the sound ones measured, without end in crafted ones.
const MAX_REREADING = 8
const FREE_REREADING = 64 * 1024
// What looking for a number where there is none costs, in characters read again.
const FAILED_NUMBER = 64
const LONGEST_NUMBER = 15
// Dictionaries, names, numbers: this many take seconds to read and hundreds of megabytes to hold.
const MAX_VALUES = 1_000_000

// One for all: making an error costs more than reading a line.
const NO_NUMBER = new Error('No number where one must stand')

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
      bytes = inflateSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH })
    } catch (error) {
      throw isTooLarge(error) ? new TooLarge() : error
    }
  }
  if (bytes.length > limit) throw new TooLarge()
  return bytes
}

/**
 * pdf-lib's parser within bounds: it unpacks object streams of any size, reads an object again for each time that a stream
 * points to it, follows lengths that lead backwards, and looks for the next object from every character on.
 */
class BoundedParser extends PDFParser {
  private unpacked = 0
  private values = 0
  private rereading: number
  /** What went wrong first: pdf-lib puts an error of its own in its place. */
  fault: unknown = null

  constructor(pdf: Uint8Array) {
    super(pdf, Number.POSITIVE_INFINITY, true)
    this.rereading = FREE_REREADING + MAX_REREADING * pdf.length
    const { bytes } = this
    const moveTo = bytes.moveTo.bind(bytes)
    bytes.moveTo = (offset) => {
      this.spend(Math.max(0, bytes.offset() - offset))
      moveTo(offset)
    }
  }

  private spend(characters: number): void {
    this.rereading -= characters
    if (this.rereading < 0) throw new Error('The document leads back to itself')
  }

  protected override parseRawInt(): number {
    const { bytes } = this
    let [value, digits] = [0, 0]
    for (; !bytes.done(); digits++) {
      const digit = bytes.peek() - 0x30
      if (digit < 0 || digit > 9) break
      if (digits === LONGEST_NUMBER) this.spend(Number.POSITIVE_INFINITY)
      value = 10 * value + digit
      bytes.next()
    }
    if (digits > 0) return value
    this.spend(FAILED_NUMBER)
    throw NO_NUMBER
  }

  override parseObject(): PDFObject {
    this.countValue()
    return super.parseObject()
  }

  private countValue(): void {
    this.values += 1
    if (this.values <= MAX_VALUES) return
    this.fault ??= new TooLarge()
    throw this.fault
  }

  // What such streams hold is taken here: an empty dictionary leaves nothing for pdf-lib to unpack.
  protected override parseDictOrStream(): PDFDict | PDFStream {
    const object = super.parseDictOrStream()
    if (!(object instanceof PDFRawStream)) return object
    const type = object.dict.lookup(TYPE)
    if (type === XREF) this.readTrailer(object.dict)
    else if (type === OBJECT_STREAM) this.tryObjectStream(object)
    else return object
    return PDFDict.withContext(this.context)
  }

  private readTrailer(dict: PDFDict): void {
    const { trailerInfo } = this.context
    for (const key of ['Root', 'Encrypt', 'Info', 'ID'] as const) {
      trailerInfo[key] = dict.get(PDFName.of(key)) ?? trailerInfo[key]
    }
  }

  private tryObjectStream(stream: PDFRawStream): void {
    try {
      this.readObjectStream(stream)
    } catch (error) {
      this.fault ??= error
      throw error
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
      const parser = PDFObjectParser.forBytes(own, this.context)
      const parse = parser.parseObject.bind(parser)
      parser.parseObject = () => {
        this.countValue()
        return parse()
      }
      this.context.assign(PDFRef.of(number, 0), parser.parseObject())
    }
  }
}

/**
 * Every object of a PDF. Throws `TooLarge` for what unpacks beyond all measure, and Error for what is damaged: nothing is
 * guessed of a document that is to be proof.
 */
export const parsePdf = async (pdf: Uint8Array): Promise<PDFContext> => {
  const parser = new BoundedParser(pdf)
  try {
    return await parser.parseDocument()
  } catch (error) {
    throw parser.fault ?? error
  }
}
