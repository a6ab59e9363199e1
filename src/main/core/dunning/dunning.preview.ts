import { readLogo, requireCompany } from '../company/company.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { composeCreditLetter, specimenCreditLetter, specimenCustomer } from '../letters/credit.letter.ts'
import { isCreditKey } from '../letters/credit-wording.ts'
import { isEmailKey } from '../letters/email-wording.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { emailSpecimen } from '../letters/wording.fields.ts'
import { renderWording } from '../letters/wording.rules.ts'
import type { LevelInput, ProposedLetter } from './dunning.contract.ts'
import { letterParts } from './dunning.issue.ts'
import { composeLetter, type LetterParts } from './dunning.letter.ts'
import { listPlans } from './dunning.plan.repository.ts'
import { makesPaper, propose } from './dunning.proposal.ts'
import { wordingOf, wordingProblems } from './dunning.wording.service.ts'

const SPECIMEN = 'SPECIMEN'

/** The pages of a proposed letter, as they would be issued. */
export const previewLetter = async (
  ctx: QueryContext,
  { asOf, catchUp, key }: { asOf: Day; catchUp: boolean; key: string },
) => {
  const prepared = await propose(ctx, asOf, catchUp)
  const letter = prepared.proposal.letters.find((one) => one.key === key)
  if (!letter) throw new Refusal('not-found', 'this letter is no longer proposed', { key })
  const company = await requireCompany(ctx)
  const parts = await letterParts(ctx, prepared, letter, {
    company,
    logo: await readLogo(ctx, company),
    reference: SPECIMEN,
  })
  if (!makesPaper(parts.level)) return { pages: [] }
  const wording = await wordingOf(ctx, parts.level.wording, parts.customer.language)
  return { pages: typesetterOf(ctx.ports).letterSvg(composeLetter(parts, wording)) }
}

type WordingPreview = {
  key: string
  language: LetterLanguage
  subject: string
  body: string
  customerId?: string | undefined
  position?: number | undefined
}

/** A wording on the page, with real figures when a customer is late, else with invented ones. */
export const previewWording = async (ctx: QueryContext, input: WordingPreview) => {
  const problems = wordingProblems(input)
  if (problems.length > 0) return { pages: [], problems }
  const company = await requireCompany(ctx)
  const shared = { company, logo: await readLogo(ctx, company), reference: SPECIMEN }
  if (isCreditKey(input.key)) {
    const specimen = specimenCreditLetter(input.key, input.language, { ...shared, day: ctx.today })
    return { pages: typesetterOf(ctx.ports).letterSvg(composeCreditLetter(specimen, input)), problems }
  }
  if (isEmailKey(input.key)) return { pages: messagePage(ctx, input, shared), problems }
  const plans = await listPlans(ctx.db)
  const levels = plans.filter(({ archivedOn }) => archivedOn === null).flatMap((plan) => plan.levels)
  const level =
    (input.position === undefined ? undefined : plans[0]?.levels.find(({ position }) => position === input.position)) ??
    levels.find((one) => one.wording === input.key) ??
    levels[0]
  if (!level) return { pages: [], problems }
  const prepared = await propose(ctx, ctx.today, false)
  const candidates = prepared.proposal.letters.filter((one) => !input.customerId || one.customerId === input.customerId)
  // A letter of the same level claims what the wording speaks of.
  const found = candidates.find((one) => one.level === level.position) ?? candidates[0]
  const parts = found ? await letterParts(ctx, prepared, found, shared) : inventedParts(ctx.today, shared)
  const shown: LetterParts = { ...parts, level, customer: { ...parts.customer, language: input.language } }
  return { pages: typesetterOf(ctx.ports).letterSvg(composeLetter(shown, input)), problems }
}

/** A message has no page of its own: its subject and text, as the reader gets them. */
const messagePage = (
  ctx: QueryContext,
  { language, subject, body }: WordingPreview,
  { company, logo }: Pick<LetterParts, 'company' | 'logo'>,
): string[] => {
  const { name, signatory, phone, email } = company
  const fields = { ...emailSpecimen, company: { name, signatory, phone, email } }
  const paragraphs = renderWording(body, fields).split(/\n{2,}/)
  return typesetterOf(ctx.ports).documentSvg({
    language,
    company: { name, logo, accent: company.accent },
    title: renderWording(subject, fields),
    subtitle: '',
    reference: '',
    day: ctx.today,
    bylines: [],
    state: null,
    sections: [{ title: '', blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })) }],
  })
}

const inventedParts = (
  today: Day,
  shared: Pick<LetterParts, 'company' | 'logo' | 'reference'>,
): Omit<LetterParts, 'level'> & { level?: LevelInput } => {
  const letter: ProposedLetter = {
    key: '',
    planId: '',
    planName: '',
    grouping: 'customer',
    notice: false,
    customerId: '',
    customerCode: 'C-0001',
    customerName: 'Maison Alpha',
    currency: shared.company.currency,
    level: 1,
    levelName: '',
    channel: 'letter',
    approval: 'none',
    approved: null,
    effect: null,
    others: [],
    items: [
      {
        itemId: '',
        number: 'F-1024',
        issued: addDays(today, -75),
        due: addDays(today, -45),
        amount: 120_000,
        open: 120_000,
        disputed: 0,
        daysLate: 45,
        level: 1,
        interest: 1_798,
        indemnity: 4_000,
      },
    ],
    principal: 120_000,
    credits: 0,
    interest: 1_798,
    indemnities: 4_000,
    fees: 0,
    earlierCharges: 0,
    total: 125_798,
    problems: [],
    warnings: [],
  }
  return {
    ...shared,
    letter,
    customer: specimenCustomer('fr', shared.company.country),
    credits: [],
    previous: [],
    detail: new Map(),
    claims: [],
    basis: { regime: shared.company.country },
    day: today,
  }
}
