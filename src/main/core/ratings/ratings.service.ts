import { keepDocument, releaseDocument } from '../documents/documents.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { readProofFile } from '../proofs/proofs.service.ts'
import { allMappings, inspectReport, previewReport, removeMapping, saveMapping } from './mappings.service.ts'
import type { Rating, RatingValueInput, ratingsContract } from './ratings.contract.ts'
import { importReport, importTable } from './ratings.import.ts'
import { ENTERED, keepRating } from './ratings.keep.ts'
import {
  customerNamed,
  deleteRating,
  findRating,
  type RatingRecord,
  ratingRecords,
  setDocument,
} from './ratings.repository.ts'
import { readingOf, scaleOf } from './scales.rules.ts'
import { scales } from './scales.schema.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const tellValue = (held: RatingValueInput): Rating['values'][number] => {
  const scale = scaleOf(held.scale)
  return {
    ...held,
    name: scale ? { fr: scale.fr, en: scale.en } : { fr: held.label, en: held.label },
    better: scale?.better ?? null,
    reading: scale ? readingOf(scale, held.value) : null,
  }
}

const tell = (row: RatingRecord, staleBefore: Day): Rating => ({
  id: row.id,
  customerId: row.customer_id,
  provider: row.provider,
  providerName: row.provider_name,
  day: row.day,
  values: (JSON.parse(row.held) as RatingValueInput[]).map(tellValue),
  recommendedLimit: row.recommended_limit,
  currency: row.currency,
  companyName: row.company_name,
  siren: row.siren,
  duns: row.duns,
  note: row.note,
  source: row.source,
  documentId: row.document_id,
  documentName: row.document_name,
  createdAt: row.created_at,
  createdBy: row.created_by,
  stale: row.day < staleBefore,
})

const allRatings = async (ctx: Reading, customerIds: readonly string[], asOf: Day): Promise<Rating[]> => {
  const records = await ratingRecords(ctx.db, customerIds, asOf)
  if (records.length === 0) return []
  const staleBefore = addMonths(asOf, -(await policyInForce(ctx)).content.credit.staleMonths)
  return records.map((record) => tell(record, staleBefore))
}

const providerKey = ({ customerId, provider, providerName }: Rating): string =>
  `${customerId} ${provider} ${providerName}`

const newestOf = (ratings: readonly Rating[]): Rating[] => {
  const seen = new Set<string>()
  return ratings.filter((rating) => !seen.has(providerKey(rating)) && seen.add(providerKey(rating)))
}

/** The newest report of each provider, for several customers; those without one are missing. */
export const ratingsOfMany = async (
  ctx: Reading,
  customerIds: readonly string[],
  asOf: Day = ctx.today,
): Promise<Map<string, Rating[]>> =>
  Map.groupBy(newestOf(await allRatings(ctx, customerIds, asOf)), ({ customerId }) => customerId)

const readRating = async (ctx: Reading, id: string): Promise<Rating> => {
  const row = await findRating(ctx.db, id)
  const found = row && (await allRatings(ctx, [row.customer_id], row.day)).find((rating) => rating.id === id)
  if (!found) throw new Refusal('not-found', 'no such report', { id })
  return found
}

const attach = async (ctx: CommandContext, id: string, name: string, file: Blob): Promise<Rating> => {
  const { documentId } = await readRating(ctx, id)
  const read = await readProofFile(name, file)
  const kept = await keepDocument(ctx, read.name, read.mediaType, read.bytes)
  await setDocument(ctx.db, id, kept.id)
  if (documentId) await releaseDocument(ctx, documentId)
  return readRating(ctx, id)
}

export const ratingsCalls: Handlers<typeof ratingsContract> = {
  inspect: (ctx, { name, file }) => inspectReport(ctx, name, file),
  preview: (_ctx, { name, file, mapping, siren }) => previewReport(name, file, mapping, siren),
  mappings: async (ctx) => ({ mappings: await allMappings(ctx) }),
  saveMapping: (ctx, input) => saveMapping(ctx, input),
  removeMapping: async (ctx, { id }) => {
    await removeMapping(ctx, id)
    return {}
  },
  scales: async () => ({
    scales: scales.map(({ code, provider, fr, en, better, min, max, bands, grades }) => ({
      code,
      provider,
      name: { fr, en },
      better,
      min: min ?? null,
      max: max ?? null,
      bands: [...(bands ?? [])],
      grades: [...(grades ?? [])],
    })),
  }),
  ofCustomer: async (ctx, { customerId, asOf = ctx.today }) => {
    if (!(await customerNamed(ctx.db, customerId)))
      throw new Refusal('not-found', 'no such customer', { id: customerId })
    const all = await allRatings(ctx, [customerId], asOf)
    return { newest: newestOf(all), all }
  },
  save: async (ctx, { id, ...input }) => readRating(ctx, await keepRating(ctx, input, id, ENTERED)),
  remove: async (ctx, { id }) => {
    const { documentId } = await readRating(ctx, id)
    await deleteRating(ctx.db, id)
    if (documentId) await releaseDocument(ctx, documentId)
    return {}
  },
  attach: (ctx, { id, name, file }) => attach(ctx, id, name, file),
  import: async (ctx, input) => {
    const { id, state } = await importReport(ctx, input)
    return { rating: await readRating(ctx, id), state }
  },
  importTable: (ctx, { name, file }) => importTable(ctx, name, file),
}
