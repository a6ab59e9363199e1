import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import { parsePdf, TooLarge, unpackStream } from './pdf.parser.ts'

export type Attachment = { name: string; bytes: Uint8Array }

/** Why a PDF gives nothing. */
export type PdfFault = 'encrypted' | 'damaged' | 'too-large'

/** Names under which invoices stand in a PDF (Factur-X, ZUGFeRD 1 and 2, XRechnung), in small letters. */
const INVOICES = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml']
const ORDERS = ['order-x.xml']

const MAX_XML = 16 * 1024 * 1024
// Name trees split above some dozens of names; deeper or wider ones lead in circles.
const MAX_TREE = 1000

const key = (name: string) => PDFName.of(name)

const textOf = (value: unknown): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''

const elements = (array: unknown): unknown[] =>
  array instanceof PDFArray ? array.asArray().map((_, i) => array.lookup(i)) : []

/** File specifications of the document's tree of attachments, then those associated with it; some are in both. */
const fileSpecifications = (context: PDFContext): PDFDict[] => {
  const catalog = context.lookup(context.trailerInfo.Root)
  if (!(catalog instanceof PDFDict)) throw new Error('The document has no catalog')
  const names = catalog.lookup(key('Names'))
  const found: unknown[] = []
  const nodes: unknown[] = names instanceof PDFDict ? [names.lookup(key('EmbeddedFiles'))] : []
  for (let i = 0; i < nodes.length && i < MAX_TREE; i++) {
    const node = nodes[i]
    if (!(node instanceof PDFDict)) continue
    found.push(...elements(node.lookup(key('Names'))))
    nodes.push(...elements(node.lookup(key('Kids'))).slice(0, MAX_TREE))
  }
  found.push(...elements(catalog.lookup(key('AF'))))
  return found.filter((one): one is PDFDict => one instanceof PDFDict)
}

const streamOf = (specification: PDFDict): PDFRawStream | null => {
  const files = specification.lookup(key('EF'))
  if (!(files instanceof PDFDict)) return null
  const stream = files.lookup(key('UF')) ?? files.lookup(key('F'))
  return stream instanceof PDFRawStream ? stream : null
}

const nameOf = (specification: PDFDict): string =>
  textOf(specification.lookup(key('UF'))) || textOf(specification.lookup(key('F')))

const attachmentsIn = (context: PDFContext): Attachment[] => {
  const streams = new Map<PDFRawStream, string>()
  for (const specification of fileSpecifications(context)) {
    const name = nameOf(specification)
    const stream = streamOf(specification)
    if (stream) streams.set(stream, name)
  }
  const named = (names: string[]) => [...streams].filter(([, name]) => names.includes(name.toLowerCase()))
  const invoices = named(INVOICES)
  return (invoices.length > 0 ? invoices : named(ORDERS)).map(([stream, name]) => ({
    name,
    bytes: unpackStream(stream, MAX_XML),
  }))
}

/**
 * The XML documents of a PDF that have the name of an invoice, whatever its case, or that of an order where there are none;
 * other attachments are left alone. Empty for a PDF without; a reason for one that is encrypted, damaged, or unpacks beyond 16 MB.
 */
export const invoiceAttachments = async (pdf: Uint8Array): Promise<Attachment[] | PdfFault> => {
  try {
    const context = await parsePdf(pdf)
    return context.trailerInfo.Encrypt ? 'encrypted' : attachmentsIn(context)
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large'
    // Encrypted streams do not unpack, and the trailer that says so may come after them.
    return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes('/Encrypt') ? 'encrypted' : 'damaged'
  }
}
