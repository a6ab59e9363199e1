import { readLogo, requireCompany } from '../company/company.service.ts'
import type { IssuedFile } from '../handovers/handovers.contract.ts'
import { issueFile, readHandover } from '../handovers/handovers.service.ts'
import type { Procedure } from '../handovers/procedure.schema.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import type { DocumentData } from '../letters/document.model.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { insolvencyOf } from '../registers/registers.service.ts'
import { tableCsv } from '../tables/table.csv.ts'
import type { Account } from './account.schema.ts'
import type { PaperKind } from './claims.contract.ts'
import type { Drawing } from './file.document.ts'
import { accountDocument, agencySheet, lawyerSheet, mandateDocument } from './papers.document.ts'
import { claimFileOf } from './pieces.service.ts'
import { paymentOrderRequest, smallClaimsRequest, uncontestedRequest } from './requests.document.ts'
import { SMALL_CLAIM } from './routes.rules.ts'
import { courtOfDebtor } from './routes.service.ts'

const OF_PROCEDURE: Record<Procedure, readonly PaperKind[]> = {
  agency: ['account', 'mandate', 'agency-sheet'],
  'payment-order': ['account', 'payment-order-request'],
  uncontested: ['account', 'uncontested-request'],
  'small-claims': ['account', 'small-claims-request'],
  summary: ['account', 'lawyer-sheet'],
  trial: ['account', 'lawyer-sheet'],
  'european-order': ['account', 'lawyer-sheet'],
}

/** The papers of a procedure; without one the account alone. */
export const papersOf = (procedure: Procedure | null): readonly PaperKind[] =>
  procedure === null ? ['account'] : OF_PROCEDURE[procedure]

/** Everything that papers of a hand-over are drawn up with; refuses `not-found`. */
export const drawingOf = async (
  ctx: QueryContext & { user: string },
  handoverId: string,
  given?: Language | undefined,
): Promise<Drawing> => {
  const handover = await readHandover(ctx, handoverId)
  const company = await requireCompany(ctx)
  const language = given ?? company.language
  return {
    file: await claimFileOf(ctx, handover, language),
    company,
    logo: await readLogo(ctx, company),
    insolvency: await insolvencyOf(ctx, handover.customerId),
    language,
    today: ctx.today,
    user: ctx.user,
  }
}

/** A request claims one sum: refuses `claim.several-currencies` and `claim.nothing-due`. */
const claimedAccount = ({ file }: Drawing): Account => {
  const due = file.accounts.filter(({ totals }) => totals.total > 0)
  const [account] = due
  if (!account) throw new Refusal('claim.nothing-due', 'nothing is due', {})
  if (due.length > 1)
    throw new Refusal('claim.several-currencies', 'the file is in several currencies', {
      currencies: due.map(({ currency }) => currency),
    })
  return account
}

/** Above the limit the procedure is not open (CPCE R125-1): refuses `claim.above-small-limit`. */
const smallAccount = (drawing: Drawing): Account => {
  const account = claimedAccount(drawing)
  const { principal, capitalised, interest, credits } = account.totals
  const amount = principal + capitalised + interest - credits
  if (amount <= SMALL_CLAIM) return account
  const { currency } = account
  throw new Refusal('claim.above-small-limit', 'above the limit of small claims', {
    amount,
    limit: SMALL_CLAIM,
    currency,
  })
}

const documentOf = (kind: Exclude<PaperKind, 'agency-sheet'>, drawing: Drawing): DocumentData => {
  const court = courtOfDebtor(drawing.file.customer, drawing.file.handover).name
  switch (kind) {
    case 'account':
      return accountDocument(
        { ...drawing, reference: drawing.file.handover.mandate.reference || drawing.file.customer.code },
        drawing.file.accounts,
      )
    case 'mandate':
      return mandateDocument(drawing)
    case 'lawyer-sheet':
      return lawyerSheet({ ...drawing, court })
    case 'payment-order-request':
      return paymentOrderRequest({ ...drawing, account: claimedAccount(drawing), court })
    case 'uncontested-request':
      return uncontestedRequest({ ...drawing, account: claimedAccount(drawing), court })
    case 'small-claims-request':
      return smallClaimsRequest({ ...drawing, account: smallAccount(drawing), court })
  }
}

/** Requests are in French: their pieces bear French titles too. */
const FRENCH: ReadonlySet<PaperKind> = new Set(['payment-order-request', 'uncontested-request', 'small-claims-request'])

type Asked = { handoverId: string; kind: PaperKind; language?: Language | undefined }

const drawn = async (ctx: QueryContext & { user: string }, { handoverId, kind, language }: Asked): Promise<Drawing> => {
  const drawing = await drawingOf(ctx, handoverId, FRENCH.has(kind) ? 'fr' : language)
  if (!papersOf(drawing.file.handover.procedure).includes(kind))
    throw new Refusal('claim.not-this-paper', `${kind} is no paper of this procedure`, { kind })
  return drawing
}

/** A paper as it would be issued, one SVG a page; a sheet shows as the list that it is. */
export const paperPages = async (ctx: QueryContext & { user: string }, asked: Asked): Promise<string[]> => {
  const drawing = await drawn(ctx, asked)
  const typesetter = typesetterOf(ctx.ports)
  if (asked.kind !== 'agency-sheet') return typesetter.documentSvg(documentOf(asked.kind, drawing))
  return typesetter.documentSvg(sheetDocument(drawing))
}

const sheetDocument = (drawing: Drawing): DocumentData => {
  const table = agencySheet(drawing)
  const csv = tableCsv(table, drawing.language)
  return {
    language: drawing.language,
    company: { name: drawing.company.name, accent: drawing.company.accent, logo: drawing.logo },
    title: table.title,
    subtitle: table.subtitle,
    reference: '',
    day: drawing.today,
    bylines: table.footnotes,
    state: null,
    sections: [{ title: 'CSV', blocks: [{ kind: 'paragraph', text: csv }] }],
  }
}

const NAMES: Record<PaperKind, string> = {
  account: 'decompte',
  mandate: 'mandat',
  'agency-sheet': 'creances',
  'payment-order-request': 'requete-injonction-de-payer',
  'uncontested-request': 'demande-creance-incontestee',
  'small-claims-request': 'demande-petites-creances',
  'lawyer-sheet': 'fiche-avocat',
}

const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)

/** `requete-injonction-de-payer-durand-sas-2026-11-22`: safe on every system. */
export const claimFileName = (base: string, customerName: string, day: string): string =>
  `${base}-${slug(customerName) || 'client'}-${day}`

/** What an issued file says of its sum: of the one currency it is in. */
export const sumOf = ({ file: { accounts } }: Drawing): { currency: string | null; total: number | null } => {
  const [account] = accounts
  return accounts.length === 1 && account
    ? { currency: account.currency, total: account.totals.total }
    : { currency: null, total: null }
}

export const issuePaper = async (ctx: CommandContext, asked: Asked): Promise<IssuedFile> => {
  const drawing = await drawn(ctx, asked)
  const { handover, customer } = drawing.file
  const { kind } = asked
  const sheet = kind === 'agency-sheet'
  const base = claimFileName(NAMES[kind], customer.name, ctx.today)
  const bytes = sheet
    ? new TextEncoder().encode(tableCsv(agencySheet(drawing), drawing.language))
    : typesetterOf(ctx.ports).documentPdf(documentOf(kind, drawing))
  return issueFile(ctx, {
    handoverId: handover.id,
    kind,
    as_of: handover.account.asOf ?? ctx.today,
    imputation: handover.account.imputation,
    ...sumOf(drawing),
    name: `${base}.${sheet ? 'csv' : 'pdf'}`,
    mediaType: sheet ? 'text/csv' : 'application/pdf',
    bytes,
  })
}
