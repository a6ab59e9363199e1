import { type Command, Option } from 'commander'
import {
  type ConfirmationForm,
  confirmationForms,
  type Drawn,
} from '../../core/confirmations/confirmations.contract.ts'
import { answers, declare } from '../command.ts'
import { UsageError } from '../failure.ts'
import { prepareFolder, writeNew } from '../files.ts'
import { finish } from '../jobs.ts'
import { type Client, type Common, withBook } from '../session.ts'
import { left, right, table } from '../table.ts'
import { answerCommand, listCommand } from './confirmations.answers.ts'
import { amountOf, balancesJson, balancesText, coverageText, PAGE, partsJson } from './confirmations.print.ts'

type Choosing = Common & {
  asOf: string
  all?: boolean
  largest?: string
  above?: string
  random?: string
  seed?: string
  zero?: boolean
  customer?: string[]
}
type Running = Choosing & {
  deadline: string
  form: ConfirmationForm
  auditor: string
  firm?: string
  street?: string
  postalCode?: string
  city?: string
  country?: string
  email?: string
  out: string
  drafts?: boolean
}
/** Balances confirmed to the auditor: whom to ask, the letters, the answers, the list. */
export const confirmationCommands = (program: Command): void => {
  const confirmations = program
    .command('confirmations')
    .description('balance confirmations for the auditor: draw, run, answer, list')
  drawCommand(confirmations)
  runCommand(confirmations)
  answerCommand(confirmations)
  listCommand(confirmations)
}

const withCriteria = (command: Command): Command =>
  command
    .requiredOption('--as-of <day>', 'the closing day whose balances are confirmed')
    .option('--all', 'every account with a balance')
    .option('--largest <count>', 'so many of the largest balances')
    .option('--above <amount>', 'balances of so much or more, in the company’s currency')
    .option('--random <count>', 'so many drawn from the others')
    .option('--seed <text>', 'draws the same again')
    .option('--zero', 'accounts without a balance that moved in the year before as well')
    .option('--customer <code...>', 'these customers')

const whole = (option: string, text: string | undefined): number => {
  if (text !== undefined && !/^\d{1,6}$/.test(text)) throw new UsageError(`--${option}: ${text} is no count`)
  return Number(text ?? 0)
}

const criteriaOf = async (client: Client, options: Choosing) => {
  const { currency } = await client.company.get({})
  const customerIds: string[] = []
  for (const code of options.customer ?? []) customerIds.push((await client.customers.byCode({ code })).id)
  return {
    customerIds,
    all: options.all === true,
    largest: whole('largest', options.largest),
    above: options.above === undefined ? null : amountOf('above', options.above, currency),
    random: whole('random', options.random),
    zero: options.zero === true,
    seed: options.seed ?? '',
  }
}

const drawCommand = (confirmations: Command): void => {
  const command = declare(confirmations, 'draw', 'whom a round would ask, and how much of all balances that covers')
  withCriteria(command.argument('<book>'))
  answers(command, async (book: string, options: Choosing) =>
    withBook(options, book, async (client) => {
      const asked = { asOf: options.asOf, criteria: await criteriaOf(client, options) }
      const first = await client.confirmations.draw({ ...asked, limit: PAGE })
      const { seed, population, drawn, total } = first
      const customers: Drawn[] = [...first.customers]
      // With its seed the rest is of the same draw.
      const again = { ...asked, criteria: { ...asked.criteria, seed } }
      while (customers.length < total) {
        const page = await client.confirmations.draw({ ...again, offset: customers.length, limit: PAGE })
        if (page.customers.length === 0) break
        customers.push(...page.customers)
      }
      return {
        json: {
          ...{ asOf: options.asOf, seed, population: partsJson(population), drawn: partsJson(drawn) },
          customers: customers.map(({ code, name, chosenBy, balances }) => ({
            ...{ customer: code, name, chosenBy, balances: balancesJson(balances) },
          })),
        },
        text: [
          table(
            [left('Customer'), left('Name'), left('Chosen by'), right('Balance')],
            customers.map(({ code, name, chosenBy, balances }) => [code, name, chosenBy, balancesText(balances)]),
          ),
          '',
          ...coverageText(population, drawn),
          `seed ${seed}`,
        ].join('\n'),
      }
    }),
  )
}

const runCommand = (confirmations: Command): void => {
  const command = declare(confirmations, 'run', 'issue the letters of a round; they are kept in the book and as PDF')
  withCriteria(command.argument('<book>'))
    .requiredOption('--deadline <day>', 'until when answers are asked for')
    .requiredOption('--auditor <name>', 'who gets the answers')
    .option('--firm <name>')
    .option('--street <text>')
    .option('--postal-code <code>')
    .option('--city <name>')
    .option('--country <code>', 'the company’s unless told')
    .option('--email <address>')
    .addOption(
      new Option('--form <form>', 'answers in any case, or of those who disagree')
        .choices(confirmationForms)
        .default('positive'),
    )
    .requiredOption('--out <folder>', 'where the letters go')
    .option('--drafts', 'message drafts (.eml) of those with an address beside them')
  answers(command, async (book: string, options: Running) => {
    const folder = prepareFolder(options.out)
    return withBook(options, book, async (client) => {
      const { firm, street, postalCode, city, email, asOf, deadline, form } = options
      const country = options.country ?? (await client.company.get({})).country
      const auditor = { name: options.auditor, firm, street, postalCode, city, country, email }
      const criteria = await criteriaOf(client, options)
      const { run } = await finish(client.confirmations.issue({ asOf, form, deadline, auditor, criteria }), 'Letters')
      const { name, file, count } = await client.confirmations.files({ runId: run.id, format: 'zip' })
      const zip = file && (await writeNew(folder, name, file))
      const messages = options.drafts ? await client.confirmations.drafts({ runId: run.id }) : null
      const drafts = messages?.file ? await writeNew(folder, messages.name, messages.file) : null
      return {
        json: {
          ...{ run: run.number, asOf, deadline, form, seed: run.seed, letters: count, file: zip, drafts },
          ...{ population: partsJson(run.population), drawn: partsJson(run.drawn) },
        },
        text: [
          `Round ${run.number}: ${count} letters, ${zip}`,
          ...(messages ? [`${messages.count} drafts, ${drafts ?? 'none'}`] : []),
          ...coverageText(run.population, run.drawn),
          ...(criteria.random > 0 ? [`seed ${run.seed}`] : []),
        ].join('\n'),
      }
    })
  })
}
