import type { Company } from '../company/company.contract.ts'
import { readLogo, requireCompany } from '../company/company.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { formatLongDay } from '../kernel/format.ts'
import type { DocumentData, DocumentSection, Tone } from '../letters/document.model.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { frenchRatesOfBook } from '../rates/rates.service.ts'
import { changesBetween, clauses } from './changes.rules.ts'
import { tellChange } from './changes.words.rules.ts'
import type { Policy } from './policy.contract.ts'
import { creditClauses } from './policy.credit.sections.rules.ts'
import { type ClauseContext, type FrenchRates, receivablesClauses } from './policy.sections.rules.ts'
import { policyTerms } from './policy.terms.rules.ts'
import { policyWords } from './policy.words.ts'

type Printing = {
  policy: Policy
  /** The version before it. */
  former: Policy | null
  /** Version in force on the working day. */
  inForce: number
  company: Pick<Company, 'name' | 'accent' | 'currency' | 'country' | 'terms'>
  logo: DocumentData['company']['logo']
  language: Language
  today: Day
  rates?: FrenchRates | undefined
}

/** A version of the policy as a paper to sign: every clause in words, and what it changed. */
export const policyDocument = (printing: Printing): DocumentData => {
  const { policy, former, inForce, company, logo, language, today, rates } = printing
  const words = policyWords(language)
  const context: ClauseContext = {
    language,
    currency: company.currency,
    country: company.country,
    terms: company.terms,
    day: policy.inForceFrom ?? today,
    ...(rates && { rates }),
  }
  const blocks = { ...receivablesClauses(policy.content, context), ...creditClauses(policy.content.credit, context) }
  const titles = policyTerms(language).clause
  return {
    language,
    company: { name: company.name, accent: company.accent, logo },
    title: words.title,
    subtitle:
      policy.inForceFrom === null
        ? words.shipped
        : words.inForce(policy.version, formatLongDay(policy.inForceFrom, language)),
    reference: `v${policy.version}`,
    day: today,
    bylines: [
      ...(policy.author === '' ? [] : [words.author(policy.author)]),
      words.printed(formatLongDay(today, language)),
    ],
    state: stateOf(policy, inForce, language),
    sections: [
      { title: '', blocks: [{ kind: 'paragraph', text: words.preamble }] },
      ...(former ? [changesSection({ policy, former, language, currency: company.currency })] : []),
      ...clauses.map((clause, index) => ({ number: String(index + 1), title: titles[clause], blocks: blocks[clause] })),
      {
        title: words.approval.title,
        blocks: [
          {
            kind: 'signatures',
            signatures: [
              { role: words.approval.author, name: policy.author, hint: words.approval.hint },
              { role: words.approval.board, name: '', hint: words.approval.hint },
            ],
          },
        ],
      },
    ],
  }
}

const stateOf = ({ version }: Policy, inForce: number, language: Language): { text: string; tone: Tone } => {
  const { states } = policyWords(language)
  if (version === 0) return { text: states.shipped, tone: 'warning' }
  if (version === inForce) return { text: states.current, tone: 'good' }
  return version > inForce ? { text: states.coming, tone: 'warning' } : { text: states.former, tone: 'faint' }
}

type Changing = { policy: Policy; former: Policy; language: Language; currency: string }

const changesSection = ({ policy, former, language, currency }: Changing): DocumentSection => {
  const words = policyWords(language).changes
  const titles = policyTerms(language).clause
  const told = changesBetween(former.content, policy.content).map((change) => tellChange(change, language, currency))
  const labels = words.columns
  return {
    title: former.version === 0 ? words.titleShipped : words.title(former.version),
    blocks: [
      ...(policy.summary === '' ? [] : [{ kind: 'paragraph', text: policy.summary } as const]),
      told.length === 0
        ? { kind: 'paragraph', text: words.none }
        : {
            kind: 'table',
            columns: labels.map((label, index) => ({ label, grow: index < 2 ? 3 : 4 })),
            rows: told.map(({ clause, point, before, after }, index) => [
              // A clause is named once, on the first of its lines.
              told[index - 1]?.clause === clause ? '' : titles[clause],
              point,
              { text: before, tone: 'faint' },
              after,
            ]),
          },
    ],
  }
}

type Versions = { versions: readonly Policy[]; inForce: number }

/** The PDF of a version, of the one in force without it; refuses one there is not. */
export const printPolicy = async (
  ctx: QueryContext,
  { versions, inForce }: Versions,
  input: { version?: number | undefined; language?: Language | undefined },
): Promise<{ name: string; file: File }> => {
  const version = input.version ?? inForce
  const at = versions.findIndex((one) => one.version === version)
  const policy = versions[at]
  if (!policy) throw new Refusal('not-found', `the policy has no version ${version}`, { version })
  const company = await requireCompany(ctx)
  const language = input.language ?? company.language
  const data = policyDocument({
    policy,
    former: versions[at + 1] ?? null,
    inForce,
    company,
    logo: await readLogo(ctx, company),
    language,
    today: ctx.today,
    rates: await frenchRatesOfBook(ctx),
  })
  const name = `${policyWords(language).fileName}-v${version}.pdf`
  const pdf = typesetterOf(ctx.ports).documentPdf(data)
  return { name, file: new File([new Uint8Array(pdf)], name, { type: 'application/pdf' }) }
}
