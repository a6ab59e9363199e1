import { readLogo, requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { composeAgreement, specimenAgreement } from '../letters/agreement.letter.ts'
import { isAgreementKey } from '../letters/agreement-wording.ts'
import { composeCreditLetter, specimenCreditLetter, specimenCustomer } from '../letters/credit.letter.ts'
import { isCreditKey } from '../letters/credit-wording.ts'
import { isEmailKey } from '../letters/email-wording.ts'
import type { ElementCheck } from '../letters/formal.schema.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { emailSpecimen } from '../letters/wording.fields.ts'
import { renderWording } from '../letters/wording.rules.ts'
import type { LevelInput, ProposedLetter } from './dunning.contract.ts'
import { elementsOf } from './dunning.formal.ts'
import { letterParts } from './dunning.issue.ts'
import { composeLetter, type LetterParts } from './dunning.letter.ts'
import { listPlans } from './dunning.plan.repository.ts'
import { makesPaper } from './dunning.plan.rules.ts'
import { propose } from './dunning.proposal.ts'
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

type Preview = {
  pages: string[]
  problems: ReturnType<typeof wordingProblems>
  elements: ElementCheck[]
  customer: { id: string; name: string } | null
}

/** A wording on the page, with real figures when a customer is late, else with invented ones. */
export const previewWording = async (ctx: QueryContext, input: WordingPreview): Promise<Preview> => {
  const nothing = { pages: [], problems: wordingProblems(input), elements: [], customer: null }
  if (nothing.problems.length > 0) return nothing
  const company = await requireCompany(ctx)
  const shared = { company, logo: await readLogo(ctx, company), reference: SPECIMEN }
  if (isCreditKey(input.key)) {
    const specimen = specimenCreditLetter(input.key, input.language, { ...shared, day: ctx.today })
    return { ...nothing, pages: typesetterOf(ctx.ports).letterSvg(composeCreditLetter(specimen, input)) }
  }
  if (isAgreementKey(input.key)) {
    const specimen = specimenAgreement(input.language, { ...shared, day: ctx.today })
    return { ...nothing, pages: typesetterOf(ctx.ports).deedSvg(composeAgreement(specimen, input)) }
  }
  if (isEmailKey(input.key)) return { ...nothing, pages: messagePage(ctx, input, shared) }
  const { formal, basedOn } = await wordingOf(ctx, input.key, input.language)
  const level = await levelShown(ctx, input, basedOn)
  if (!level) return nothing
  const found = await partsShown(ctx, input, { level, notice: basedOn === 'notice' }, shared)
  const shown: LetterParts = { ...found, level, customer: { ...found.customer, language: input.language } }
  return {
    ...nothing,
    pages: typesetterOf(ctx.ports).letterSvg(composeLetter(shown, { ...input, formal })),
    elements: formal ? elementsShown(shown, input) : [],
    customer: shown.customer.id === '' ? null : { id: shown.customer.id, name: shown.customer.name },
  }
}

/** The level that uses the wording, for its deadline and charges; else the first of the plan. */
const levelShown = async (
  ctx: QueryContext,
  { key, position }: WordingPreview,
  basedOn: string,
): Promise<LevelInput | undefined> => {
  const plans = await listPlans(ctx.db)
  const levels = plans.filter(({ archivedOn }) => archivedOn === null).flatMap((plan) => plan.levels)
  return (
    (position === undefined ? undefined : plans[0]?.levels.find((one) => one.position === position)) ??
    levels.find((one) => one.wording === key) ??
    levels.find((one) => one.wording === basedOn) ??
    levels[0]
  )
}

// Days from the due date of the invented invoice: a week before it, a month and a half after.
const NOTICE_DUE = -7
const LATE_DUE = 45

/** The figures of the customer asked for, or of one that is late; invented ones where nothing is due. */
const partsShown = async (
  ctx: QueryContext,
  { customerId }: WordingPreview,
  { level, notice }: { level: LevelInput; notice: boolean },
  shared: Pick<LetterParts, 'company' | 'logo' | 'reference'>,
): Promise<Omit<LetterParts, 'level'>> => {
  const prepared = await propose(ctx, ctx.today, false)
  // A text about invoices to come is not shown with those that are late.
  const candidates = prepared.proposal.letters.filter(
    (one) => (!customerId || one.customerId === customerId) && one.notice === notice,
  )
  // A letter of the same level claims what the wording speaks of.
  const found = candidates.find((one) => one.level === level.position) ?? candidates[0]
  if (found) return letterParts(ctx, prepared, found, shared)
  const invented = inventedParts(ctx.today, notice ? NOTICE_DUE : LATE_DUE, shared)
  return customerId ? { ...invented, customer: await readCustomer(ctx, customerId) } : invented
}

const elementsShown = (parts: LetterParts, wording: WordingPreview): ElementCheck[] => {
  const { company, customer, letter, level } = parts
  const { name, street, city, attention } = composeLetter(parts, { ...wording, formal: true }).recipient
  return elementsOf(
    company,
    {
      letter,
      level,
      debtor: {
        name,
        street: street.join('\n'),
        city,
        attention,
        siren: customer.siren,
        vatNumber: customer.vatNumber,
      },
      language: customer.language,
      invoices: letter.items.length,
      earlierLetters: parts.previous.length,
      enclosures: parts.copies.length,
    },
    wording,
  )
}

/** A message has no page of its own: its subject and text, as the reader gets them. */
const messagePage = (
  ctx: QueryContext,
  { language, subject, body }: WordingPreview,
  { company, logo }: Pick<LetterParts, 'company' | 'logo'>,
): string[] => {
  const { name, signatory, phone, email } = company
  const fields = { ...emailSpecimen(language), company: { name, signatory, phone, email } }
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
  daysLate: number,
  shared: Pick<LetterParts, 'company' | 'logo' | 'reference'>,
): Omit<LetterParts, 'level'> => {
  const [interest, indemnity] = daysLate > 0 ? [1_798, 4_000] : [0, 0]
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
        issued: addDays(today, -daysLate - 30),
        due: addDays(today, -daysLate),
        amount: 120_000,
        open: 120_000,
        disputed: 0,
        daysLate,
        level: 1,
        interest,
        indemnity,
      },
    ],
    principal: 120_000,
    credits: 0,
    interest,
    indemnities: indemnity,
    fees: 0,
    earlierCharges: 0,
    total: 120_000 + interest + indemnity,
    problems: [],
    warnings: [],
  }
  return {
    ...shared,
    letter,
    customer: specimenCustomer('fr', shared.company.country),
    credits: [],
    previous: [],
    copies: [],
    detail: new Map(),
    claims: [],
    basis: { regime: shared.company.country },
    day: today,
  }
}
