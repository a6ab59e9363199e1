import { strToU8, zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { readCustomer } from '../customers/customers.service.ts'
import { readDocument, stillWhole } from '../documents/documents.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { freeName } from '../kernel/file-name.ts'
import { pdfMerge } from '../letters/pdf.merge.ts'
import { statementsOfRun } from './statements.bulk.ts'

// PDFs are compressed already.
const STORED = 0

/** A paper kept for a customer. */
export type KeptPaper = { documentId: string; fileName: string; sha256: string; customerId: string; code: string }
type Bundle = { base: string; format: 'zip' | 'pdf'; duplex: boolean; day: Day }

/**
 * Papers of the book as one file: a ZIP with their fingerprints, or one PDF for the printer by postcode; those that were
 * erased since are left out. Null when there is none.
 */
export const bundlePapers = async (
  ctx: QueryContext,
  papers: readonly KeptPaper[],
  { base, format, duplex, day }: Bundle,
) => {
  const kept = await stillWhole(ctx, papers)
  const name = `${base}.${format}`
  if (kept.length === 0) return { name, file: null, count: 0 }
  const bytes = format === 'zip' ? await zipOf(ctx, kept) : await printOf(ctx, kept, { base, duplex, day })
  const type = format === 'zip' ? 'application/zip' : 'application/pdf'
  return { name, file: new File([bytes], name, { type }), count: kept.length }
}

type Asked = { runId: string; format: 'zip' | 'pdf'; postOnly: boolean; duplex: boolean }

/** The statements of a run as files. */
export const statementFiles = async (ctx: QueryContext, { runId, format, postOnly, duplex }: Asked) => {
  const { run, statements } = await statementsOfRun(ctx, runId)
  const kept = statements.flatMap(({ documentId, ...one }) =>
    documentId === null || (postOnly && one.byMail) ? [] : [{ ...one, documentId }],
  )
  const base = `releves-${run.as_of}-${String(run.number).padStart(3, '0')}`
  return bundlePapers(ctx, kept, { base, format, duplex, day: run.as_of })
}

const zipOf = async (ctx: QueryContext, kept: readonly KeptPaper[]): Promise<Uint8Array<ArrayBuffer>> => {
  const files: Record<string, [Uint8Array, { level: 0 }]> = {}
  const taken = new Set<string>()
  const sums: string[] = []
  for (const { documentId, fileName, sha256 } of kept) {
    ctx.signal?.throwIfAborted()
    const name = freeName(fileName, taken)
    taken.add(name.toLowerCase())
    files[name] = [new Uint8Array((await readDocument(ctx, documentId)).bytes), { level: STORED }]
    sums.push(`${sha256}  ${name}\n`)
  }
  files['SHA256SUMS.txt'] = [strToU8(sums.join('')), { level: STORED }]
  return new Uint8Array(zipSync(files))
}

/** In the order the post sorts by: country, postcode. */
const printOf = async (
  ctx: QueryContext,
  kept: readonly KeptPaper[],
  { base, duplex, day }: { base: string; duplex: boolean; day: string },
): Promise<Uint8Array<ArrayBuffer>> => {
  const placed: { place: string; documentId: string }[] = []
  for (const { customerId, documentId, code } of kept) {
    const { addresses, country } = await readCustomer(ctx, customerId)
    const address =
      addresses.find(({ kind }) => kind === 'billing') ?? addresses.find(({ kind }) => kind === 'registered')
    const place = [address?.country ?? country, (address?.postalCode ?? '').padStart(20), address?.city ?? '', code]
    placed.push({ place: place.join('\u0000'), documentId })
  }
  const merged = await pdfMerge(base, { duplex, day })
  for (const { documentId } of placed.toSorted((a, b) => (a.place < b.place ? -1 : 1))) {
    ctx.signal?.throwIfAborted()
    await merged.add(await PDFDocument.load((await readDocument(ctx, documentId)).bytes, { updateMetadata: false }))
  }
  return merged.bytes()
}
