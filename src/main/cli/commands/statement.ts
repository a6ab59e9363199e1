import { existsSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { toDecimal } from '../../core/kernel/money.ts'
import { answers, declare } from '../command.ts'
import { prepareFolder, writeNew } from '../files.ts'
import { finish } from '../jobs.ts'
import { type Common, withBook } from '../session.ts'
import { grouped } from '../table.ts'

type Wanted = Common & {
  customer: string
  asOf: string
  out: string
  kind: 'open' | 'movements'
  from?: string
  language?: 'fr' | 'en' | 'de' | 'es'
}

type Many = Common & {
  asOf: string
  out: string
  kind: 'open' | 'movements'
  from?: string
  show: 'open' | 'overdue' | 'moved'
  segment?: string
  salesperson?: string
  drafts?: boolean
}

/** A file in its folder, or a folder in which the statement gets its own name. */
const placeOf = (out: string): { folder: string; name: string | null } => {
  const full = resolve(out)
  return existsSync(full) && statSync(full).isDirectory()
    ? { folder: prepareFolder(full), name: null }
    : { folder: prepareFolder(dirname(full)), name: basename(full) }
}

export const statementCommands = (program: Command): void => {
  statementCommand(program)
  statementsCommand(program)
}

const statementCommand = (program: Command): void => {
  const command = declare(program, 'statement', 'a customer’s statement of account as PDF')
    .argument('<book>')
    .requiredOption('--customer <code>')
    .requiredOption('--as-of <day>')
    .requiredOption('--out <file>', 'where it goes: a file, or a folder')
    .addOption(new Option('--kind <what>', 'open items, or movements').choices(['open', 'movements']).default('open'))
    .option('--from <day>', 'first day of the movements (the first of the month, three months before, unless told)')
    .addOption(new Option('--language <code>', 'the customer’s unless told').choices(['fr', 'en', 'de', 'es']))
  answers(command, async (book: string, options: Wanted) => {
    const { folder, name } = placeOf(options.out)
    return withBook(options, book, async (client) => {
      const { id: customerId } = await client.customers.byCode({ code: options.customer })
      const { asOf, kind, from = null, language } = options
      const made = await client.statements.file({ customerId, asOf, kind, from, ...(language && { language }) })
      const file = await writeNew(folder, name ?? made.name, made.file)
      const totals = made.totals.map(({ currency, total }) => ({ currency, total: toDecimal(total, currency) }))
      return {
        // The company's currency comes first.
        json: { file, sha256: made.sha256, total: totals[0]?.total ?? '0', currency: totals[0]?.currency, totals },
        text: [file, ...totals.map(({ currency, total }) => `${grouped(total)} ${currency}`)].join('\n'),
      }
    })
  })
}

const statementsCommand = (program: Command): void => {
  const command = declare(program, 'statements', 'statements of account of many customers, kept in the book and as PDF')
    .argument('<book>')
    .requiredOption('--as-of <day>')
    .requiredOption('--out <folder>', 'where they go')
    .addOption(new Option('--kind <what>', 'open items, or movements').choices(['open', 'movements']).default('open'))
    .option('--from <day>', 'first day of the movements')
    .addOption(
      new Option('--show <whom>', 'with a balance, something overdue, or a movement')
        .choices(['open', 'overdue', 'moved'])
        .default('open'),
    )
    .option('--segment <name>')
    .option('--salesperson <name>')
    .option('--drafts', 'message drafts (.eml) of those with an address beside them')
  answers(command, async (book: string, options: Many) => {
    const folder = prepareFolder(options.out)
    const { asOf, kind, from = null, show, segment, salesperson } = options
    return withBook(options, book, async (client) => {
      const choice = { asOf, kind, from, show, ...(segment && { segment }), ...(salesperson && { salesperson }) }
      const { run } = await finish(client.statements.issue(choice), 'Statements')
      const { name, file } = await client.statements.files({ runId: run.id, format: 'zip' })
      const zip = file && (await writeNew(folder, name, file))
      const messages = options.drafts ? await client.mail.statements({ runId: run.id }) : null
      const drafts = messages?.file ? await writeNew(folder, messages.name, messages.file) : null
      const totals = run.totals.map(({ currency, total, overdue }) => ({
        currency,
        total: toDecimal(total, currency),
        overdue: toDecimal(overdue, currency),
      }))
      return {
        json: {
          run: run.number,
          asOf,
          statements: run.count,
          file: zip,
          drafts,
          withoutAddress: messages?.without.map(({ code }) => code) ?? [],
          totals,
        },
        text: [
          `${run.count} statements, ${zip}`,
          ...(messages ? [`${messages.count} drafts, ${drafts ?? 'none'}`] : []),
          ...totals.map(({ currency, total }) => `${grouped(total)} ${currency}`),
        ].join('\n'),
      }
    })
  })
}
