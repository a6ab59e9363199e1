import { uuidv7 } from 'uuidv7'
import { isSiren } from '../customers/identifiers.rules.ts'
import type { CommandContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { digitsOf, otherCompany } from './identity.rules.ts'
import { isBetween } from './mapping.rules.ts'
import type { RatingInput, RatingValueInput } from './ratings.contract.ts'
import { customerNamed, findRating, knownDuns, ownerOfDuns, writeRating } from './ratings.repository.ts'
import type { ExternalRatingTable } from './ratings.table.ts'
import { isOnScale, scaleOf } from './scales.rules.ts'
import { OWN_SCALE } from './scales.schema.ts'

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
  for (const { scale: code, value, label, best, worst } of values) {
    const scale = scaleOf(code)
    const own = code === OWN_SCALE && label !== '' && isBetween(value, best, worst)
    const twice = seen.has(`${code} ${label}`)
    seen.add(`${code} ${label}`)
    if (twice || (scale ? scale.provider !== provider || !isOnScale(scale, value) : !own))
      throw new Refusal('rating.value-invalid', `${value} is not on the scale ${code} of ${provider}`, {
        value,
        scale: scale?.fr ?? (label || code),
      })
  }
}

/** Source of what was entered by hand. */
export const ENTERED = 'entry'

/**
 * Keeps a report, new or over the one of that id, and returns its id. Refuses another company’s, one without content, of a
 * day to come, and values that are not on their provider’s scale.
 */
export const keepRating = async (
  ctx: CommandContext,
  given: RatingInput,
  id: string | null,
  source: string,
): Promise<string> => {
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
