import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { readDocument } from '../documents/documents.service.ts'
import type { IssuedFile } from '../handovers/handovers.contract.ts'
import { issueFile } from '../handovers/handovers.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Language, Progress } from '../kernel/contract.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { tableXlsx } from '../tables/table.xlsx.ts'
import { accountTable } from './account.document.ts'
import { bundlePdf, type Exhibit } from './bundle.ts'
import { coverDocument, type Drawing } from './file.document.ts'
import { fileWords } from './file.words.ts'
import { logDocument } from './log.document.ts'
import { accountDocument } from './papers.document.ts'
import { claimFileName, drawingOf, sumOf } from './papers.service.ts'

// PDFs and pictures are compressed already.
const STORED = 0

/** The exhibits with their bytes: the documents of the book as they are, account and log drawn up now. */
async function* readExhibits(ctx: CommandContext, drawing: Drawing): AsyncGenerator<Progress, Exhibit[]> {
  const typesetter = typesetterOf(ctx.ports)
  const { file, language } = drawing
  const kept = file.pieces.filter(({ number }) => number !== null)
  const exhibits: Exhibit[] = []
  for (const { key, number, title, fileName, mediaType, documentId } of kept) {
    ctx.signal?.throwIfAborted()
    const bytes = documentId
      ? new Uint8Array((await readDocument(ctx, documentId)).bytes)
      : key === 'account'
        ? typesetter.documentPdf(
            accountDocument(
              { ...drawing, reference: file.handover.mandate.reference || file.customer.code },
              file.accounts,
            ),
          )
        : typesetter.documentPdf(await logDocument(ctx, drawing))
    exhibits.push({ key, number: number as number, title, fileName, mediaType, bytes })
    yield { step: fileWords[language].pieceNumber(number as number), done: exhibits.length, total: kept.length * 2 }
  }
  return exhibits
}

/** A name of the program's own beside the number: what a user called the file may not be a file name elsewhere. */
const nameInZip = ({ number, title, fileName }: Exhibit, digits: number): string => {
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(fileName)?.[0].toLowerCase() ?? ''
  const slug = claimFileName('', title, '').replace(/^-+|-+$/g, '')
  return `pieces/${String(number).padStart(digits, '0')}-${slug}${extension}`
}

const zipOf = async (drawing: Drawing, exhibits: readonly Exhibit[], cover: Uint8Array): Promise<Uint8Array> => {
  const { file, language } = drawing
  const digits = String(exhibits.length).length
  const files: [string, Uint8Array][] = [
    ['bordereau.pdf', cover],
    ...exhibits.map((exhibit): [string, Uint8Array] => [nameInZip(exhibit, digits), exhibit.bytes]),
  ]
  for (const account of file.accounts)
    files.push([
      `${fileWords[language].pieces.account.split(' ')[0]?.toLowerCase()}-${account.currency}.xlsx`
        .normalize('NFD')
        .replace(/\p{M}/gu, ''),
      await tableXlsx(accountTable(account, language)),
    ])
  const sums = files.map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('')
  return zipSync(
    Object.fromEntries(
      [...files, ['SHA256SUMS.txt', strToU8(sums)] as [string, Uint8Array]].map(([name, bytes]) => [
        name,
        [bytes, { level: STORED }],
      ]),
    ),
  )
}

type Asked = { handoverId: string; format: 'zip' | 'pdf'; language?: Language | undefined }

/** Draws up the file of a hand-over with all its exhibits, and keeps it. Refuses `not-found`. */
export async function* issueClaimFile(ctx: CommandContext, asked: Asked): AsyncGenerator<Progress, IssuedFile> {
  const drawing = await drawingOf(ctx, asked.handoverId, asked.language)
  const { file, language } = drawing
  const words = fileWords[language]
  const typesetter = typesetterOf(ctx.ports)
  const exhibits = yield* readExhibits(ctx, drawing)
  const base = claimFileName(words.fileName, file.customer.name, ctx.today)
  let bytes: Uint8Array
  if (asked.format === 'zip') bytes = await zipOf(drawing, exhibits, typesetter.documentPdf(coverDocument(drawing)))
  else {
    const bundling = bundlePdf({
      title: `${words.title}, ${file.customer.name}`,
      coverTitle: words.title,
      cover: (pageOf) =>
        typesetter.documentPdf(coverDocument(drawing, ({ key }) => String(pageOf(key) ?? words.onlyInZip))),
      exhibits,
      label: words.pieceNumber,
    })
    for (;;) {
      ctx.signal?.throwIfAborted()
      const { done, value } = await bundling.next()
      if (done) {
        bytes = value
        break
      }
      yield { step: words.pieceNumber(value), done: exhibits.length + value, total: exhibits.length * 2 }
    }
  }
  return issueFile(ctx, {
    handoverId: file.handover.id,
    kind: `file-${asked.format}`,
    as_of: file.handover.account.asOf ?? ctx.today,
    imputation: file.handover.account.imputation,
    ...sumOf(drawing),
    name: `${base}.${asked.format}`,
    mediaType: asked.format === 'zip' ? 'application/zip' : 'application/pdf',
    bytes,
  })
}
