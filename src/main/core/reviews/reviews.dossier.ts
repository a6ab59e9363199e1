import type { Company } from '../company/company.contract.ts'
import { readLogo, requireCompany } from '../company/company.service.ts'
import type { Customer } from '../customers/customers.contract.ts'
import { effectiveTermsOf, readCustomer } from '../customers/customers.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatLongDay } from '../kernel/format.ts'
import type { Block, DocumentData, Tone } from '../letters/document.model.ts'
import { fileNameOf } from '../letters/letter.parties.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { policyOfVersion } from '../policy/policy.service.ts'
import { behaviourBlocks, exposureBlocks, lightBlock, scorecardBlocks } from './dossier.evidence.ts'
import { type Pen, pen } from './dossier.figures.ts'
import {
  decisionBlocks,
  discussionBlocks,
  documentBlocks,
  identityBlocks,
  proposalBlocks,
  questionBlocks,
  routeBlocks,
} from './dossier.file.ts'
import { standingOf } from './dossier.rules.ts'
import { ratingBlocks, recommendationBlocks, statementBlocks } from './dossier.sources.ts'
import type { Review } from './reviews.contract.ts'
import { readReview } from './reviews.read.ts'

type Parts = {
  review: Review
  customer: Customer
  company: Pick<Company, 'name' | 'accent'>
  /** That its invoices fall due by. */
  terms: string
  logo: DocumentData['company']['logo']
  language: Language
  today: Day
  /** Overdue so many days is refused, by the policy of the evidence. */
  refuseDays: number
}

/** The whole review as a rating sheet: what was asked, what was known, what was proposed, who decided what and why. */
export const dossierDocument = ({
  review,
  customer,
  company,
  terms,
  logo,
  language,
  today,
  refuseDays,
}: Parts): DocumentData => {
  const { evidence } = review
  const writing = pen(language, review.review.currency)
  const { words } = writing
  const titles = words.sections
  const sections: [string, Block[]][] = [
    ['', [lightBlock(standingOf(evidence, refuseDays), evidence, writing)]],
    [titles.question, questionBlocks(review, writing)],
    [titles.decision, decisionBlocks(review, writing)],
    [titles.identity, identityBlocks(review, customer, terms, writing)],
    [titles.exposure, exposureBlocks(evidence, writing)],
    [titles.behaviour, behaviourBlocks(evidence, writing)],
    [titles.scorecard, scorecardBlocks(evidence, writing)],
    [titles.statements, statementBlocks(evidence, writing)],
    [titles.ratings, ratingBlocks(evidence, writing)],
    [titles.recommendation, recommendationBlocks(evidence, writing)],
    [titles.proposals, proposalBlocks(review, writing)],
    [titles.route, routeBlocks(review, writing)],
    [titles.discussion, discussionBlocks(review, writing)],
    [titles.documents, documentBlocks(review, writing)],
  ]
  return {
    language,
    company: { name: company.name, accent: company.accent, logo },
    title: words.title,
    subtitle: words.subtitle(review.review.customerName, review.review.customerCode),
    reference: review.review.reference,
    day: today,
    bylines: [
      review.review.reference,
      words.frozen(formatLongDay(evidence.frozenOn, language), evidence.frozenBy),
      words.policy(evidence.policyVersion),
      words.printed(formatLongDay(today, language)),
    ],
    state: stateOf(review, writing),
    sections: sections.filter(([, blocks]) => blocks.length > 0).map(([title, blocks]) => ({ title, blocks })),
  }
}

const stateOf = ({ review, decision }: Review, { words }: Pen): { text: string; tone: Tone } => {
  if (decision) return { text: words.states[decision.outcome], tone: decision.outcome === 'approved' ? 'good' : 'bad' }
  const state = review.state === 'decided' ? 'submitted' : review.state
  return { text: words.states[state], tone: state === 'cancelled' ? 'faint' : 'warning' }
}

/** The PDF of a review as it stands on the working day; refuses `not-found`. */
export const reviewDossier = async (
  ctx: QueryContext,
  input: { id: string; language?: Language | undefined },
): Promise<{ name: string; file: File }> => {
  const review = await readReview(ctx, input.id)
  const company = await requireCompany(ctx)
  const language = input.language ?? company.language
  const customer = await readCustomer(ctx, review.review.customerId)
  const data = dossierDocument({
    review,
    customer,
    company,
    terms: await effectiveTermsOf(ctx, customer),
    logo: await readLogo(ctx, company),
    language,
    today: ctx.today,
    refuseDays: (await policyOfVersion(ctx, review.evidence.policyVersion)).credit.late.refuseDays,
  })
  const { words } = pen(language, company.currency)
  const name = fileNameOf(`${words.fileName}-${review.review.reference}`, customer.name)
  const pdf = typesetterOf(ctx.ports).documentPdf(data)
  return { name, file: new File([new Uint8Array(pdf)], name, { type: 'application/pdf' }) }
}
