import { requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { postalAddress, usualRecipient } from '../letters/letter.parties.ts'
import type { PostalAddress, Posting } from './postings.contract.ts'
import { listPostings, type PostingRecord } from './postings.repository.ts'

type Reading = Pick<QueryContext, 'db'>

/** Where a letter to this customer would go today. */
const addressToday = async (ctx: Reading, customerId: string): Promise<PostalAddress> =>
  postalAddress(usualRecipient(await readCustomer(ctx, customerId), await requireCompany(ctx)))

export const toPostings = async (ctx: Reading, records: readonly PostingRecord[]): Promise<Posting[]> => {
  const today = new Map<string, PostalAddress>()
  for (const { customerId, address } of records)
    if (address === null && !today.has(customerId)) today.set(customerId, await addressToday(ctx, customerId))
  return records.map(({ address, slipId, slipNumber, slipDay, slipDocumentId, stampedId, ...record }) => ({
    ...record,
    address:
      address === null ? (today.get(record.customerId) as PostalAddress) : (JSON.parse(address) as PostalAddress),
    slip:
      slipId && slipNumber && slipDay && slipDocumentId
        ? { id: slipId, number: slipNumber, day: slipDay, documentId: slipDocumentId, stampedId }
        : null,
  }))
}

/**
 * The letters named, in that order. Refuses `not-found`, and `posting.not-by-post` for a letter that goes another way or
 * has no paper.
 */
export const readPostings = async (ctx: Reading, letterIds: readonly string[]): Promise<Posting[]> => {
  const ids = [...new Set(letterIds)]
  const records = await listPostings(ctx.db, { letterIds: ids, cancelled: true }, 'all', {
    offset: 0,
    limit: ids.length,
  })
  const found = new Map((await toPostings(ctx, records)).map((posting) => [posting.letterId, posting]))
  return ids.map((id) => {
    const posting = found.get(id)
    if (!posting) throw new Refusal('posting.not-by-post', 'no letter that goes by post', { id })
    return posting
  })
}

/** What became of letters at the post, by letter; those that did not go by post are not in it. */
export const postingOfLetters = async (ctx: Reading, letterIds: readonly string[]): Promise<Map<string, Posting>> => {
  const records = await listPostings(ctx.db, { letterIds, cancelled: true }, 'all', { offset: 0, limit: 100_000 })
  return new Map((await toPostings(ctx, records)).map((posting) => [posting.letterId, posting]))
}

export const refuseCancelled = (postings: readonly Posting[]): void => {
  const cancelled = postings.find(({ cancelledOn }) => cancelledOn !== null)
  if (cancelled)
    throw new Refusal('dunning.letter-cancelled', `${cancelled.reference} was cancelled`, {
      reference: cancelled.reference,
    })
}
