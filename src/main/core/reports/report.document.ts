import type { Company } from '../company/company.contract.ts'
import type { FigureName } from '../figures/figures.contract.ts'
import { figureUnits } from '../figures/figures.contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatDay, formatLongDay, formatMoney, formatPercent } from '../kernel/format.ts'
import type { Bar, Block, DocumentData, DocumentSection, TableRow } from '../letters/document.model.ts'
import { breakdownTables, forecastBlocks, lateBlocks, lossBlocks, provisionBlocks } from './report.blocks.ts'
import type { ReportComment, ReportSection } from './reports.contract.ts'
import type { Head } from './sheet.fields.ts'
import { figureLines } from './sheets.ledger.ts'
import type { Sources } from './sheets.read.ts'

type Making = {
  head: Head
  company: Pick<Company, 'name' | 'accent'>
  logo: DocumentData['company']['logo']
  month: string
  asOf: Day
  /** The month has ended. */
  ended: boolean
  today: Day
  by: string
  comments: readonly ReportComment[]
  sources: Sources
}

/** A decimal of the figures as it is read: with its unit, in the language. */
export const tellDecimal = (value: string, { language }: Head): string => {
  const [whole = '', places] = value.replace('-', '').split('.')
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202F' : ',')
  const sign = value.startsWith('-') ? '\u2212' : ''
  return sign + thousands + (places ? (language === 'fr' ? ',' : '.') + places : '')
}

const tellFigure = (name: FigureName, value: string | null, head: Head): string => {
  if (value === null) return '–'
  const plain = tellDecimal(value, head)
  switch (figureUnits[name]) {
    case 'days':
      return `${plain} ${head.words.dayShort}`
    case 'percent':
      return formatPercent(plain, head.language)
    case 'money':
      // Written with the places of its currency: without the point it is minor units.
      return formatMoney(Number(value.replace('.', '')), head.currency, head.language)
    default:
      return plain
  }
}

/** Those a reader of the month looks at, in this order. */
const SHOWN: readonly FigureName[] = [
  'dso',
  'bestDso',
  'addedDays',
  'dsoCountBack',
  'delay',
  'effectiveness',
  'overdue',
  'overNinety',
  'disputed',
  'disputeCycle',
  'promiseKept',
  'firstReminder',
  'badDebt',
  'costOfLateness',
  'limitUse',
  'overLimit',
  'topTen',
  'dpo',
  'dsoGap',
]

const figuresBlocks = async ({ head, sources }: Making): Promise<Block[]> => {
  const { columns, none, figures, report } = head.words
  const all = new Map(figureLines(await sources.key(), await sources.handling(), head).map((line) => [line.name, line]))
  const lines = SHOWN.flatMap((name) => all.get(name) ?? [])
  const change = (name: FigureName, value: string) => {
    const sign = value.startsWith('-') || !/[1-9]/.test(value) ? '' : '+'
    // Percentages change by points.
    if (figureUnits[name] === 'percent') return sign + report.points(tellDecimal(value, head))
    return sign + tellFigure(name, value, head)
  }
  const told = lines.filter(({ value }) => value !== null)
  const untold = lines
    .filter(({ value }) => value === null)
    .map(({ name, why }) => report.missing(figures[name], [none.toLowerCase(), why].filter(Boolean).join(', ')))
  if (told.length === 0) return untold.map((text): Block => ({ kind: 'note', text }))
  return [
    {
      kind: 'table',
      columns: [
        { label: columns.figure, grow: 1 },
        ...[columns.value, columns.before, columns.change, columns.yearBefore].map((label) => ({
          label,
          align: 'right' as const,
        })),
      ],
      rows: told.map(
        ({ name, value, before, change: by, yearBefore }): TableRow => [
          figures[name],
          ...[value, before].map((one) => (one === null ? '' : tellFigure(name, one, head))),
          by === null ? '' : change(name, by),
          yearBefore === null ? '' : tellFigure(name, yearBefore, head),
        ],
      ),
      notes: untold,
    },
  ]
}

/** The ends of the last thirteen months as bars, by age. */
const ageingBlocks = async ({ head, sources }: Making): Promise<Block[]> => {
  const { report, notes, columns } = head.words
  const { points, currency } = await sources.trend()
  const last = points.slice(-13)
  const whole = Math.max(1, ...last.map(({ notDue, late }) => notDue + late.reduce((sum, one) => sum + one, 0)))
  const bars = last.map(
    ({ day, total, notDue, late }): Bar => ({
      label: formatDay(day, head.language),
      value: formatMoney(total, currency, head.language),
      parts: [notDue, ...late].map((amount, at) => ({
        share: Math.max(0, amount) / whole,
        age: at / late.length,
      })),
    }),
  )
  const now = points.at(-1)
  const money = (amount: number) => formatMoney(amount, currency, head.language)
  return [
    ...(now
      ? [
          {
            kind: 'table' as const,
            columns: [
              { label: columns.notDue, align: 'right' as const, grow: 1 },
              ...[
                columns.from1,
                columns.from31,
                columns.from61,
                columns.over90,
                columns.unallocated,
                columns.total,
              ].map((label) => ({ label, align: 'right' as const, grow: 1 })),
            ],
            rows: [[money(now.notDue), ...now.late.map(money), money(now.unallocated), money(now.total)]],
            notes: [notes.ledger],
          },
        ]
      : []),
    { kind: 'bars', bars },
    { kind: 'note', text: report.barsAbout },
  ]
}

/** The paper of a month: every figure as of its last day, every section with what was said of it. */
export const reportDocument = async (making: Making): Promise<DocumentData> => {
  const { head, company, logo, month, asOf, ended, today, by, comments, sources } = making
  const { words, language } = head
  const said = (section: ReportSection): Block[] => {
    const comment = comments.find((one) => one.section === section)
    if (!comment) return []
    const { text, writtenBy, writtenOn } = comment
    return [{ kind: 'quotes', quotes: [{ by: words.report.comment(writtenBy, formatDay(writtenOn, language)), text }] }]
  }
  const section = (name: ReportSection, blocks: readonly Block[], newPage = false): DocumentSection => ({
    title: words.sections[name],
    newPage,
    blocks: [...said(name), ...blocks],
  })
  return {
    language,
    company: { name: company.name, accent: company.accent, logo },
    title: words.title,
    subtitle: `${monthName(month, language)} · ${words.at(formatLongDay(asOf, language))}`,
    reference: month,
    day: asOf,
    bylines: [words.made(formatLongDay(today, language), by)],
    state: ended ? { text: words.final, tone: 'good' } : { text: words.provisional, tone: 'warning' },
    sections: [
      { title: '', blocks: [...said('cover'), ...(await summary(making))] },
      section('figures', await figuresBlocks(making)),
      section('ageing', await ageingBlocks(making)),
      section('breakdowns', await breakdownTables(head, sources)),
      section('forecast', await forecastBlocks(head, sources)),
      section('late', await lateBlocks(head, sources)),
      section('losses', await lossBlocks(head, sources)),
      section('provisions', await provisionBlocks(head, sources)),
    ],
  }
}

/** `octobre 2026` */
export const monthName = (month: string, language: Head['language']): string =>
  formatLongDay(`${month}-02`, language).replace(/^2\s*/u, '')

const summary = async ({ head, sources, month, asOf }: Making): Promise<Block[]> => {
  const { words, language, currency } = head
  const { summary: labels, monthBefore } = words.report
  const { position, risk, cash } = await sources.overview()
  const { points } = await sources.trend()
  const { losses } = await sources.losses()
  const before = points.at(-2)
  const now = points.at(-1)
  const money = (amount: number) => formatMoney(amount, currency, language)
  const late = position.late.reduce((sum, part) => sum + part, 0)
  const lost = losses
    .filter(({ on }) => on >= `${month}-01` && on <= asOf)
    .reduce((sum, { worth }) => sum + (worth ?? 0), 0)
  const with_ = (value: string, past: string | null) => (past === null ? value : `${value}\n${monthBefore(past)}`)
  const lateBefore = before ? before.late.reduce((sum, part) => sum + part, 0) : null
  const dso = (value: string | null) => (value === null ? words.none : tellFigure('dso', value, head))
  return [
    {
      kind: 'facts',
      columns: 3,
      facts: [
        { label: labels.total, value: with_(money(position.total), before ? money(before.total) : null) },
        {
          label: labels.overdue,
          value: with_(money(late), lateBefore === null ? null : money(lateBefore)),
          tone: late > 0 ? 'warning' : 'good',
        },
        { label: labels.dso, value: with_(dso(now?.dso.value ?? null), before ? dso(before.dso.value) : null) },
        { label: labels.expected, value: cash.why === null ? money(cash.central) : words.none },
        { label: labels.risk, value: money(risk.total), tone: risk.total > 0 ? 'bad' : 'good' },
        { label: labels.lost, value: money(lost), tone: lost > 0 ? 'bad' : 'plain' },
      ],
    },
  ]
}
