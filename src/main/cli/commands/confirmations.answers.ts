import { basename, dirname, extname, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import {
  type Balance,
  type Confirmation,
  type ConfirmationRun,
  differenceReasons,
} from '../../core/confirmations/confirmations.contract.ts'
import { Refusal } from '../../core/kernel/errors.ts'
import { answers, declare } from '../command.ts'
import { UsageError } from '../failure.ts'
import { openFile, prepareFolder, writeNew } from '../files.ts'
import { type Client, type Common, withBook } from '../session.ts'
import { left, right, table } from '../table.ts'
import { amountOf, balancesJson, balancesText, coverageText, PAGE, partsJson } from './confirmations.print.ts'

type Answering = Common & {
  reference: string
  outcome: 'agrees' | 'differs' | 'none' | 'taken-back'
  on?: string
  balance?: string[]
  reason?: (typeof differenceReasons)[number]
  note?: string
  slip?: string
}

/** A round by its number, as `confirmations run` printed it; the latest unless told. */
const roundNamed = async (client: Client, word: string | undefined): Promise<ConfirmationRun> => {
  const { runs } = await client.confirmations.runs({})
  const found = word === undefined ? runs[0] : runs.find(({ number }) => String(number) === word)
  if (!found) throw new Refusal('not-found', `there is no round ${word ?? 'of confirmations'}`, { run: word ?? null })
  return found
}

const lettersOf = async (client: Client, runId: string): Promise<Confirmation[]> => {
  const letters: Confirmation[] = []
  for (;;) {
    const page = await client.confirmations.letters({ runId, offset: letters.length, limit: PAGE })
    letters.push(...page.letters)
    if (page.letters.length < PAGE) return letters
  }
}

const letterJson = ({ reference, code, name, balances, state, late, differences, answers: told }: Confirmation) => ({
  ...{ reference, customer: code, name, balances: balancesJson(balances), state, late },
  differences: balancesJson(differences),
  reason: state === 'differs' ? (told[0]?.reason ?? null) : null,
  answeredOn: state === 'waiting' || state === 'none' ? null : (told[0]?.answeredOn ?? null),
})

/** `1234.56`, or `1234.56:USD` where the letter has accounts in several currencies. */
const statedOf = ({ balances }: Confirmation, words: readonly string[]): Balance[] =>
  words.map((word) => {
    const [amount = '', currency = balances[0]?.currency ?? ''] = word.split(':')
    return { currency, total: amountOf('balance', amount, currency) }
  })

export const answerCommand = (confirmations: Command): void => {
  const command = declare(confirmations, 'answer', 'record what a customer answered, or that no answer came')
    .argument('<book>')
    .requiredOption('--reference <text>', 'of the letter, such as CS-0001-0003')
    .addOption(
      new Option('--outcome <what>').choices(['agrees', 'differs', 'none', 'taken-back']).makeOptionMandatory(),
    )
    .option('--on <day>', 'when it was answered (today unless told)')
    .option('--balance <amount...>', 'as the customer has it, of one that differs: 1234.56 or 1234.56:USD')
    .addOption(new Option('--reason <reason>', 'what the difference comes from').choices(differenceReasons))
    .option('--note <text>')
    .option('--slip <file>', 'the slip as it came back')
  answers(command, async (book: string, options: Answering) => {
    const slip = options.slip === undefined ? undefined : await openFile(options.slip)
    return withBook(options, book, async (client) => {
      const { reference, outcome, reason, note } = options
      const [, number] = /^CS-0*(\d+)-\d+$/.exec(reference) ?? []
      if (number === undefined) throw new UsageError(`--reference: ${reference} is none, such as CS-0001-0003`)
      const run = await roundNamed(client, number)
      const letter = (await lettersOf(client, run.id)).find((one) => one.reference === reference)
      if (!letter) throw new Refusal('not-found', `there is no letter ${reference}`, { reference })
      const answered = await client.confirmations.record({
        id: letter.id,
        outcome,
        ...(options.on !== undefined && { answeredOn: options.on }),
        stated: statedOf(letter, options.balance ?? []),
        ...(reason && { reason }),
        ...(note !== undefined && { note }),
        ...(slip && { name: slip.name, file: slip }),
      })
      const differs = answered.differences.length > 0 ? `, ${balancesText(answered.differences)}` : ''
      return { json: letterJson(answered), text: `${reference} ${answered.name}: ${answered.state}${differs}` }
    })
  })
}

const FORMATS = { '.csv': 'csv', '.xlsx': 'xlsx', '.pdf': 'pdf' } as const

export const listCommand = (confirmations: Command): void => {
  const command = declare(confirmations, 'list', 'where a round stands: balances, answers, differences, coverage')
    .argument('<book>')
    .option('--run <number>', 'the latest round unless told')
    .option('--out <file>', 'the list for the auditor as well: a .csv, .xlsx or .pdf')
  answers(command, async (book: string, options: Common & { run?: string; out?: string }) => {
    const { out } = options
    const format = out === undefined ? undefined : FORMATS[extname(out).toLowerCase() as keyof typeof FORMATS]
    if (out !== undefined && !format) throw new UsageError(`--out: ${out} is no .csv, .xlsx or .pdf`)
    const folder = out === undefined ? null : prepareFolder(dirname(resolve(out)))
    return withBook(options, book, async (client) => {
      const run = await roundNamed(client, options.run)
      const letters = await lettersOf(client, run.id)
      const made = format && (await client.confirmations.list({ runId: run.id, format }))
      const file = made && folder && out ? await writeNew(folder, basename(out), made.file) : null
      const { number, asOf, deadline, form, seed, counts, population, drawn } = run
      return {
        json: {
          ...{ run: number, asOf, deadline, form, seed, counts, file },
          ...{ population: partsJson(population), drawn: partsJson(drawn), letters: letters.map(letterJson) },
        },
        text: [
          table(
            [left('Reference'), left('Customer'), left('Name'), right('Balance'), left('Answer'), right('Difference')],
            letters.map(({ reference, code, name, balances, state, late, differences }) => [
              ...[reference, code, name, balancesText(balances)],
              ...[late ? 'late' : state, balancesText(differences)],
            ]),
          ),
          '',
          ...coverageText(population, drawn),
          ...(file ? [file] : []),
        ].join('\n'),
      }
    })
  })
}
