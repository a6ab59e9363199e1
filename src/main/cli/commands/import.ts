import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { bankFields, type ImportFormat, type ImportReport, importFormats } from '../../core/imports/imports.contract.ts'
import { Refusal } from '../../core/kernel/errors.ts'
import { toDecimal } from '../../core/kernel/money.ts'
import { answers, declare } from '../command.ts'
import { failureOf } from '../failure.ts'
import { openFile } from '../files.ts'
import { finish } from '../jobs.ts'
import { type Client, type Common, withBook } from '../session.ts'
import { grouped, left, right, table } from '../table.ts'

type Importing = Common & {
  format: ImportFormat | 'auto'
  mapping?: string
  dryRun?: boolean
  skipInvalid?: boolean
}

export const importCommands = (program: Command): void => {
  const command = declare(
    program,
    'import',
    'read ledgers, receivables, customers, electronic invoices or bank statements into a book, in the order given',
  )
    .argument('<book>')
    .argument('<files...>', 'or folders')
    .addOption(new Option('--format <name>').choices(['auto', ...importFormats]).default('auto'))
    .option('--mapping <file>', 'JSON of a mapping, for a CSV or XLSX file that is no template, or a bank’s CSV file')
    .option('--dry-run', 'say what would be done, write nothing')
    .option('--skip-invalid', 'leave out the lines that are refused instead of refusing the file')
  answers(command, async (book: string, paths: string[], options: Importing) => {
    const mapping = options.mapping === undefined ? undefined : readMapping(options.mapping)
    // All of them are there before the first is read.
    const files = await Promise.all(paths.flatMap(filesOf).map(openFile))
    const reports = await withBook(options, book, (client) => importAll(client, files, { ...options, mapping }))
    return { json: reports.map(toJson), text: reports.map(toText).join('\n\n') }
  })
}

/** A folder stands for the files in it, by name; those that systems hide are left out. */
const filesOf = (path: string): string[] => {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path]
  const names = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
  if (names.length === 0) throw new Refusal('input.invalid', `${path} holds no file`, { path })
  return names.sort().map((name) => join(path, name))
}

type Input = Parameters<Client['imports']['run']>[0]
/** A mapping of receivables or customers, or one of a bank's table. */
type Mapping = Pick<Input, 'mapping' | 'bankMapping'>

const importAll = async (
  client: Client,
  files: readonly File[],
  {
    format,
    mapping,
    dryRun = false,
    skipInvalid = false,
  }: Omit<Importing, 'mapping'> & { mapping: Mapping | undefined },
): Promise<ImportReport[]> => {
  const reports: ImportReport[] = []
  for (const file of files) {
    try {
      const running = client.imports.run({
        name: file.name,
        file,
        format,
        dryRun,
        skipInvalid,
        ...mapping,
      })
      reports.push(await finish(running, file.name))
    } catch (error) {
      const failure = failureOf(error)
      if (failure?.status !== 2) throw error
      // Each file is taken whole or not at all: those before this one stay.
      const details = { file: file.name, imported: reports.map(toJson), ...failure.details }
      const message = failure.message.startsWith(file.name) ? failure.message : `${file.name}: ${failure.message}`
      throw new Refusal(failure.code as Refusal['code'], message, details)
    }
  }
  return reports
}

const ofBank = new Set<string>(bankFields)

// What is in it is checked by the contract's own schema.
const readMapping = (path: string): Mapping => {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as { columns?: object }
    const fields = Object.keys(read.columns ?? {})
    const isBank = fields.includes('booked') && fields.every((field) => ofBank.has(field))
    return (isBank ? { bankMapping: read } : { mapping: read }) as Mapping
  } catch (error) {
    throw new Refusal('input.invalid', `--mapping: ${path} cannot be read as JSON (${(error as Error).message})`, {
      field: 'mapping',
      path,
    })
  }
}

const toJson = ({ totals, ...report }: ImportReport) => {
  const { debit, credit, open, currency } = totals
  const decimal = (amount: number) => toDecimal(amount, currency)
  return { ...report, totals: { debit: decimal(debit), credit: decimal(credit), open: decimal(open), currency } }
}

const counted: [keyof ImportReport['created'], string][] = [
  ['customers', 'customers'],
  ['invoices', 'invoices'],
  ['creditNotes', 'credit notes'],
  ['payments', 'payments'],
  ['openings', 'opening balances'],
  ['adjustments', 'adjustments'],
  ['bankLines', 'bank lines'],
  ['supplierLines', 'supplier entries'],
]

const toText = (report: ImportReport): string => {
  const { file, format, records, created, updated, unchanged, rejected, rejectedCount, warnings, totals, dryRun } =
    report
  const made = counted.filter(([key]) => created[key] > 0).map(([key, name]) => `${created[key]} ${name}`)
  const money = (amount: number) => grouped(toDecimal(amount, totals.currency))
  return [
    `${file}: ${format}, ${records} lines read${dryRun ? ' (dry run: nothing was written)' : ''}`,
    `  new: ${made.join(', ') || 'nothing'}; changed: ${updated}; already there: ${unchanged}`,
    `  debit ${money(totals.debit)}, credit ${money(totals.credit)}, open ${money(totals.open)} ${totals.currency}`,
    ...(rejectedCount > 0 ? [`  left out: ${rejectedCount} lines`, rejectedTable(rejected)] : []),
    ...warnings.map(({ line, message }) => `  ! ${line === null ? '' : `line ${line}: `}${message}`),
  ].join('\n')
}

type Rejected = ImportReport['rejected'][number]

export const rejectedTable = (rejected: readonly Rejected[]): string =>
  table(
    [right('Line'), left('Field'), left('Value'), left('Reason')],
    rejected.map(({ line, field, value, reason }) => [String(line), field, value, reason]),
  )
