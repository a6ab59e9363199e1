import { readLogo, requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { keepDocument, readDocument } from '../documents/documents.service.ts'
import { wordingOf } from '../dunning/dunning.wording.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Agreement, composeAgreement } from '../letters/agreement.letter.ts'
import { fileNameOf } from '../letters/letter.parties.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { readProofFile } from '../proofs/proofs.service.ts'
import type { AgreementClauses, InstalmentPlan } from './instalments.contract.ts'
import {
  insertInstalmentLetter,
  issueDays,
  lastAgreement,
  letterByDocument,
  setSigned,
} from './instalments.repository.ts'

type Clauses = AgreementClauses

// The text shipped with the program has no version of its own.
const SHIPPED = 'shipped'

const compose = async (
  ctx: QueryContext | CommandContext,
  plan: InstalmentPlan,
  { missed, interest }: Clauses,
  reference: string,
) => {
  const company = await requireCompany(ctx)
  const customer = await readCustomer(ctx, plan.customerId)
  const { content } = await policyInForce(ctx)
  const wording = await wordingOf(ctx, 'agreement', customer.language)
  const issued = await issueDays(
    ctx.db,
    plan.items.map(({ itemId }) => itemId),
  )
  const agreement: Agreement = {
    company,
    logo: await readLogo(ctx, company),
    customer,
    language: customer.language,
    reference,
    day: ctx.today,
    agreedOn: plan.agreedOn,
    currency: plan.currency,
    total: plan.total,
    debts: plan.items.map(({ itemId, number, due, covered }) => ({
      number,
      issued: issued.get(itemId) ?? plan.agreedOn,
      due,
      amount: covered,
    })),
    instalments: plan.instalments.map(({ due, amount }) => ({ due, amount })),
    graceDays: content.instalmentGraceDays,
    wholeDue: missed === 'whole',
    interestWaived: interest === 'waived',
  }
  return { deed: composeAgreement(agreement, wording), wording, customer }
}

/** A plan that is still to be paid may be put down in an agreement; refuses `instalments.ended`. */
const refuseEnded = ({ id, state }: InstalmentPlan): void => {
  if (state === 'cancelled' || state === 'kept')
    throw new Refusal('instalments.ended', 'this plan has ended', { id, state })
}

/** The pages of the agreement as it would be issued today, in the customer's language. */
export const previewAgreement = async (ctx: QueryContext, plan: InstalmentPlan, clauses: Clauses) => {
  refuseEnded(plan)
  const { deed } = await compose(ctx, plan, clauses, await nextReference(ctx))
  return { pages: typesetterOf(ctx.ports).deedSvg(deed) }
}

/** `AE-2026-3`: accord d’échéancier. */
const nextReference = async (ctx: Pick<QueryContext, 'db' | 'today'>): Promise<string> => {
  const series = `AE-${ctx.today.slice(0, 4)}-`
  return `${series}${(await lastAgreement(ctx.db, series)) + 1}`
}

/** Issues the agreement of a plan and keeps it; made again, the earlier one stays in the book. Refuses `instalments.ended`. */
export const issueAgreement = async (ctx: CommandContext, plan: InstalmentPlan, clauses: Clauses) => {
  refuseEnded(plan)
  const reference = await nextReference(ctx)
  const { deed, wording, customer } = await compose(ctx, plan, clauses, reference)
  const pdf = typesetterOf(ctx.ports).deedPdf(deed)
  const { id } = await keepDocument(ctx, fileNameOf(reference, customer.name), 'application/pdf', pdf)
  await insertInstalmentLetter(ctx.db, {
    document_id: id,
    plan_id: plan.id,
    reference,
    language: customer.language,
    day: ctx.today,
    at: ctx.now,
    by: ctx.user,
    missed: clauses.missed,
    interest: clauses.interest,
    wording_version: wording.version === SHIPPED ? null : wording.version,
  })
  const { name, sha256, bytes } = await readDocument(ctx, id)
  return {
    documentId: id,
    reference,
    name,
    sha256,
    file: new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }),
  }
}

/**
 * Keeps the copy that came back signed, with the day it was: an acknowledgement of debt interrupts limitation from then on
 * (C. civ. 2240). Refuses `instalments.no-letter` before one was issued, and `instalments.signed-day`.
 */
export const recordSigned = async (
  ctx: CommandContext,
  plan: InstalmentPlan,
  { day, name: given, file }: { day: Day; name: string; file: Blob },
): Promise<void> => {
  if (!plan.letter) throw new Refusal('instalments.no-letter', 'the agreement is not issued', { id: plan.id })
  if (day < plan.letter.on || day > ctx.today)
    throw new Refusal('instalments.signed-day', `issued on ${plan.letter.on}`, { issued: plan.letter.on, day })
  const { name, bytes, mediaType } = await readProofFile(given, file)
  const { id } = await keepDocument(ctx, name, mediaType, bytes)
  await setSigned(ctx.db, plan.id, id, day)
}

/** The agreement last issued of a plan with what it needs to leave by e-mail; null without one. */
export const agreementToSend = async (ctx: QueryContext, documentId: string) => {
  const letter = await letterByDocument(ctx.db, documentId)
  return letter ? { ...letter, document: await readDocument(ctx, documentId) } : null
}
