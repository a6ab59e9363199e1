import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { safeFileName } from '../kernel/file-name.ts'
import type { documentsContract } from './documents.contract.ts'
import { deleteDocument, findDocument, fingerprintsOf, insertDocument, isReferred } from './documents.repository.ts'

/** Keeps a file in the book and returns its id and SHA-256. */
export const keepDocument = async (ctx: CommandContext, name: string, mediaType: string, bytes: Uint8Array) => {
  const id = uuidv7()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await insertDocument(ctx.db, {
    id,
    name,
    media_type: mediaType,
    size: bytes.byteLength,
    sha256,
    bytes,
    created_at: ctx.now,
  })
  return { id, sha256 }
}

export const readDocument = async (ctx: Pick<QueryContext, 'db'>, id: string) => {
  const document = await findDocument(ctx.db, id)
  if (!document) throw new Refusal('not-found', 'no such document', { id })
  return document
}

/** Of papers kept with their fingerprint, those that still are what they were: an erasure leaves a page that says so. */
export const stillWhole = async <P extends { documentId: string; sha256: string }>(
  ctx: Pick<QueryContext, 'db'>,
  papers: readonly P[],
): Promise<P[]> => {
  const now = await fingerprintsOf(
    ctx.db,
    papers.map(({ documentId }) => documentId),
  )
  return papers.filter(({ documentId, sha256 }) => now.get(documentId) === sha256)
}

/** Takes a document out of the book, once nothing refers to it. */
export const removeDocument = (ctx: CommandContext, id: string): Promise<void> => deleteDocument(ctx.db, id)

/** Takes a document out of the book unless something still refers to it. */
export const releaseDocument = async (ctx: CommandContext, id: string): Promise<void> => {
  if (!(await isReferred(ctx.db, id))) await deleteDocument(ctx.db, id)
}

export const documentsCalls: Handlers<typeof documentsContract> = {
  get: async (ctx, { id }) => {
    const document = await readDocument(ctx, id)
    return {
      name: document.name,
      mediaType: document.media_type,
      sha256: document.sha256,
      file: new File([new Uint8Array(document.bytes)], safeFileName(document.name), { type: document.media_type }),
    }
  },
}
