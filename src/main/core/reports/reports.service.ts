import { readLogo, requireCompany } from '../company/company.service.ts'
import { usualRates } from '../figures/figures.contract.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import { addMonths, type Day, endOfMonth, maxDay, minDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { askedSchema } from '../provisions/provisions.schema.ts'
import { workbookXlsx } from '../tables/table.xlsx.ts'
import { reportDocument } from './report.document.ts'
import { type ReportComment, reportSections, type reportsContract, sheetNames } from './reports.contract.ts'
import { keptSources } from './reports.kept.ts'
import { countComments, firstBooked, listComments, removeComment, writeComment } from './reports.repository.ts'
import { headOn, reportWords } from './sheet.fields.ts'
import { sourcesOf, tablesOf } from './sheets.read.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Months that a report is offered of, and what the figures of one look back at. */
const MOST_MONTHS = 36
const PAST = { months: 12, history: 12, weeks: 13, ...usualRates, settings: askedSchema.parse({}) }

/** The last day of a month, or the working day while it lasts; refuses one that has not begun. */
const dayOf = (month: string, today: Day): { asOf: Day; ended: boolean } => {
  const first = `${month}-01`
  if (first > today) throw new Refusal('input.invalid', `${month} has not begun on ${today}`, { field: 'month', month })
  const last = endOfMonth(first)
  return { asOf: minDay(last, today), ended: last <= today }
}

const commentsOf = async (ctx: Reading, month: string): Promise<ReportComment[]> => {
  const rows = new Map((await listComments(ctx.db, month)).map((row) => [row.section, row]))
  return reportSections.flatMap((section) => {
    const row = rows.get(section)
    return row ? [{ section, text: row.text, writtenBy: row.written_by, writtenOn: row.written_on }] : []
  })
}

/** A month's figures, read once for a state of the book, with the words they are told in. */
const readMonth = async (ctx: QueryContext, month: string, language?: Language) => {
  const day = dayOf(month, ctx.today)
  const company = await requireCompany(ctx)
  const head = headOn(company.name, company.currency, language ?? company.language, day.asOf)
  return { ...day, company, head, sources: await keptSources(ctx, { asOf: day.asOf, ...PAST }) }
}

const documentOf = async (ctx: QueryContext, month: string, language?: Language) => {
  const { asOf, ended, company, head, sources } = await readMonth(ctx, month, language)
  return reportDocument({
    head,
    company,
    logo: await readLogo(ctx, company),
    month,
    asOf,
    ended,
    today: ctx.today,
    by: ctx.user,
    comments: await commentsOf(ctx, month),
    sources,
  })
}

const fileOf = (name: string, bytes: Uint8Array, type: string) => ({
  name,
  file: new File([new Uint8Array(bytes)], name, { type }),
})

export const reportsCalls: Handlers<typeof reportsContract> = {
  months: async (ctx) => {
    const first = (await firstBooked(ctx.db)) ?? ctx.today
    const from = maxDay(first, addMonths(`${ctx.today.slice(0, 7)}-01`, 1 - MOST_MONTHS)).slice(0, 7)
    const comments = await countComments(ctx.db)
    const months: { month: string; comments: number }[] = []
    for (let back = 0; back < MOST_MONTHS; back++) {
      const month = addMonths(`${ctx.today.slice(0, 7)}-01`, -back).slice(0, 7)
      if (month < from && back > 0) break
      months.push({ month, comments: comments.get(month) ?? 0 })
    }
    return { months }
  },
  month: async (ctx, { month }) => {
    const { asOf, head, sources } = await readMonth(ctx, month)
    const { position } = await sources.overview()
    return {
      month,
      asOf,
      currency: head.currency,
      total: position.total,
      overdue: position.late.reduce((sum, part) => sum + part, 0),
      comments: await commentsOf(ctx, month),
    }
  },
  comment: async (ctx, { month, section, text }) => {
    dayOf(month, ctx.today)
    if (text === '') await removeComment(ctx.db, { month, section })
    else await writeComment(ctx.db, { month, section, text, written_by: ctx.user, written_on: ctx.today })
    return { comments: await commentsOf(ctx, month) }
  },
  preview: async (ctx, { month, language }) => ({
    pages: typesetterOf(ctx.ports).documentSvg(await documentOf(ctx, month, language)),
  }),
  file: async (ctx, { month, format, language }) => {
    if (format === 'pdf') {
      const data = await documentOf(ctx, month, language)
      const name = `${reportWords(data.language as Language).fileName}-${month}.pdf`
      return fileOf(name, typesetterOf(ctx.ports).documentPdf(data), 'application/pdf')
    }
    const { head, sources } = await readMonth(ctx, month, language)
    const tables = await tablesOf(sheetNames, { head, sources, by: undefined })
    return fileOf(`${head.words.fileName}-${month}.xlsx`, await workbookXlsx(tables), XLSX)
  },
  sheets: async (ctx, { of, asOf = ctx.today, language, by, ...asked }) => {
    const company = await requireCompany(ctx)
    const head = headOn(company.name, company.currency, language ?? company.language, asOf)
    const tables = await tablesOf(of, { head, sources: sourcesOf(ctx, { asOf, ...asked }), by })
    return fileOf(`${head.words.sheetsName}-${asOf}.xlsx`, await workbookXlsx(tables), XLSX)
  },
}
