import { PDFDocument } from 'pdf-lib'
import { requireCompany } from '../company/company.service.ts'
import { readDocument } from '../documents/documents.service.ts'
import { lettersOfRun } from '../dunning/dunning.sending.ts'
import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Separated, separatorsView, trialView } from '../letters/envelope.view.ts'
import { senderOf } from '../letters/letter.parties.ts'
import { pdfMerge } from '../letters/pdf.merge.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import type { Envelope, Posting, PrintInput } from './postings.contract.ts'
import { readPostings, toPostings } from './postings.read.ts'
import { listPostings } from './postings.repository.ts'
import { byPostcode, byReference } from './postings.rules.ts'

const ALL = { offset: 0, limit: 100_000 }
const PDF = { type: 'application/pdf' }

/** The letters to print: cancelled ones are left out, and those that go by e-mail unless they are wanted too. */
const lettersToPrint = async (ctx: QueryContext, { runId, letterIds, everyChannel }: PrintInput) => {
  if (runId === undefined && letterIds === undefined)
    throw new Refusal('input.invalid', 'name a run or letters', { field: 'runId' })
  // A run that is none is refused.
  const run = runId === undefined ? null : (await lettersOfRun(ctx, runId, letterIds)).run
  const postings =
    letterIds && runId === undefined
      ? await readPostings(ctx, letterIds)
      : await toPostings(ctx, await listPostings(ctx.db, { runId, letterIds, everyChannel }, 'all', ALL))
  return { run, postings: postings.filter(({ cancelledOn }) => cancelledOn === null) }
}

/** One PDF for the printer; null when no letter goes by post. */
export const printLetters = async (ctx: QueryContext, input: PrintInput) => {
  const { order, separators, envelope, duplex } = input
  const { run, postings } = await lettersToPrint(ctx, input)
  const sorted = postings.toSorted(order === 'postcode' ? byPostcode : byReference)
  const base = run ? `courrier-${run.asOf}-${String(run.number).padStart(3, '0')}` : `courrier-${ctx.today}`
  const name = `${base}.pdf`
  if (sorted.length === 0) return { name, file: null, letters: 0, pages: 0 }
  const merged = await pdfMerge(base, { duplex, day: ctx.today })
  const covers = separators ? await merged.parts(await separatorsOf(ctx, sorted, envelope)) : []
  for (const [place, posting] of sorted.entries()) {
    ctx.signal?.throwIfAborted()
    covers[place]?.()
    await merged.add(await openLetter(ctx, posting))
  }
  return {
    name,
    file: new File([await merged.bytes()], name, PDF),
    letters: sorted.length,
    pages: merged.pages,
  }
}

const openLetter = async (ctx: QueryContext, { documentId }: Posting): Promise<PDFDocument> =>
  PDFDocument.load((await readDocument(ctx, documentId)).bytes, { updateMetadata: false })

// What the typesetter writes of a document as a whole: reading it all for this one number takes as long as copying it.
const PAGE_TREE = /\/Type \/Pages\s+\/Count (\d+)/

const countPages = async (ctx: QueryContext, posting: Posting): Promise<number> => {
  const { bytes } = await readDocument(ctx, posting.documentId)
  const [, count] = PAGE_TREE.exec(Buffer.from(bytes).toString('latin1')) ?? []
  return count === undefined ? (await openLetter(ctx, posting)).getPageCount() : Number(count)
}

/** One page for each letter, in their order. Letters are opened one after the other: a run of thousands is never in memory whole. */
const separatorsOf = async (ctx: QueryContext, postings: readonly Posting[], envelope: Envelope) => {
  const separated: Separated[] = []
  for (const posting of postings) {
    ctx.signal?.throwIfAborted()
    const { address, reference, kind, number } = posting
    const pages = await countPages(ctx, posting)
    separated.push({ recipient: address, reference, registered: kind === 'registered', number, pages })
  }
  const company = await requireCompany(ctx)
  const { language } = company
  const view = separatorsView(separated, { sender: senderOf(company, null), envelope, language, day: ctx.today })
  return PDFDocument.load(typesetterOf(ctx.ports).sheetsPdf(view), { updateMetadata: false })
}

export const windowTest = async (ctx: QueryContext, envelope: Envelope) => {
  const { language } = await requireCompany(ctx)
  const name = language === 'fr' ? `test-de-fenetre-${envelope}.pdf` : `window-test-${envelope}.pdf`
  const bytes = new Uint8Array(typesetterOf(ctx.ports).sheetsPdf(trialView(envelope, language, ctx.today)))
  return { name, file: new File([bytes], name, PDF) }
}
