import { strToU8, zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { readDocument } from '../documents/documents.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { pdfMerge } from '../letters/pdf.merge.ts'
import { listLetters, listRuns } from './dunning.repository.ts'

// PDFs are compressed already: storing them is as small and much faster.
const STORED = 0

/** The letters of a run, cancelled ones left out: a ZIP with one PDF each and a list, or one PDF to print. */
export const exportRun = async (ctx: QueryContext, runId: string, format: 'zip' | 'pdf') => {
  const [run] = await listRuns(ctx.db, runId)
  if (!run) throw new Refusal('not-found', 'no such run', { runId })
  const letters = (await listLetters(ctx.db, { runId }, { offset: 0, limit: 100_000 })).filter(
    (letter) => letter.document_id && !letter.cancelled_on,
  )
  const base = `relances-${run.as_of}-${String(run.number).padStart(3, '0')}`
  if (format === 'zip') {
    const files: Record<string, [Uint8Array, { level: 0 }]> = {}
    for (const letter of letters) {
      const document = await readDocument(ctx, letter.document_id as string)
      files[letter.file_name ?? document.name] = [new Uint8Array(document.bytes), { level: STORED }]
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
