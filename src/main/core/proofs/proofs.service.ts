import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import { keepDocument, releaseDocument } from '../documents/documents.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { PROOF_LIMIT, type ProofKind, type ProofRow, type proofsContract } from './proofs.contract.ts'
import { cleanName, isDisguised, isExecutable } from './proofs.files.rules.ts'
import {
  countProofs,
  countUnproved,
  deleteProof,
  findItem,
  findSameFile,
  insertProof,
  listProofs,
  listUnproved,
  type ProofRecord,
  proofsOfItem,
  updateProof,
} from './proofs.repository.ts'
import { typeOf } from './proofs.type.ts'

const toRow = (record: ProofRecord, today: Day): ProofRow => ({
  id: record.id,
  customerId: record.customer_id,
  customerName: record.customer_name,
  itemId: record.item_id,
  itemNumber: record.item_number,
  kind: record.kind,
  title: record.title,
  day: record.day,
  expiresOn: record.expires_on,
  note: record.note,
  documentId: record.document_id,
  fileName: record.name,
  mediaType: record.media_type,
  size: record.size,
  sha256: record.sha256,
  addedAt: record.added_at,
  addedBy: record.added_by,
  expired: record.expires_on !== null && record.expires_on < today,
  executable: isExecutable(record.name, record.media_type),
})

const readProof = async (ctx: Pick<QueryContext, 'db' | 'today'>, id: string): Promise<ProofRow> => {
  const [record] = await listProofs(ctx.db, ctx.today, { id, show: 'all', search: '' }, { offset: 0, limit: 1 })
  if (!record) throw new Refusal('not-found', 'no such document', { id })
  return toRow(record, ctx.today)
}

type About = Pick<ProofRow, 'kind' | 'title' | 'day' | 'expiresOn' | 'note' | 'itemId'>

const columnsOf = ({ kind, title, day, expiresOn, note, itemId }: About) => ({
  kind,
  title,
  day,
  expires_on: expiresOn,
  note,
  item_id: itemId,
})

const refuseOthersItem = async (ctx: CommandContext, customerId: string, itemId: string | null) => {
  if (itemId && (await findItem(ctx.db, itemId))?.customer_id !== customerId)
    throw new Refusal('not-found', 'no such item of this customer', { id: itemId })
}

type SameFile = Awaited<ReturnType<typeof findSameFile>>

/** One file stands once for the same thing; for another invoice, or as proof of something else, it may stand again. */
const twinOf = (same: SameFile, { kind, itemId }: About, id: string | null) =>
  same.find((one) => one.id !== id && one.kind === kind && one.item_id === itemId)

const refuseTwice = (same: SameFile, about: About, id: string | null) => {
  const twin = twinOf(same, about, id)
  if (twin) throw new Refusal('proof.kept-already', `kept already as ${twin.name}`, { name: twin.name, id: twin.id })
}

/** The bytes of a file to keep, under a safe name and with its real type. Refuses one too large, empty or disguised. */
export const readProofFile = async (given: string, file: Blob) => {
  if (file.size > PROOF_LIMIT)
    throw new Refusal('document.too-large', 'the file is above 20 MB', { size: file.size, limit: PROOF_LIMIT })
  if (file.size === 0) throw new Refusal('proof.empty', 'the file is empty')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = cleanName(given)
  const content = await typeOf(name, bytes)
  if (isDisguised(name, content))
    throw new Refusal('proof.disguised', `${name} is in truth of type ${content.ext}`, { name, type: content.ext })
  return { name, bytes, mediaType: content.mime }
}

/**
 * Keeps a document for a customer or one of its items; refuses what `proofs.add` refuses. The same file in the same place
 * is refused as well, or is the one meant: an e-invoice may have been attached by hand before it is imported.
 */
export const addProof = async (
  ctx: CommandContext,
  input: About & { customerId: string; name: string; file: Blob },
  sameFile: 'refused' | 'meant' = 'meant',
): Promise<ProofRow> => {
  const { customerId, ...about } = input
  await readCustomer(ctx, customerId)
  await refuseOthersItem(ctx, customerId, about.itemId)
  const { name, bytes, mediaType } = await readProofFile(input.name, input.file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const same = await findSameFile(ctx.db, customerId, sha256)
  const twin = twinOf(same, about, null)
  if (twin && sameFile === 'meant') return readProof(ctx, twin.id)
  refuseTwice(same, about, null)
  const id = uuidv7()
  await insertProof(ctx.db, {
    id,
    customer_id: customerId,
    ...columnsOf(about),
    // Kept once, however many invoices it proves.
    document_id: same[0]?.document_id ?? (await keepDocument(ctx, name, mediaType, bytes)).id,
    added_at: ctx.now,
    added_by: ctx.user,
  })
  return readProof(ctx, id)
}

const changeProof = async (ctx: CommandContext, { id, ...about }: About & { id: string }): Promise<ProofRow> => {
  const before = await readProof(ctx, id)
  await refuseOthersItem(ctx, before.customerId, about.itemId)
  refuseTwice(await findSameFile(ctx.db, before.customerId, before.sha256), about, id)
  await updateProof(ctx.db, id, columnsOf(about))
  return readProof(ctx, id)
}

const requirementsOf = async (ctx: QueryContext): Promise<ProofKind[][]> =>
  (await policyInForce(ctx)).content.requiredProofs

const checklist = async (ctx: QueryContext, itemId: string) => {
  const item = await findItem(ctx.db, itemId)
  if (!item) throw new Refusal('not-found', 'no such item', { id: itemId })
  const [requirements, proofs] = [await requirementsOf(ctx), await proofsOfItem(ctx.db, itemId, ctx.today)]
  const lines = requirements.map((kinds) => {
    const meeting = proofs.filter(({ kind }) => kinds.includes(kind))
    return { kinds, met: meeting.length > 0, proofs: meeting }
  })
  return { provable: lines.every(({ met }) => met), lines }
}

export const proofsCalls: Handlers<typeof proofsContract> = {
  list: async (ctx, { offset, limit, ...selection }) => ({
    total: await countProofs(ctx.db, ctx.today, selection),
    proofs: (await listProofs(ctx.db, ctx.today, selection, { offset, limit })).map((row) => toRow(row, ctx.today)),
  }),
  add: (ctx, input) => addProof(ctx, input, 'refused'),
  update: (ctx, input) => changeProof(ctx, input),
  remove: async (ctx, { id }) => {
    const { documentId } = await readProof(ctx, id)
    await deleteProof(ctx.db, id)
    await releaseDocument(ctx, documentId)
    return {}
  },
  checklist: (ctx, { itemId }) => checklist(ctx, itemId),
  unproved: async (ctx, { customerId, offset, limit }) => {
    const requirements = await requirementsOf(ctx)
    const rows = await listUnproved(ctx.db, ctx.today, requirements, customerId, { offset, limit })
    return {
      total: await countUnproved(ctx.db, ctx.today, requirements, customerId),
      items: rows.map((row) => ({
        itemId: row.id,
        customerId: row.customer_id,
        customerName: row.customer_name,
        number: row.number,
        issued: row.issued,
        due: row.due,
        currency: row.currency,
        open: row.open,
        missing: requirements.filter((_kinds, place) => row[`met${place}`] !== 1),
      })),
    }
  },
}
