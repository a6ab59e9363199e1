import type { Command } from 'commander'
import { answers, declare } from '../command.ts'
import { prepareFolder, writeNew } from '../files.ts'
import { finish } from '../jobs.ts'
import { runNamed } from '../runs.ts'
import { type Common, withBook } from '../session.ts'

type OfRun = Common & { run: string; statement?: boolean; invoices?: boolean }

/** What messages bring; as it is set in the book unless told. */
const brought = ({ statement, invoices }: OfRun) => ({
  ...(statement !== undefined && { withStatement: statement }),
  ...(invoices === false && { withInvoices: false }),
})

const withChoices = (command: Command): Command =>
  command
    .option('--statement', 'with the customer’s statement of account on the day of the letter')
    .option('--no-statement', 'without it')
    .option('--no-invoices', 'without copies of the invoices')

/** What becomes of the letters of a run that go by e-mail. */
export const mailCommands = (dunning: Command): void => {
  draftsCommand(dunning)
  sendCommand(dunning)
}

const draftsCommand = (dunning: Command): void => {
  const command = declare(
    dunning,
    'drafts',
    'write the letters that go by e-mail as messages for a mail program (.eml)',
  )
    .argument('<book>')
    .requiredOption('--run <id>', 'as `dunning run` printed it: the id, or the number')
    .requiredOption('--out <folder>', 'where the messages go')
  withChoices(command)
  answers(command, async (book: string, options: OfRun & { out: string }) => {
    const folder = prepareFolder(options.out)
    return withBook(options, book, async (client) => {
      const run = await runNamed(client, options.run)
      const { file, name, count, without } = await client.mail.drafts({ runId: run.id, ...brought(options) })
      const path = file && (await writeNew(folder, name, file))
      const text = [path ? `${count} messages in ${path}` : 'No message', ...without.map(why)].join('\n')
      return { json: { run: run.id, count, file: path, without }, text }
    })
  })
}

const sendCommand = (dunning: Command): void => {
  const command = declare(dunning, 'send', 'send the letters of a run that go by e-mail, each once')
    .argument('<book>')
    .requiredOption('--run <id>', 'as `dunning run` printed it: the id, or the number')
  withChoices(command)
  answers(command, async (book: string, options: OfRun) =>
    withBook(options, book, async (client) => {
      const run = await runNamed(client, options.run)
      const { queued, without } = await finish(client.mail.queue({ runId: run.id, ...brought(options) }), 'Statements')
      const result = await finish(client.mail.send({ runId: run.id }), 'Messages')
      const counts = `${result.sent} sent, ${result.failed} failed, ${result.uncertain} uncertain, ${result.left} left`
      const text = [counts, ...without.filter(({ reason }) => reason !== 'queued-before').map(why)].join('\n')
      return { json: { run: run.id, queued, ...result, without }, text }
    }),
  )
}

const why = ({ reference, reason }: { reference: string; reason: string }): string =>
  `${reference}: ${reason.replaceAll('-', ' ')}`
