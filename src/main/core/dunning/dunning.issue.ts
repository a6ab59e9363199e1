import { uuidv7 } from 'uuidv7'
import { claimCharges } from '../charges/charges.service.ts'
import type { Company } from '../company/company.contract.ts'
import { readLogo, requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { keepDocument } from '../documents/documents.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { LetterData } from '../letters/letter.model.ts'
import { fileNameOf, postalAddress, usualRecipient } from '../letters/letter.parties.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { spendApproval } from './dunning.approvals.repository.ts'
import type { LetterRow, ProposedLetter } from './dunning.contract.ts'
import { applyEffects } from './dunning.effects.ts'
import { copiesOf, lettersAbout } from './dunning.formal.repository.ts'
import { composeLetter, deadlineOf, type LetterParts } from './dunning.letter.ts'
import { creditsTaken } from './dunning.letters.rules.ts'
import { makesPaper } from './dunning.plan.rules.ts'
import { levelOfLetter, type ProposalWithDetail, propose } from './dunning.proposal.ts'
import { creditsOf, insertLetter, insertRun, lastRun, listLetters, listRuns } from './dunning.repository.ts'
import { toLetterRow } from './dunning.rows.ts'
import { wordingOf } from './dunning.wording.service.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>
type IssueInput = { asOf: Day; catchUp: boolean; keys?: string[] | undefined; confirmed: boolean }

/** Reads what one proposed letter needs to be set. */
export const letterParts = async (
  ctx: Reading,
  prepared: ProposalWithDetail,
  letter: ProposedLetter,
  shared: { company: Company; logo: LetterData['sender']['logo']; reference: string },
): Promise<LetterParts> => {
  const { proposal, detail, creditsBefore, charged } = prepared
  const itemIds = letter.items.map(({ itemId }) => itemId)
  const [customer, credits, about, copied] = await Promise.all([
    readCustomer(ctx, letter.customerId),
    letter.credits > 0 ? creditsOf(ctx.db, letter.customerId, letter.currency, proposal.asOf) : [],
    lettersAbout(ctx.db, itemIds, proposal.asOf),
    // A reminder may go without copies; a notice names what is enclosed.
    prepared.notices.has(letter.key) ? copiesOf(ctx.db, itemIds) : [],
  ])
  const taken = creditsTaken(credits, creditsBefore.get(letter.key) ?? 0, letter.credits)
  const level = levelOfLetter(prepared, letter)
  const previous = [...new Map(about.map((one) => [`${one.day} ${one.level_name}`, one])).values()]
  const own = charged.get(letter.key) ?? { claims: [], basis: { regime: shared.company.country } }
  const withCopy = new Set(copied.map(({ itemId }) => itemId))
  const copies = letter.items.filter(({ itemId }) => withCopy.has(itemId)).map(({ number }) => number)
  return { letter, level, customer, credits: taken, previous, copies, detail, ...own, day: proposal.asOf, ...shared }
}

const refuseWhatCannotGo = async (ctx: CommandContext, input: IssueInput, letters: readonly ProposedLetter[]) => {
  // Runs follow one another: one dated ahead would refuse all those until then.
  if (input.asOf > ctx.today)
    throw new Refusal('dunning.run-ahead', `${input.asOf} has not come yet`, { asOf: input.asOf, today: ctx.today })
  const last = await lastRun(ctx.db)
  if (last && input.asOf < last.as_of)
    throw new Refusal('dunning.run-before-last', `run ${last.number} was made as of ${last.as_of}`, {
      asOf: input.asOf,
      lastRun: last.as_of,
    })
  if (letters.length === 0)
    throw new Refusal('dunning.nothing-to-issue', 'no letter is due that day', { asOf: input.asOf })
  const currencies = [
    ...new Set(
      letters.filter((letter) => letter.problems.includes('no-bank-account')).map((letter) => letter.currency),
    ),
  ]
  if (currencies.length > 0)
    throw new Refusal('dunning.no-bank-account', `the book has no bank account in ${currencies.join(', ')}`, {
      currencies,
    })
  refuseIncomplete(letters)
  for (const problem of letters.flatMap((letter) => letter.problems)) {
    const [what, named, country] = problem.split(' ')
    if (what === 'rate-missing')
      throw new Refusal('interest.rate-missing', `no late-payment rate is known for ${named}`, {
        semester: named,
        country,
      })
    if (what === 'rates-unknown')
      throw new Refusal('interest.country-unknown', `no late-payment rates for ${named}`, { country: named })
  }
  refuseUnapproved(ctx, letters)
  const formal = letters.filter(({ approval }) => approval !== 'none')
  if (formal.length > 0 && !input.confirmed)
    throw new Refusal('dunning.confirmation-needed', `${formal.length} formal notices need a person's yes`, {
      count: formal.length,
    })
}

/** A notice that does not say who asks whom to pay, by when and where, does not leave. */
const refuseIncomplete = (letters: readonly ProposedLetter[]): void => {
  const lacking = (letter: ProposedLetter) =>
    letter.problems
      .filter((code) => code.startsWith('formal-element '))
      .map((code) => code.slice('formal-element '.length))
  const incomplete = letters.filter((letter) => lacking(letter).length > 0)
  if (incomplete.length === 0) return
  const elements = [...new Set(incomplete.flatMap(lacking))]
  throw new Refusal('dunning.notice-incomplete', `${incomplete.length} formal notices lack ${elements.join(', ')}`, {
    count: incomplete.length,
    elements,
    customers: incomplete.map(({ customerCode }) => customerCode),
  })
}

/** A letter that needs a second person goes once somebody approved it, and by the hand of somebody else. */
const refuseUnapproved = ({ user }: CommandContext, letters: readonly ProposedLetter[]): void => {
  const second = letters.filter(({ approval }) => approval === 'second-person')
  const waiting = second.filter(({ approved }) => approved === null)
  if (waiting.length > 0)
    throw new Refusal('dunning.approval-needed', `${waiting.length} letters need the approval of a second person`, {
      count: waiting.length,
      customers: waiting.map(({ customerCode }) => customerCode),
    })
  const own = second.filter(({ approved }) => approved?.by === user)
  if (own.length > 0)
    throw new Refusal('dunning.approval-own', `${user} approved ${own.length} of them: somebody else issues them`, {
      count: own.length,
      by: user,
    })
}

/**
 * Issues a day's letters inside the caller's transaction: numbered, set, kept in the book with their SHA-256. Refuses a
 * run before the last one or after the working day, a formal notice without a person's yes, and a currency without bank account.
 */
export async function* issue(
  ctx: CommandContext,
  input: IssueInput,
): AsyncGenerator<Progress, { run: RunRow; letters: LetterRow[] }> {
  const prepared = await propose(ctx, input.asOf, input.catchUp)
  const wanted = input.keys ? new Set(input.keys) : null
  const letters = prepared.proposal.letters.filter((letter) => !wanted || wanted.has(letter.key))
  await refuseWhatCannotGo(ctx, input, letters)

  const company = await requireCompany(ctx)
  const shared = { company, logo: await readLogo(ctx, company) }
  const number = ((await lastRun(ctx.db))?.number ?? 0) + 1
  const run = { id: uuidv7(), number, as_of: input.asOf, created_at: ctx.now, user: ctx.user }
  await insertRun(ctx.db, run)

  const composed = []
  for (const [index, letter] of letters.entries()) {
    const reference = referenceOf(input.asOf, number, index + 1)
    const parts = await letterParts(ctx, prepared, letter, { ...shared, reference })
    const wording = makesPaper(parts.level) ? await wordingOf(ctx, parts.level.wording, parts.customer.language) : null
    composed.push({ parts, version: wording?.version ?? null, data: wording && composeLetter(parts, wording) })
  }
  const onPaper = composed.filter((one): one is typeof one & { data: LetterData } => one.data !== null)
  const pages = typesetterOf(ctx.ports).letterPdfs(
    onPaper.map((one) => one.data),
    { signal: ctx.signal },
  )
  // Kept as they come: a run of thousands of letters is never in memory whole.
  for (const { parts, data } of composed) if (!data) await keepLetter(ctx, run.id, parts, null, null)
  let done = 0
  for await (const { index, pdf } of pages) {
    const letter = onPaper[index]
    if (letter) await keepLetter(ctx, run.id, letter.parts, pdf, letter.version)
    done += 1
    if (done % 20 === 0) yield { step: 'dunning.setting', done, total: onPaper.length }
  }
  yield { step: 'dunning.setting', done, total: onPaper.length }

  const [row] = await listRuns(ctx.db, run.id)
  const issued = await listLetters(ctx.db, { runId: run.id }, { offset: 0, limit: letters.length })
  return {
    run: {
      id: run.id,
      number,
      asOf: input.asOf,
      createdAt: ctx.now,
      user: ctx.user,
      letters: row?.letters ?? 0,
      sent: 0,
      cancelled: 0,
      toSend: row?.letters ?? 0,
    },
    letters: issued.map(toLetterRow),
  }
}

type RunRow = {
  id: string
  number: number
  asOf: Day
  createdAt: string
  user: string
  letters: number
  sent: number
  cancelled: number
  toSend: number
}

/** Year of the run, its number, the letter's place in it: `R2026-0003-0012`. */
const referenceOf = (day: Day, run: number, place: number): string =>
  `R${day.slice(0, 4)}-${String(run).padStart(4, '0')}-${String(place).padStart(4, '0')}`

const keepLetter = async (
  ctx: CommandContext,
  runId: string,
  { letter, level, company, customer, detail, reference, day, claims }: LetterParts,
  pdf: Uint8Array | null,
  wordingVersion: string | null,
) => {
  const id = uuidv7()
  const effects = await applyEffects(ctx, { letter, reference })
  const fileName = pdf && fileNameOf(reference, customer.name)
  const document = pdf && fileName ? await keepDocument(ctx, fileName, 'application/pdf', pdf) : null
  await insertLetter(
    ctx.db,
    {
      id,
      run_id: runId,
      reference,
      customer_id: letter.customerId,
      currency: letter.currency,
      level: letter.level,
      level_name: letter.levelName,
      channel: letter.channel,
      language: customer.language,
      day,
      deadline: deadlineOf(level, day),
      principal: letter.principal,
      credits: letter.credits,
      interest: letter.interest,
      indemnities: letter.indemnities,
      fees: letter.fees,
      earlier_charges: letter.earlierCharges,
      total: letter.total,
      document_id: document?.id ?? null,
      file_name: fileName,
      sent_on: null,
      cancelled_on: null,
      cancel_reason: null,
      recipient: pdf && JSON.stringify(postalAddress(usualRecipient(customer, company))),
      plan_id: letter.planId,
      wording: level.wording,
      wording_version: wordingVersion,
      grouping: letter.grouping,
      notice: letter.notice ? 1 : 0,
      ...effects,
    },
    letter.items.map((item) => ({
      letter_id: id,
      item_id: item.itemId,
      level: item.level,
      open: item.open,
      disputed: item.disputed,
      days_late: item.daysLate,
      interest: item.interest,
      indemnity: item.indemnity,
      segments: JSON.stringify(detail.get(item.itemId)?.segments ?? []),
    })),
  )
  await claimCharges(ctx, id, day, claims)
  if (letter.approved) await spendApproval(ctx.db, letter.approved.id, id)
}
