import { type Command, Option } from 'commander'
import { toDecimal } from '../../core/kernel/money.ts'
import type { Aged, ItemRow } from '../../core/receivables/receivables.contract.ts'
import { answers, declare } from '../command.ts'
import { type Client, type Common, withBook, withProgram } from '../session.ts'
import { grouped, left, right, table } from '../table.ts'

const PAGE = 1000

/** Every row of a list that comes by pages. */
const allPages = async <T>(read: (offset: number) => Promise<T[]>): Promise<T[]> => {
  const rows: T[] = []
  for (;;) {
    const page = await read(rows.length)
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}

export const receivablesCommands = (program: Command): void => {
  customersCommand(program)
  itemsCommand(program)
  agedCommand(program)
  dueDateCommand(program)
}

const customersCommand = (program: Command): void => {
  const command = declare(program, 'customers', 'customers with what they owe and what is overdue')
    .argument('<book>')
    .option('--search <text>', 'in code, name, SIREN and contacts', '')
  answers(command, async (book: string, options: Common & { search: string }) => {
    const rows = await withBook(options, book, (client) =>
      allPages(
        async (offset) =>
          (await client.customers.list({ search: options.search, sort: 'code', offset, limit: PAGE })).customers,
      ),
    )
    const customers = rows.map(({ code, name, siren, currency, balance, overdue, daysLate }) => ({
      code,
      name,
      siren,
      currency,
      balance: toDecimal(balance, currency),
      overdue: toDecimal(overdue, currency),
      daysLate,
    }))
    const text = table(
      [
        left('Code'),
        left('Name'),
        left('SIREN'),
        left('Currency'),
        right('Balance'),
        right('Overdue'),
        right('Days late'),
      ],
      customers.map((row) => [
        row.code,
        row.name,
        row.siren,
        row.currency,
        grouped(row.balance),
        grouped(row.overdue),
        String(row.daysLate || ''),
      ]),
    )
    return { json: { customers }, text }
  })
}

type Listing = Common & { customer?: string; asOf?: string; all?: boolean }

const itemsCommand = (program: Command): void => {
  const command = declare(program, 'items', 'open items, or all of them')
    .argument('<book>')
    .option('--customer <code>', 'of one customer')
    .option('--as-of <day>', 'as they stood on that day')
    .option('--all', 'settled ones too')
  answers(command, async (book: string, options: Listing) => {
    const items = (await withBook(options, book, (client) => listItems(client, options))).map(toItem)
    const text = table(
      [
        left('Number'),
        left('Kind'),
        left('Customer'),
        left('Issued'),
        left('Due'),
        left('Currency'),
        right('Amount'),
        right('Open'),
        right('Days late'),
        right('Disputed'),
      ],
      items.map((item) => [
        item.number,
        item.kind.replace('_', ' '),
        item.customer,
        item.issued,
        item.due,
        item.currency,
        grouped(item.amount),
        grouped(item.open),
        item.daysLate > 0 ? String(item.daysLate) : '',
        Number(item.disputed) === 0 ? '' : grouped(item.disputed),
      ]),
    )
    return { json: { items }, text }
  })
}

const listItems = async (client: Client, { customer, asOf, all }: Listing): Promise<ItemRow[]> => {
  const customerId = customer === undefined ? undefined : (await client.customers.byCode({ code: customer })).id
  const filters = {
    show: all ? ('all' as const) : ('open' as const),
    ...(asOf !== undefined && { asOf }),
    ...(customerId && { customerId }),
  }
  return allPages(async (offset) => (await client.receivables.items({ ...filters, offset, limit: PAGE })).items)
}

const toItem = ({
  kind,
  number,
  customerCode,
  issued,
  due,
  currency,
  amount,
  open,
  daysLate,
  disputed,
  onHold,
  level,
  dueComputed,
}: ItemRow) => ({
  kind,
  number,
  customer: customerCode,
  issued,
  due,
  currency,
  amount: toDecimal(amount, currency),
  open: toDecimal(open, currency),
  daysLate: Math.max(0, daysLate),
  // Of what is open.
  disputed: toDecimal(disputed, currency),
  onHold,
  level,
  dueComputed,
})

type Ageing = Common & { asOf: string; basis: 'due' | 'issued'; buckets?: string; currency?: string }

const agedCommand = (program: Command): void => {
  const command = declare(program, 'aged', 'aged balance by customer, with its control line')
    .argument('<book>')
    .requiredOption('--as-of <day>')
    .addOption(new Option('--basis <date>', 'age by due or issue date').choices(['due', 'issued']).default('due'))
    .option('--buckets <days>', 'upper bounds, ascending (30,60,90 unless told)')
    .option('--currency <code>', 'the company’s unless told')
  answers(command, async (book: string, options: Ageing) => {
    const { asOf, basis, buckets, currency } = options
    const aged = await withBook(options, book, (client) =>
      client.receivables.aged({
        asOf,
        basis,
        ...(buckets !== undefined && { buckets: buckets.split(',').map(Number) }),
        ...(currency !== undefined && { currency }),
      }),
    )
    return { json: agedJson(aged), text: agedText(aged) }
  })
}

const inDecimals = (values: Record<string, number>, currency: string): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, amount]) => [key, toDecimal(amount, currency)]))

const agedJson = ({ asOf, basis, currency, currencies, columns, rows, total, control }: Aged) => ({
  asOf,
  basis,
  currency,
  currencies,
  columns,
  rows: rows.map(({ customer, name, total: sum, values }) => ({
    customer,
    name,
    total: toDecimal(sum, currency),
    values: inDecimals(values, currency),
  })),
  total: { total: toDecimal(total.total, currency), values: inDecimals(total.values, currency) },
  control: inDecimals(control, currency),
})

const agedText = (aged: Aged): string => {
  const { asOf, basis, currency, columns, rows, total, control } = aged
  const money = (amount: number) => grouped(toDecimal(amount, currency))
  const line = (code: string, name: string, sum: number, values: Record<string, number>) => [
    code,
    name,
    money(sum),
    ...columns.map((column) => money(values[column] ?? 0)),
  ]
  return [
    `Aged balance as of ${asOf} by ${basis === 'due' ? 'due' : 'issue'} date, ${currency}`,
    '',
    table(
      [left('Customer'), left('Name'), right('Total'), ...columns.map(titleOf)],
      [
        ...rows.map((row) => line(row.customer, row.name, row.total, row.values)),
        line('', 'Total', total.total, total.values),
      ],
    ),
    '',
    `Ledger ${money(control.ledger)}, report ${money(control.report)}, difference ${money(control.difference)}`,
  ].join('\n')
}

const titles: Record<string, string> = { notDue: 'Not due', unallocated: 'Unallocated' }
const titleOf = (column: string) => right(titles[column] ?? column.replace(/^over/, 'Over '))

const dueDateCommand = (program: Command): void => {
  const command = declare(program, 'due-date', 'due date of an invoice under payment terms')
    .requiredOption('--issued <day>')
    .requiredOption('--terms <terms>', '30, 60, 45eom-a, 45eom-b, 30eom+10…')
  answers(command, async (options: Common & { issued: string; terms: string }) => {
    const { issued, terms } = options
    const answer = await withProgram(options, (client) => client.receivables.dueDate({ issued, terms }))
    return { json: answer, text: [answer.due, ...answer.warnings.map(warningText)].join('\n') }
  })
}

/** A warning of a calculation, with what it is about. */
export const warningText = ({ code, details }: { code: string; details: Record<string, unknown> }): string =>
  `! ${code}: ${Object.entries(details)
    .map(([key, value]) => `${key} ${String(value)}`)
    .join(', ')}`
