import { basename } from 'node:path'
import type { Command } from 'commander'
import type { LetterRow, Proposal, ProposedLetter } from '../../core/dunning/dunning.contract.ts'
import { Refusal } from '../../core/kernel/errors.ts'
import { toDecimal } from '../../core/kernel/money.ts'
import { answers, declare } from '../command.ts'
import { prepareFolder, writeNew } from '../files.ts'
import { finish } from '../jobs.ts'
import { runNamed } from '../runs.ts'
import { type Client, type Common, withBook } from '../session.ts'
import { grouped, left, right, table } from '../table.ts'
import { mailCommands } from './mail.ts'

type Proposing = Common & { asOf: string; catchUp?: boolean }
type Running = Proposing & { out: string; confirm?: boolean }

export const dunningCommands = (program: Command): void => {
  const dunning = program.command('dunning').description('reminders: propose, run, drafts, send, sent')
  proposeCommand(dunning)
  runCommand(dunning)
  sentCommand(dunning)
  mailCommands(dunning)
}

const proposeCommand = (dunning: Command): void => {
  const command = declare(dunning, 'propose', 'the letters of a day, and why other overdue items are in none')
    .argument('<book>')
    .requiredOption('--as-of <day>')
    .option('--catch-up', 'let an item skip to the level its delay calls for')
  answers(command, async (book: string, options: Proposing) => {
    const proposal = await withBook(options, book, (client) => propose(client, options))
    return { json: proposalJson(proposal), text: proposalText(proposal) }
  })
}

const propose = (client: Client, { asOf, catchUp = false }: Proposing): Promise<Proposal> =>
  client.dunning.propose({ asOf, catchUp })

const runCommand = (dunning: Command): void => {
  const command = declare(dunning, 'run', 'issue the letters of a day and write them as PDF')
    .argument('<book>')
    .requiredOption('--as-of <day>')
    .requiredOption('--out <folder>', 'where the letters go')
    .option('--confirm', 'the yes that a formal notice needs')
    .option('--catch-up', 'let an item skip to the level its delay calls for')
  answers(command, async (book: string, options: Running) => {
    const folder = prepareFolder(options.out)
    return withBook(options, book, (client) => issue(client, folder, options))
  })
}

const issue = async (client: Client, folder: string, options: Running) => {
  const { asOf, catchUp = false, confirm = false } = options
  // Before the letters, for they change what is proposed; all of it is issued, in its order.
  const proposal = await propose(client, options)
  if (proposal.letters.length === 0) {
    return { json: { ...proposalJson(proposal), run: null }, text: `${proposalText(proposal)}\n\nNothing to issue.` }
  }
  const result = await finish(client.dunning.issue({ asOf, catchUp, confirmed: confirm }), 'Letters')
  const { run, letters } = result
  const files = await writeLetters(client, run.id, letters, folder)
  const issued = letters.map((letter, i) => issuedJson(letter, proposal.letters[i], files.get(letter.id) ?? null))
  return {
    json: { ...proposalJson(proposal), run: run.id, number: run.number, letters: issued },
    text: `Run ${run.number} (${run.id}): ${letters.length} letters in ${folder}\n\n${issuedText(letters, files)}`,
  }
}

/** The letters are kept in the book by then, so that a folder that fills up loses none of them. */
const writeLetters = async (client: Client, runId: string, letters: readonly LetterRow[], folder: string) => {
  const files = new Map<string, string>()
  try {
    for (const { id, documentId, fileName } of letters) {
      if (documentId === null) continue
      const { file, name } = await client.documents.get({ id: documentId })
      files.set(id, await writeNew(folder, fileName ?? name, file))
    }
    return files
  } catch (error) {
    throw new Refusal(
      'input.invalid',
      `The letters are issued and kept in the book, but could not all be written to ${folder}: ${(error as Error).message}`,
      {
        run: runId,
        written: [...files.values()],
      },
    )
  }
}

const sentCommand = (dunning: Command): void => {
  const command = declare(dunning, 'sent', 'record that the letters of a run were sent')
    .argument('<book>')
    .requiredOption('--run <id>', 'as `dunning run` printed it: the id, or the number')
  answers(command, async (book: string, options: Common & { run: string }) =>
    withBook(options, book, async (client) => {
      const found = await runNamed(client, options.run)
      const { marked } = await client.dunning.markSent({ runId: found.id })
      return { json: { run: found.id, marked }, text: `Run ${found.number}: ${marked} letters marked as sent` }
    }),
  )
}

type Amounts = Pick<
  LetterRow,
  'currency' | 'principal' | 'credits' | 'interest' | 'indemnities' | 'fees' | 'earlierCharges' | 'total'
>

const amountsJson = ({ currency, principal, credits, interest, indemnities, fees, earlierCharges, total }: Amounts) => {
  const decimal = (amount: number) => toDecimal(amount, currency)
  return {
    principal: decimal(principal),
    credits: decimal(credits),
    interest: decimal(interest),
    indemnities: decimal(indemnities),
    fees: decimal(fees),
    earlierCharges: decimal(earlierCharges),
    total: decimal(total),
  }
}

const itemsJson = ({ currency, items }: ProposedLetter) =>
  items.map(({ number, due, open, disputed, daysLate, level, interest, indemnity }) => ({
    number,
    due,
    open: toDecimal(open, currency),
    // Of what is open: not claimed.
    disputed: toDecimal(disputed, currency),
    daysLate,
    level,
    interest: toDecimal(interest, currency),
    indemnity: toDecimal(indemnity, currency),
  }))

const letterJson = (letter: ProposedLetter) => ({
  customer: letter.customerCode,
  name: letter.customerName,
  currency: letter.currency,
  level: letter.level,
  levelName: letter.levelName,
  plan: letter.planName,
  notice: letter.notice,
  channel: letter.channel,
  approval: letter.approval,
  approvedBy: letter.approved?.by ?? null,
  effect: letter.effect,
  items: itemsJson(letter),
  ...amountsJson(letter),
  problems: letter.problems,
  warnings: letter.warnings,
})

const issuedJson = (letter: LetterRow, source: ProposedLetter | undefined, path: string | null) => {
  return {
    customer: letter.customerCode,
    name: letter.customerName,
    currency: letter.currency,
    level: letter.level,
    levelName: letter.levelName,
    channel: letter.channel,
    reference: letter.reference,
    items: source ? itemsJson(source) : [],
    ...amountsJson(letter),
    deadline: letter.deadline,
    file: path,
    sha256: path === null ? null : letter.sha256,
  }
}

const proposalJson = ({ asOf, lastPayment, letters, skipped }: Proposal) => ({
  asOf,
  lastPayment,
  letters: letters.map(letterJson),
  skipped: skipped.map(({ customerCode, number, due, currency, open, daysLate, reason, until }) => ({
    customer: customerCode,
    number,
    due,
    currency,
    open: toDecimal(open, currency),
    daysLate,
    reason,
    until,
  })),
})

const letterColumns = [
  left('Customer'),
  left('Name'),
  left('Level'),
  left('By'),
  right('Items'),
  right('Principal'),
  right('Interest'),
  right('Indemnities'),
  right('Total'),
  left(''),
]

const proposalText = ({ asOf, letters, skipped }: Proposal): string =>
  [
    `${letters.length} letters on ${asOf}`,
    '',
    table(
      letterColumns,
      letters.map((letter) => [
        letter.customerCode,
        letter.customerName,
        `${letter.level} ${letter.levelName}`,
        letter.channel,
        String(letter.items.length),
        ...moneyCells(letter),
        letter.currency,
      ]),
    ),
    ...letters.flatMap(({ customerCode, problems }) => problems.map((problem) => `! ${customerCode}: ${problem}`)),
    '',
    `${skipped.length} overdue items in no letter`,
    '',
    table(
      [
        left('Customer'),
        left('Number'),
        left('Due'),
        right('Days late'),
        right('Open'),
        left(''),
        left('Why'),
        left('Back on'),
      ],
      skipped.map(({ customerCode, number, due, daysLate, open, currency, reason, until }) => [
        customerCode,
        number,
        due,
        String(daysLate),
        grouped(toDecimal(open, currency)),
        currency,
        reason.replaceAll('-', ' '),
        until ?? '',
      ]),
    ),
  ].join('\n')

const moneyCells = ({ currency, principal, interest, indemnities, total }: Amounts): string[] =>
  [principal, interest, indemnities, total].map((amount) => grouped(toDecimal(amount, currency)))

const issuedText = (letters: readonly LetterRow[], files: ReadonlyMap<string, string>): string =>
  table(
    [left('Reference'), left('Customer'), left('Level'), left('By'), right('Total'), left(''), left('File')],
    letters.map(({ id, reference, customerCode, level, levelName, channel, total, currency }) => [
      reference,
      customerCode,
      `${level} ${levelName}`,
      channel,
      grouped(toDecimal(total, currency)),
      currency,
      basename(files.get(id) ?? '') || 'no paper',
    ]),
  )
