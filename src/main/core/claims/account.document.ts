import type { Language } from '../kernel/contract.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { formatAmount, formatDay, formatLongDay, formatMoney, formatPercent } from '../kernel/format.ts'
import type { Minor } from '../kernel/money.ts'
import type { Block, DocumentSection, TableRow } from '../letters/document.model.ts'
import type { Table } from '../tables/table.model.ts'
import type { Account, AccountDebtRow, ShownLine } from './account.schema.ts'
import { type AccountWords, accountWords } from './account.words.ts'

/** How an account writes its figures in a language. */
export const accountPen = (language: Language, currency: string) => ({
  language,
  words: accountWords[language],
  money: (amount: Minor) => formatMoney(amount, currency, language),
  amount: (amount: Minor) => (amount === 0 ? '–' : formatAmount(amount, currency, language)),
  day: (day: Day) => formatDay(day, language),
  longDay: (day: Day) => formatLongDay(day, language),
  percent: (rate: string) => formatPercent(rate, language),
})
export type AccountPen = ReturnType<typeof accountPen>

const imputed = (line: Extract<ShownLine, { kind: 'payment' | 'credit' }>, { words, money }: AccountPen): string => {
  const parts = (
    [
      [words.lines.toCosts, line.toCosts],
      [words.lines.toInterest, line.toInterest],
      [words.lines.toPrincipal, line.toPrincipal],
    ] as const
  ).flatMap(([say, amount]) => (amount > 0 ? [say(money(amount))] : []))
  return line.kind === 'payment' && parts.length > 0 ? words.lines.imputed(parts.join(words.and)) : ''
}

const what = (line: ShownLine, debt: AccountDebtRow, pen: AccountPen): string => {
  const { words, money, day, percent, amount } = pen
  const told = words.lines
  switch (line.kind) {
    case 'principal':
      return debt.disputed > 0 ? told.undisputed(money(debt.disputed)) : told.principal
    case 'cost':
      return line.label === 'indemnity' ? told.indemnity : line.label || told.cost
    case 'interest':
      return told.interest(day(line.from), day(line.day), line.days, percent(line.rate), amount(line.base))
    case 'payment':
      return told.payment(line.label) + imputed(line, pen)
    case 'credit':
      return told.credit(line.label)
    case 'capitalised':
      return told.capitalised
    case 'rounding':
      return told.rounding
  }
}

const signed = (line: ShownLine): Minor =>
  line.kind === 'payment' || line.kind === 'credit' ? -line.amount : line.amount

const debtBlocks = (debt: AccountDebtRow, pen: AccountPen): Block[] => {
  const { words, day, amount } = pen
  const { columns } = words
  const rows = debt.lines.map((line): TableRow => {
    const { principal, capitalised, interest, costs } = line.after
    const balances = [principal, capitalised + interest, costs].map(amount)
    return [day(line.day), what(line, debt, pen), amount(signed(line)), ...balances]
  })
  const apart: TableRow[] = debt.apart > 0 ? [['', words.lines.apart, amount(-debt.apart), '', '', '']] : []
  return [
    { kind: 'heading', text: words.invoiceHead(debt.number, day(debt.issued), day(debt.due)) },
    {
      kind: 'table',
      columns: [
        { label: columns.day },
        { label: columns.what, grow: 1 },
        { label: columns.amount, align: 'right' },
        { label: columns.principal, align: 'right' },
        { label: columns.interest, align: 'right' },
        { label: columns.costs, align: 'right' },
      ],
      rows: [...rows, ...apart],
      totals: [
        [
          '',
          `${columns.total} ${pen.money(debt.total)}`,
          '',
          amount(debt.left.principal),
          amount(debt.left.capitalised + debt.left.interest),
          amount(debt.left.costs),
        ],
      ],
    },
  ]
}

/** The parts of the sum, largest law first; those of nothing are left out. */
export const partsOf = ({ totals, costs }: Account, words: AccountWords): [label: string, amount: Minor][] => {
  const { parts } = words
  const of = (kind: 'fee' | 'cost') => costs.filter((one) => one.kind === kind).reduce((sum, { open }) => sum + open, 0)
  const all: [string, Minor][] = [
    [parts.principal, totals.principal],
    [parts.capitalised, totals.capitalised],
    [parts.interest, totals.interest],
    [parts.indemnities, totals.indemnities],
    [parts.fee, of('fee')],
    [parts.cost, of('cost')],
    [parts.credits, -totals.credits],
  ]
  return all.filter(([, amount], place) => place === 0 || amount !== 0)
}

export const sumsTable = (account: Account, pen: AccountPen): Block => ({
  kind: 'table',
  columns: [
    { label: pen.words.columns.part, grow: 1 },
    { label: pen.words.columns.amount, align: 'right' },
  ],
  rows: partsOf(account, pen.words).map(([label, amount]) => [label, pen.money(amount)]),
  totals: [[pen.words.parts.total, pen.money(account.totals.total)]],
})

const debtsTable = ({ debts }: Account, { words, day, amount }: AccountPen): Block => ({
  kind: 'table',
  columns: [
    { label: words.columns.number, grow: 1 },
    { label: words.columns.due, align: 'right' },
    ...[
      words.columns.incl,
      words.columns.principal,
      words.columns.interest,
      words.columns.costs,
      words.columns.total,
    ].map((label) => ({ label, align: 'right' as const })),
  ],
  rows: debts.map(({ number, due, amount: incl, left, total }) => [
    number,
    day(due),
    amount(incl),
    amount(left.principal),
    amount(left.capitalised + left.interest),
    amount(left.costs),
    amount(total),
  ]),
  totals: [
    [
      words.columns.total,
      '',
      '',
      amount(debts.reduce((sum, { left }) => sum + left.principal, 0)),
      amount(debts.reduce((sum, { left }) => sum + left.capitalised + left.interest, 0)),
      amount(debts.reduce((sum, { left }) => sum + left.costs, 0)),
      amount(debts.reduce((sum, { total }) => sum + total, 0)),
    ],
  ],
})

const apartBlocks = ({ debts, notDue, totals }: Account, { words, money, day }: AccountPen): Block[] => {
  const contested = debts.filter(({ disputed }) => disputed > 0)
  const blocks: Block[] = []
  if (contested.length > 0)
    blocks.push(
      { kind: 'paragraph', text: words.disputed(money(totals.disputed)) },
      {
        kind: 'list',
        items: contested.map(({ number, disputed }) => ({ text: words.disputedOf(number, money(disputed)) })),
      },
    )
  if (notDue.length > 0)
    blocks.push(
      { kind: 'paragraph', text: words.notDueAll(money(totals.notDue)) },
      {
        kind: 'list',
        items: notDue.map(({ number, due, open }) => ({ text: words.notDue(number, day(due), money(open)) })),
      },
    )
  return blocks
}

/** Which order, which rates, which count produced the figures: printed with every account. */
export const methodOf = (account: Account, { words, language, percent, longDay }: AccountPen): string[] => {
  const { imputation, capitalisedFrom, capitalisedBy, judgment, rates, debts } = account
  const byRate = Map.groupBy(debts, ({ contractRate }) => contractRate)
  return [
    words.imputations[imputation],
    ...rates.map(({ label, source }) => words.basis(label[language === 'fr' ? 'fr' : 'en'], source)),
    ...[...byRate].flatMap(([rate, own]) =>
      rate === null ? [] : [words.contract(percent(rate), own.map(({ number }) => number).join(', '))],
    ),
    ...[...new Set(debts.map(({ dayCount }) => dayCount))].map((dayCount) =>
      words.count(words.dayCounts[dayCount] ?? dayCount),
    ),
    ...(account.totals.indemnities > 0 ? rates.map(({ fixedSum }) => words.indemnity(fixedSum)) : []),
    capitalisedFrom === null
      ? words.simple
      : words.capitalised(longDay(capitalisedFrom), words.capitalisedBy[capitalisedBy]),
    ...(judgment === null ? [] : [words.judgment(longDay(judgment))]),
  ]
}

/** The account as sections of a paper: sums, invoices, every line, the method. */
export const accountSections = (account: Account, pen: AccountPen): DocumentSection[] => {
  const { words, money, longDay, day } = pen
  const apart = apartBlocks(account, pen)
  const goesOn: Block[] =
    account.perDay > 0
      ? [{ kind: 'note', text: words.perDay(money(account.perDay), longDay(addDays(account.asOf, 1))) }]
      : []
  const credits: Block[] = account.credits.map(({ number, day: on, open }) => ({
    kind: 'note',
    text: words.credit(number, day(on), money(open)),
  }))
  return [
    {
      title: words.sums,
      blocks: [
        sumsTable(account, pen),
        ...credits,
        { kind: 'note', text: words.imputations[account.imputation] },
        ...goesOn,
      ],
    },
    ...(account.debts.length > 1 ? [{ title: words.debts, blocks: [debtsTable(account, pen)] }] : []),
    ...(apart.length > 0 ? [{ title: words.apart, blocks: apart }] : []),
    { title: words.detail, blocks: account.debts.flatMap((debt) => debtBlocks(debt, pen)) },
    {
      title: words.method,
      blocks: [{ kind: 'list', items: methodOf(account, pen).map((text) => ({ text })) }],
    },
  ]
}

/** The account line by line as a sheet. */
export const accountTable = (account: Account, language: Language): Table => {
  const pen = accountPen(language, account.currency)
  const { words } = pen
  const { columns } = words
  return {
    title: words.title,
    subtitle: `${words.subtitle(account.customerName, account.customerCode)}, ${words.asOf(pen.longDay(account.asOf))}, ${words.imputationShort[account.imputation]}`,
    currency: account.currency,
    columns: [
      { label: columns.number, kind: 'text' },
      { label: columns.from, kind: 'day' },
      { label: columns.to, kind: 'day' },
      { label: columns.what, kind: 'text' },
      { label: columns.days, kind: 'number' },
      { label: columns.rate, kind: 'text' },
      { label: columns.base, kind: 'amount' },
      { label: columns.amount, kind: 'amount' },
      { label: columns.principal, kind: 'amount' },
      { label: columns.interest, kind: 'amount' },
      { label: columns.costs, kind: 'amount' },
    ],
    rows: account.debts.flatMap((debt) =>
      debt.lines.map((line) => {
        const { principal, capitalised, interest, costs } = line.after
        const borne = line.kind === 'interest' ? line : null
        return {
          cells: [
            debt.number,
            borne?.from ?? null,
            line.day,
            what(line, debt, pen),
            borne ? String(borne.days) : null,
            borne ? pen.percent(borne.rate) : null,
            borne?.base ?? null,
            signed(line),
            principal,
            capitalised + interest,
            costs,
          ],
        }
      }),
    ),
    totals: {
      cells: [
        words.parts.total,
        null,
        null,
        null,
        null,
        null,
        null,
        account.totals.total,
        account.totals.principal,
        account.totals.capitalised + account.totals.interest,
        account.totals.indemnities + account.totals.costs,
      ],
    },
    footnotes: methodOf(account, pen),
  }
}
