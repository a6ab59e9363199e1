import { Refusal } from '../../../kernel/errors.ts'
import { type LineProblem, problem, type ReadOptions, type Source, stopIfCancelled } from '../source.ts'
import { parseXml, type XmlNode } from '../xml.reader.ts'
import { readArchive } from './archive.ts'
import { readCii, readZugferd1 } from './cii.fields.ts'
import { convertInvoice } from './einvoice.convert.ts'
import type { EInvoiceFile } from './einvoice.file.ts'
import type { RawInvoice } from './einvoice.raw.ts'
import { type DocumentSyntax, detectEInvoice, syntaxOf } from './einvoice.syntax.ts'
import { type Attachment, invoiceAttachments } from './pdf.attachments.ts'
import { readUbl } from './ubl.fields.ts'

/** One invoice of a file, or why there is none: `file` is null exactly when there are problems. */
export type EInvoiceRead = {
  file: EInvoiceFile | null
  problems: LineProblem[]
  /** Of the file, within its archive where it came in one. */
  name: string
  /** The file as it came; null where it could not be unpacked. */
  bytes: Uint8Array | null
}

type Read = Omit<EInvoiceRead, 'bytes'>

const MAX_FILE = 20 * 1024 * 1024
const ZIP = Buffer.from('PK\x03\x04', 'latin1')

const fieldsOf: Record<Exclude<DocumentSyntax, 'order'>, (root: XmlNode) => RawInvoice> = {
  cii: readCii,
  ubl: readUbl,
  'zugferd-1': readZugferd1,
}

/** Where a PDF holds one invoice twice, the first of these counts. */
const NEWEST_FIRST: EInvoiceFile['invoice']['syntax'][] = ['cii', 'ubl', 'zugferd-1']

const refusal = (name: string, reason: LineProblem['reason'], value = '', line = 1, field = ''): Read => ({
  file: null,
  problems: [problem(line, field, value, reason)],
  name,
})

const readXmlInvoice = (name: string, { name: xmlName, bytes: xml }: Attachment): Read => {
  let root: XmlNode
  try {
    root = parseXml(xml)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refusal(name, 'xml', error.message, Number(error.details.line ?? 1))
  }
  const syntax = syntaxOf(root)
  if (syntax === null) return refusal(name, 'no-invoice', root.name, root.line)
  if (syntax === 'order') return refusal(name, 'document-kind', root.name, root.line)
  const { invoice, problems, warnings } = convertInvoice(fieldsOf[syntax](root))
  return { file: invoice && { invoice, xml, xmlName, warnings }, problems, name }
}

const rank = ({ file }: Read): number => (file ? NEWEST_FIRST.indexOf(file.invoice.syntax) : NEWEST_FIRST.length)

const sameInvoice = (a: Read, b: Read): boolean =>
  a.file?.invoice.number === b.file?.invoice.number && a.file?.invoice.seller.name === b.file?.invoice.seller.name

/** Attachments that say the same invoice count once, in the newest syntax; one that is refused refuses the document. */
const readPdf = async (name: string, bytes: Uint8Array): Promise<Read[]> => {
  const attachments = await invoiceAttachments(bytes)
  if (typeof attachments === 'string') return [refusal(name, attachments)]
  if (attachments.length === 0) return [refusal(name, 'no-invoice')]
  const reads = attachments.map((one) => readXmlInvoice(name, one)).sort((a, b) => rank(a) - rank(b))
  const refused = reads.filter(({ file }) => file === null)
  if (refused.length > 0) return [{ file: null, problems: refused.flatMap(({ problems }) => problems), name }]
  const kept: Read[] = []
  for (const read of reads) {
    const first = kept.find((one) => sameInvoice(one, read))
    if (!first) kept.push(read)
    else
      first.file?.warnings.push({
        line: null,
        code: 'second-invoice',
        message: `The document holds the invoice again as ${read.file?.xmlName}`,
        details: { name: read.file?.xmlName },
      })
  }
  return kept
}

const readOne = async (name: string, bytes: Uint8Array | null): Promise<Read[]> => {
  if (bytes === null) return [refusal(name, 'damaged')]
  if (detectEInvoice(bytes) === 'pdf') return readPdf(name, bytes)
  const looksLikeXml = /^(?:\ufeff|\s)*<[?!\w]/.test(
    Buffer.from(bytes.subarray(0, 200)).toString().replaceAll('\0', ''),
  )
  if (!looksLikeXml && detectEInvoice(bytes) === null) return [refusal(name, 'no-invoice')]
  return [readXmlInvoice(name, { name: name.slice(name.lastIndexOf('/') + 1), bytes })]
}

// Left by systems in every archive of theirs.
const LEFTOVER = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/

// Parts of workbooks and text documents, which are ZIPs too.
const OFFICE = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|word\/|mimetype$|META-INF\/)/
const LOOKED_AT = 20

/** Whether a ZIP holds electronic invoices, by the first of its files that says what it is. */
export const isEInvoiceArchive = async (source: Source, options: ReadOptions = {}): Promise<boolean> => {
  let looked = 0
  try {
    for await (const { name, bytes } of readArchive(source, options)) {
      looked += 1
      if (OFFICE.test(name) || looked > LOOKED_AT) return false
      if (bytes && detectEInvoice(bytes) !== null) return true
    }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'cancelled') throw error
  }
  return false
}

/**
 * Reads the electronic invoices of a PDF, an XML file, or a ZIP of them, one at a time. What is refused, in a PDF or XML,
 * comes with its reason. Throws `document.too-large` for an archive beyond its limits, `import.unreadable` for one that is
 * damaged, `cancelled`.
 */
export async function* readEInvoices(source: Source, options: ReadOptions = {}): AsyncGenerator<EInvoiceRead> {
  const { name, blob } = source
  stopIfCancelled(options.signal)
  if (ZIP.equals(Buffer.from(await blob.slice(0, ZIP.length).arrayBuffer()))) {
    for await (const entry of readArchive(source, options)) {
      if (LEFTOVER.test(entry.name)) continue
      stopIfCancelled(options.signal)
      for (const read of await readOne(entry.name, entry.bytes)) yield { ...read, bytes: entry.bytes }
    }
    return
  }
  if (blob.size > MAX_FILE) return yield { ...refusal(name, 'too-large'), bytes: null }
  const bytes = new Uint8Array(await blob.arrayBuffer())
  for (const read of await readOne(name, bytes)) yield { ...read, bytes }
}
