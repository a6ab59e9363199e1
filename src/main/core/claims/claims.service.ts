import { readLogo, requireCompany } from '../company/company.service.ts'
import { leavePieceOut, readHandover } from '../handovers/handovers.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { tableXlsx } from '../tables/table.xlsx.ts'
import { accountTable } from './account.document.ts'
import { type AccountInput, accountOf } from './account.service.ts'
import { accountWords } from './account.words.ts'
import type { claimsContract } from './claims.contract.ts'
import { issueClaimFile } from './file.service.ts'
import { accountDocument } from './papers.document.ts'
import { claimFileName, issuePaper, paperPages, papersOf } from './papers.service.ts'
import { claimFileOf, toldPieces } from './pieces.service.ts'
import { routesOf } from './routes.service.ts'

export { accountOf } from './account.service.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An account as a file: the sheet holds one currency, that with the largest sum. */
const accountFile = async (
  ctx: QueryContext,
  { format, language: given, ...input }: AccountInput & { format: 'pdf' | 'xlsx'; language?: Language | undefined },
): Promise<{ name: string; file: File }> => {
  const accounts = await accountOf(ctx, input)
  const [first] = accounts.toSorted((a, b) => b.totals.total - a.totals.total)
  if (!first) throw new Refusal('claim.nothing-due', 'nothing is owed', {})
  const company = await requireCompany(ctx)
  const language = given ?? company.language
  const base = claimFileName(accountWords[language].fileName, first.customerName, first.asOf)
  if (format === 'xlsx') {
    const bytes = await tableXlsx(accountTable(first, language))
    return { name: `${base}.xlsx`, file: new File([new Uint8Array(bytes)], `${base}.xlsx`, { type: XLSX }) }
  }
  const pdf = typesetterOf(ctx.ports).documentPdf(
    accountDocument(
      {
        company,
        logo: await readLogo(ctx, company),
        language,
        today: ctx.today,
        user: ctx.user,
        reference: first.customerCode,
      },
      accounts,
    ),
  )
  return { name: `${base}.pdf`, file: new File([new Uint8Array(pdf)], `${base}.pdf`, { type: 'application/pdf' }) }
}

const pieces = async (ctx: QueryContext, handoverId: string, given?: Language) => {
  const language = given ?? (await requireCompany(ctx)).language
  return toldPieces(await claimFileOf(ctx, await readHandover(ctx, handoverId), language))
}

export const claimsCalls: Handlers<typeof claimsContract> = {
  account: async (ctx, input) => ({ accounts: await accountOf(ctx, input) }),
  accountFile: (ctx, input) => accountFile(ctx, input),
  routes: (ctx, input) => routesOf(ctx, input),
  pieces: (ctx, { handoverId, language }) => pieces(ctx, handoverId, language),
  leaveOut: async (ctx, { handoverId, piece, out }) => {
    await leavePieceOut(ctx, handoverId, piece, out)
    return pieces(ctx, handoverId)
  },
  papers: async (ctx, { handoverId }) => ({ papers: [...papersOf((await readHandover(ctx, handoverId)).procedure)] }),
  paper: async (ctx, input) => ({ pages: await paperPages(ctx, input) }),
  issuePaper: (ctx, input) => issuePaper(ctx, input),
  file: (ctx, input) => issueClaimFile(ctx, input),
}
