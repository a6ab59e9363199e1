import { uuidv7 } from 'uuidv7'
import { isSiren } from '../customers/identifiers.rules.ts'
import { keepDocument, releaseDocument } from '../documents/documents.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { PROOF_LIMIT } from '../proofs/proofs.contract.ts'
import { cleanName, isDisguised } from '../proofs/proofs.files.rules.ts'
import { typeOf } from '../proofs/proofs.type.ts'
import { readDnb } from './dnb.reader.ts'
import { digitsOf, otherCompany } from './identity.rules.ts'
import type { Rating, RatingInput, RatingValueInput, ratingsContract } from './ratings.contract.ts'
import {
  customerNamed,
  deleteRating,
  findRating,
  knownDuns,
  ownerOfDuns,
  type RatingRecord,
  ratingRecords,
  setDocument,
  twinOf,
  valuesOf,
  writeRating,
} from './ratings.repository.ts'
import type { ExternalRatingTable } from './ratings.table.ts'
import { isOnScale, readingOf, scaleOf } from './scales.rules.ts'
import { OWN_SCALE, scales } from './scales.schema.ts'

const ENTERED = 'entry'

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

/** The newest report of each provider known on a day, the newest first; `stale` by the policy's months. */
export const ratingsOf = async (ctx: Reading, customerId: string, asOf: Day = ctx.today): Promise<Rating[]> =>
  (await ratingsOfMany(ctx, [customerId], asOf)).get(customerId) ?? []

const readRating = async (ctx: Reading, id: string): Promise<Rating> => {
  const row = await findRating(ctx.db, id)
  const found = row && (await allRatings(ctx, [row.customer_id], row.day)).find((rating) => rating.id === id)
  if (!found) throw new Refusal('not-found', 'no such report', { id })
  return found
}

/** Refuses what tells another company: by SIREN, by the DUNS number of earlier reports, else by name. */
const refuseOtherCompany = async (ctx: CommandContext, input: RatingInput, id: string | null): Promise<void> => {
  const customer = await customerNamed(ctx.db, input.customerId)
  if (!customer) throw new Refusal('not-found', 'no such customer', { id: input.customerId })
  const { name, siren } = customer
  const other = otherCompany(input, { name, siren, duns: await knownDuns(ctx.db, customer.id, id) })
  const owner = other || input.duns === '' ? undefined : await ownerOfDuns(ctx.db, input.duns, customer.id)
  const found = other ?? (owner && { found: `${owner.code} ${owner.name}`, expected: name })
  if (found)
    throw new Refusal('rating.other-company', `this report is of ${found.found}; ${name} is ${found.expected}`, {
      name,
      ...found,
    })
}

const refuseOffScale = (values: readonly RatingValueInput[], provider: string): void => {
  const seen = new Set<string>()
  for (const { scale: code, value, label } of values) {
    const scale = scaleOf(code)
    const own = code === OWN_SCALE && label !== ''
    const twice = seen.has(`${code} ${label}`)
    seen.add(`${code} ${label}`)
    if (twice || (scale ? scale.provider !== provider || !isOnScale(scale, value) : !own))
      throw new Refusal('rating.value-invalid', `${value} is not on the scale ${code} of ${provider}`, {
        value,
        scale: scale?.fr ?? (label || code),
      })
  }
}

const keep = async (ctx: CommandContext, given: RatingInput, id: string | null, source: string) => {
  const siren = digitsOf(given.siren).slice(0, 9)
  if (siren !== '' && !isSiren(siren))
    throw new Refusal('identifier.siren', `${given.siren} is no SIREN`, { value: given.siren })
  const values = given.values.map((one) => (one.scale === OWN_SCALE ? one : { ...one, label: '', best: '', worst: '' }))
  const input = { ...given, siren, duns: digitsOf(given.duns), values }
  const before = id ? await findRating(ctx.db, id) : undefined
  if (id && before?.customer_id !== input.customerId) throw new Refusal('not-found', 'no such report', { id })
  if (input.day > ctx.today)
    throw new Refusal('rating.day-invalid', `${input.day} has not come yet`, { day: input.day })
  if (values.length === 0 && input.recommendedLimit === null) throw new Refusal('rating.empty', 'nothing in the report')
  // Who corrects by hand may correct the number too; a file of the same day may not.
  await refuseOtherCompany(ctx, input, source === ENTERED ? id : null)
  refuseOffScale(values, input.provider)
  const row: ExternalRatingTable = {
    id: id ?? uuidv7(),
    customer_id: input.customerId,
    provider: input.provider,
    provider_name: input.provider === 'other' ? input.providerName : '',
    day: input.day,
    recommended_limit: input.recommendedLimit,
    currency: input.currency,
    company_name: input.companyName,
    siren,
    duns: input.duns,
    note: input.note,
    source,
    document_id: before?.document_id ?? null,
    created_at: before?.created_at ?? ctx.now,
    created_by: before?.created_by ?? ctx.user,
  }
  await writeRating(ctx.db, row, values)
  return row.id
}

const parsed = async (name: string, file: Blob): Promise<unknown> => {
  if (file.size > PROOF_LIMIT)
    throw new Refusal('document.too-large', 'the file is above 20 MB', { size: file.size, limit: PROOF_LIMIT })
  try {
    return JSON.parse((await file.text()).replace(/^\uFEFF/, ''))
  } catch {
    throw new Refusal('rating.unknown-file', `${name} is no JSON`, { file: name })
  }
}

/** Reads a report of an agency; read again, the same changes nothing. */
const importRating = async (
  ctx: CommandContext,
  input: { customerId: string; name: string; file: Blob; day: Day | null },
) => {
  const report = readDnb(await parsed(input.name, input.file))
  if (!report) throw new Refusal('rating.unknown-file', `${input.name} is no report`, { file: input.name })
  const day = report.day ?? input.day
  if (!day) throw new Refusal('rating.day-invalid', `${input.name} does not tell its day`, { file: input.name })
  const twin = await twinOf(ctx.db, input.customerId, 'dnb', '', day)
  const told = [...report.values].sort((a, b) => a.scale.localeCompare(b.scale))
  if (twin && twin.duns === report.duns) {
    const held = (await valuesOf(ctx.db, twin.id)).map(({ rating_id: _id, ...value }) => value)
    const texts = (values: readonly RatingValueInput[]) => values.map(({ scale, value }) => `${scale} ${value}`).join()
    if (texts(held) === texts(told)) return { rating: await readRating(ctx, twin.id), state: 'unchanged' as const }
  }
  const rating: RatingInput = {
    customerId: input.customerId,
    provider: 'dnb',
    providerName: '',
    day,
    values: report.values,
    recommendedLimit: twin?.recommended_limit ?? null,
    currency: twin?.currency ?? 'EUR',
    companyName: report.companyName,
    siren: report.siren,
    duns: report.duns,
    note: twin?.note ?? '',
  }
  const id = await keep(ctx, rating, twin?.id ?? null, input.name)
  return { rating: await readRating(ctx, id), state: twin ? ('updated' as const) : ('created' as const) }
}

const attach = async (ctx: CommandContext, id: string, name: string, file: Blob): Promise<Rating> => {
  const { documentId } = await readRating(ctx, id)
  if (file.size > PROOF_LIMIT)
    throw new Refusal('document.too-large', 'the file is above 20 MB', { size: file.size, limit: PROOF_LIMIT })
  if (file.size === 0) throw new Refusal('proof.empty', 'the file is empty')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const clean = cleanName(name)
  const content = await typeOf(clean, bytes)
  if (isDisguised(clean, content))
    throw new Refusal('proof.disguised', `${clean} is in truth of type ${content.ext}`, {
      name: clean,
      type: content.ext,
    })
  const kept = await keepDocument(ctx, clean, content.mime, bytes)
  await setDocument(ctx.db, id, kept.id)
  if (documentId) await releaseDocument(ctx, documentId)
  return readRating(ctx, id)
}

export const ratingsCalls: Handlers<typeof ratingsContract> = {
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
  save: async (ctx, { id, ...input }) => readRating(ctx, await keep(ctx, input, id, ENTERED)),
  remove: async (ctx, { id }) => {
    const { documentId } = await readRating(ctx, id)
    await deleteRating(ctx.db, id)
    if (documentId) await releaseDocument(ctx, documentId)
    return {}
  },
  attach: (ctx, { id, name, file }) => attach(ctx, id, name, file),
  import: (ctx, input) => importRating(ctx, input),
}
