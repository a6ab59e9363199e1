import { uuidv7 } from 'uuidv7'
import { readLogo, requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { keepDocument } from '../documents/documents.service.ts'
import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { fileNameOf } from '../letters/letter.parties.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { isAddress } from '../mail/mail.rules.ts'
import { openStatements } from '../statements/statements.service.ts'
import {
  type Auditor,
  CONFIRMATIONS_LIMIT,
  type ConfirmationForm,
  type ConfirmationRun,
  type Criteria,
} from './confirmations.contract.ts'
import { composeRequest } from './confirmations.letter.ts'
import { draw, readRun } from './confirmations.read.ts'
import { insertConfirmation, insertRun, nextRunNumber } from './confirmations.repository.ts'
import { canBeAnswered } from './draw.rules.ts'

export type Asked = { asOf: Day; form: ConfirmationForm; auditor: Auditor; deadline: Day }

// Between two reports of progress.
const STEP = 10

/** What is the same for all letters of a round. */
const sharedOf = async (ctx: QueryContext | CommandContext, { asOf, form, auditor, deadline }: Asked) => {
  const company = await requireCompany(ctx)
  if (auditor.email !== '' && !isAddress(auditor.email))
    throw new Refusal('mail.address-invalid', 'the auditor’s address is none', { value: auditor.email })
  return { company, logo: await readLogo(ctx, company), day: ctx.today, asOf, form, auditor, deadline }
}

export const previewRequest = async (ctx: QueryContext, { customerId, ...asked }: Asked & { customerId: string }) => {
  const shared = await sharedOf(ctx, asked)
  const customer = await readCustomer(ctx, customerId)
  const { accounts = [] } =
    (await openStatements(ctx, { customerIds: [customerId], asOf: asked.asOf })).get(customerId) ?? {}
  const some = accounts.filter(({ total }) => total !== 0).map(({ currency, total }) => ({ currency, total }))
  const balances = some.length > 0 ? some : [{ currency: await homeCurrencyOf(ctx), total: 0 }]
  const { language } = customer
  const letter = composeRequest({
    ...shared,
    customer,
    language,
    reference: referenceOf(await nextRunNumber(ctx.db), 1),
    balances,
    accounts,
  })
  return typesetterOf(ctx.ports).deedSvg(letter)
}

/** `CS-0003-0012`: the twelfth letter of the third round. */
const referenceOf = (run: number, place: number): string =>
  `CS-${String(run).padStart(4, '0')}-${String(place).padStart(4, '0')}`

/**
 * Issues a round. Refuses a closing day to come (`confirmation.day-ahead`), a deadline that is past
 * (`confirmation.deadline-past`), criteria that choose nobody (`confirmation.nobody`) or more than `CONFIRMATIONS_LIMIT`
 * (`confirmation.too-many`), and an auditor without an address (`confirmation.auditor-address`) or with one that is none
 * (`mail.address-invalid`).
 */
export async function* issueRequests(
  ctx: CommandContext,
  { criteria, ...asked }: Asked & { criteria: Criteria },
): AsyncGenerator<Progress, { run: ConfirmationRun }> {
  const { asOf, deadline } = asked
  if (asOf > ctx.today) throw new Refusal('confirmation.day-ahead', `${asOf} is still to come`, { asOf })
  if (deadline <= ctx.today) throw new Refusal('confirmation.deadline-past', `${deadline} is past`, { deadline })
  const shared = await sharedOf(ctx, asked)
  if (!canBeAnswered(asked.auditor))
    throw new Refusal('confirmation.auditor-address', 'the auditor has no address', { auditor: asked.auditor.name })
  const { seed, population, drawn } = await draw(ctx, asOf, criteria)
  if (drawn.length === 0) throw new Refusal('confirmation.nobody', 'the criteria choose nobody', { asOf })
  if (drawn.length > CONFIRMATIONS_LIMIT)
    throw new Refusal('confirmation.too-many', `${drawn.length} letters`, {
      count: drawn.length,
      limit: CONFIRMATIONS_LIMIT,
    })
  const runId = uuidv7()
  const number = await nextRunNumber(ctx.db)
  const { customerIds, ...kept } = criteria
  await insertRun(ctx.db, {
    id: runId,
    number,
    as_of: asOf,
    form: asked.form,
    auditor: JSON.stringify(asked.auditor),
    deadline,
    seed,
    criteria: JSON.stringify({ ...kept, seed, chosen: new Set(customerIds).size }),
    population: JSON.stringify(population),
    made_on: ctx.today,
    made_at: ctx.now,
    made_by: ctx.user,
  })
  const total = drawn.length
  yield { step: 'confirmations.setting', done: 0, total }
  const statements = await openStatements(ctx, { customerIds: drawn.map(({ customerId }) => customerId), asOf })
  const letters = []
  for (const [place, { customerId, balances, chosenBy }] of drawn.entries()) {
    const customer = await readCustomer(ctx, customerId)
    const reference = referenceOf(number, place + 1)
    const { accounts = [] } = statements.get(customerId) ?? {}
    const data = composeRequest({ ...shared, customer, language: customer.language, reference, balances, accounts })
    letters.push({ reference, customer, balances, chosenBy, data })
  }
  const pages = typesetterOf(ctx.ports).paperPdfs(
    letters.map(({ data }) => ({ kind: 'deed' as const, data })),
    { signal: ctx.signal },
  )
  let done = 0
  for await (const { index, pdf } of pages) {
    const { reference, customer, balances, chosenBy } = letters[index] as (typeof letters)[number]
    const name = fileNameOf(reference, customer.name)
    const { id: documentId, sha256 } = await keepDocument(ctx, name, 'application/pdf', pdf)
    await insertConfirmation(ctx.db, {
      id: uuidv7(),
      run_id: runId,
      reference,
      customer_id: customer.id,
      chosen_by: chosenBy,
      language: customer.language,
      balances: JSON.stringify(balances),
      file_name: name,
      sha256,
      document_id: documentId,
    })
    done += 1
    if (done % STEP === 0) yield { step: 'confirmations.setting', done, total }
  }
  yield { step: 'confirmations.setting', done, total }
  return { run: await readRun(ctx, runId) }
}
