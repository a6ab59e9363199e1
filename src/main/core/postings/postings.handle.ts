import { uuidv7 } from 'uuidv7'
import { addTask } from '../calls/tasks.service.ts'
import { readLogo, requireCompany } from '../company/company.service.ts'
import { keepDocument } from '../documents/documents.service.ts'
import { markLettersPosted } from '../dunning/dunning.posted.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { addProof, readProofFile } from '../proofs/proofs.service.ts'
import type { Posting, PostingOutcome } from './postings.contract.ts'
import { readPostings, refuseCancelled } from './postings.read.ts'
import {
  clearNumbers,
  findSlip,
  insertSlip,
  keepPosting,
  lettersOfNumbers,
  nextSlipNumber,
  stampSlip,
} from './postings.repository.ts'
import { seriesOf } from './postings.rules.ts'
import { slipDocument } from './postings.slip.ts'

type Changes = Parameters<typeof keepPosting>[2]

const keep = (ctx: CommandContext, { letterId, kind, address }: Posting, changes: Changes): Promise<void> =>
  keepPosting(
    ctx.db,
    { letter_id: letterId, kind, address: JSON.stringify(address), created_at: ctx.now, created_by: ctx.user },
    changes,
  )

type Numbering = { letterIds: string[]; numbers?: string[] | undefined; first?: string | undefined; step: number }

const numbersOf = ({ letterIds, numbers, first, step }: Numbering): string[] => {
  if (numbers) {
    if (numbers.length === letterIds.length) return numbers
    throw new Refusal('posting.number-invalid', `${numbers.length} numbers for ${letterIds.length} letters`, {
      count: numbers.length,
    })
  }
  const series = first ? seriesOf(first, letterIds.length, step) : null
  if (!series) throw new Refusal('posting.number-invalid', `${first ?? ''} begins no series`, { number: first ?? '' })
  return series
}

/**
 * Gives registered letters their numbers. One is never given twice; of a cancelled letter that was not handed in, the
 * label is free again.
 */
export const numberLetters = async (ctx: CommandContext, input: Numbering): Promise<Posting[]> => {
  const postings = await readPostings(ctx, input.letterIds)
  refuseCancelled(postings)
  const numbers = numbersOf(input)
  const given = numbers.filter((number) => number !== '')
  const twice = given.find((number, place) => given.indexOf(number) !== place)
  if (twice) throw new Refusal('posting.number-used', `${twice} stands twice`, { number: twice, reference: '' })
  const bearers = await lettersOfNumbers(ctx.db, given)
  const own = new Set(input.letterIds)
  const other = bearers.find(({ letterId, cancelledOn }) => !own.has(letterId) && cancelledOn === null)
  if (other)
    throw new Refusal('posting.number-used', `${other.number} is that of ${other.reference}`, {
      number: other.number,
      reference: other.reference,
    })
  // Labels may change places among the letters named.
  await clearNumbers(ctx.db, [...input.letterIds, ...bearers.map(({ letterId }) => letterId)])
  for (const [place, posting] of postings.entries()) await keep(ctx, posting, { number: numbers[place] ?? '' })
  return readPostings(ctx, input.letterIds)
}

const refuseWithoutNumber = (postings: readonly Posting[]): void => {
  const missing = postings.filter(({ kind, number }) => kind === 'registered' && number === '')
  if (missing.length > 0)
    throw new Refusal('posting.number-missing', `${missing.length} registered letters have no number`, {
      count: missing.length,
      reference: missing[0]?.reference ?? '',
    })
}

/** Makes and keeps the slip of some letters not handed in yet; each stands on the last slip made for it. */
export const makeSlip = async (ctx: CommandContext, letterIds: readonly string[], day: Day) => {
  const postings = await readPostings(ctx, letterIds)
  refuseCancelled(postings)
  refuseWithoutNumber(postings)
  const deposited = postings.find(({ depositedOn }) => depositedOn !== null)
  if (deposited)
    throw new Refusal('posting.deposited', `${deposited.reference} was handed in`, {
      reference: deposited.reference,
      day: deposited.depositedOn,
    })
  const company = await requireCompany(ctx)
  const number = await nextSlipNumber(ctx.db)
  const data = slipDocument({ company, logo: await readLogo(ctx, company), number, day, postings })
  const bytes = new Uint8Array(typesetterOf(ctx.ports).documentPdf(data))
  const name = `bordereau-${day}-${String(number).padStart(3, '0')}.pdf`
  const document = await keepDocument(ctx, name, 'application/pdf', bytes)
  const id = uuidv7()
  await insertSlip(ctx.db, {
    id,
    number,
    day,
    document_id: document.id,
    stamped_id: null,
    created_at: ctx.now,
    created_by: ctx.user,
  })
  for (const posting of postings) await keep(ctx, posting, { slip_id: id })
  return { id, number, documentId: document.id, name, file: new File([bytes], name, { type: 'application/pdf' }) }
}

export const keepStampedSlip = async (ctx: CommandContext, id: string, given: string, file: Blob): Promise<void> => {
  if (!(await findSlip(ctx.db, id))) throw new Refusal('not-found', 'no such slip', { id })
  const { name, bytes, mediaType } = await readProofFile(given, file)
  await stampSlip(ctx.db, id, (await keepDocument(ctx, name, mediaType, bytes)).id)
}

/** Records that letters were handed in; those that were before, or were marked as sent, keep their day. */
export const depositLetters = async (ctx: CommandContext, letterIds: readonly string[], day: Day) => {
  const postings = await readPostings(ctx, letterIds)
  refuseCancelled(postings)
  const fresh = postings.filter(({ depositedOn }) => depositedOn === null)
  refuseWithoutNumber(fresh)
  const early = fresh.find((posting) => day < posting.day)
  if (day > ctx.today || early)
    throw new Refusal('posting.day-invalid', `${day} is no day these letters could be handed in`, {
      day,
      from: early?.day ?? null,
      today: ctx.today,
    })
  for (const posting of fresh) await keep(ctx, posting, { deposited_on: day })
  await markLettersPosted(ctx, fresh, day)
  return { deposited: fresh.length, postings: await readPostings(ctx, letterIds) }
}

type Receipt = {
  letterId: string
  outcome: PostingOutcome | null
  day: Day
  name?: string | undefined
  file?: Blob | undefined
}

const TITLES = { fr: 'Avis de réception', en: 'Proof of delivery' } as const

/** Keeps the scan among the documents of the customer: correspondence, for it proves no delivery of goods. */
const keepReceipt = async (
  ctx: CommandContext,
  { customerId, number, reference }: Posting,
  { day, name, file }: Receipt,
) => {
  if (!file) return undefined
  const { language } = await requireCompany(ctx)
  const { documentId } = await addProof(ctx, {
    customerId,
    itemId: null,
    kind: 'correspondence',
    title: `${TITLES[language]} ${number || reference}`,
    day,
    expiresOn: null,
    note: reference,
    name: name ?? 'receipt',
    file,
  })
  return documentId
}

/**
 * Records what came back from the post. A letter that was not handed in has no receipt; an unknown address leaves a task to
 * find the right one, once.
 */
export const recordReceipt = async (ctx: CommandContext, receipt: Receipt): Promise<Posting> => {
  const { letterId, outcome, day } = receipt
  const [posting] = (await readPostings(ctx, [letterId])) as [Posting]
  if (posting.depositedOn === null)
    throw new Refusal('posting.not-deposited', `${posting.reference} was not handed in`, {
      reference: posting.reference,
    })
  if (outcome !== null && (day < posting.depositedOn || day > ctx.today))
    throw new Refusal('posting.day-invalid', `${day} is no day of this receipt`, {
      day,
      from: posting.depositedOn,
      today: ctx.today,
    })
  // The way of a letter marked as sent in another way begins here.
  const receiptId = outcome === null ? null : await keepReceipt(ctx, posting, receipt)
  await keep(ctx, posting, {
    deposited_on: posting.depositedOn,
    outcome,
    outcome_on: outcome === null ? null : day,
    outcome_by: outcome === null ? '' : ctx.user,
    outcome_at: outcome === null ? null : ctx.now,
    ...(receiptId !== undefined && { receipt_id: receiptId }),
  })
  if (outcome === 'unknown-address' && posting.outcome !== 'unknown-address') await askForAddress(ctx, posting)
  return ((await readPostings(ctx, [letterId])) as [Posting])[0]
}

const askForAddress = async (ctx: CommandContext, { customerId, reference, address }: Posting): Promise<void> => {
  const { language } = await requireCompany(ctx)
  const place = [...address.street, `${address.postalCode} ${address.city}`.trim()].filter(Boolean).join(', ')
  const note =
    language === 'fr'
      ? `Adresse à retrouver : ${reference} revenue de ${place}`
      : `Find the address: ${reference} came back from ${place}`
  await addTask(ctx, { customerId, kind: 'find-contact', day: ctx.today, note: note.slice(0, 500), owner: '' })
}
