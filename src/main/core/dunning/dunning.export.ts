import { strToU8, zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { readDocument } from '../documents/documents.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { freeName, safeFileName } from '../kernel/file-name.ts'
import { pdfMerge } from '../letters/pdf.merge.ts'
import { copiesOf } from './dunning.formal.repository.ts'
import { letterItems, listLetters, listRuns } from './dunning.repository.ts'
import { formalWordings } from './dunning.sending.ts'

// PDFs are compressed already: storing them is as small and much faster.
const STORED = 0

type Issued = Awaited<ReturnType<typeof listLetters>>[number]

/** What formal notices name as enclosed: the copies of their invoices that were there when they were issued. */
const enclosuresOf = async (ctx: QueryContext, letters: readonly Issued[], issuedAt: string) => {
  const formal = await formalWordings(ctx)
  const found = []
  for (const letter of letters.filter(({ wording }) => formal.has(wording))) {
    const itemIds = (await letterItems(ctx.db, letter.id)).map(({ item_id }) => item_id)
    const copies = (await copiesOf(ctx.db, itemIds)).filter(({ keptAt }) => keptAt <= issuedAt)
    found.push(...copies.map((copy) => ({ letter, copy })))
  }
  return found
}

/**
 * The letters of a run, cancelled ones left out: a ZIP with one PDF each, their list and, in a folder for each notice, what
 * is enclosed; or one PDF to print.
 */
export const exportRun = async (ctx: QueryContext, runId: string, format: 'zip' | 'pdf') => {
  const [run] = await listRuns(ctx.db, runId)
  if (!run) throw new Refusal('not-found', 'no such run', { runId })
  const letters = (await listLetters(ctx.db, { runId }, { offset: 0, limit: 100_000 })).filter(
    (letter) => letter.document_id && !letter.cancelled_on,
  )
  const base = `relances-${run.as_of}-${String(run.number).padStart(3, '0')}`
  if (format === 'zip') {
    const files: Record<string, [Uint8Array, { level: 0 }]> = {}
    const taken = new Set<string>()
    for (const letter of letters) {
      const document = await readDocument(ctx, letter.document_id as string)
      files[letter.file_name ?? document.name] = [new Uint8Array(document.bytes), { level: STORED }]
    }
    for (const { letter, copy } of await enclosuresOf(ctx, letters, run.created_at)) {
      const { bytes } = await readDocument(ctx, copy.documentId)
      // Two copies may have come under one name; neither may take the other's place.
      const name = freeName(`${letter.reference}/${safeFileName(copy.name)}`, taken)
      taken.add(name.toLowerCase())
      files[name] = [new Uint8Array(bytes), { level: STORED }]
    }
    files['SHA256SUMS.txt'] = [
      strToU8(letters.map((letter) => `${letter.sha256}  ${letter.file_name}\n`).join('')),
      { level: STORED },
    ]
    return {
      name: `${base}.zip`,
      file: new File([new Uint8Array(zipSync(files))], `${base}.zip`, { type: 'application/zip' }),
    }
  }
  const merged = await pdfMerge(base, { day: run.as_of })
  for (const letter of letters) {
    const { bytes } = await readDocument(ctx, letter.document_id as string)
    await merged.add(await PDFDocument.load(bytes, { updateMetadata: false }))
  }
  return { name: `${base}.pdf`, file: new File([await merged.bytes()], `${base}.pdf`, { type: 'application/pdf' }) }
}
