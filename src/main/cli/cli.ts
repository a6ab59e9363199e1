#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { backupCommands } from './commands/backup.ts'
import { bankCommands } from './commands/bank.ts'
import { bookCommands } from './commands/book.ts'
import { callCommands } from './commands/call.ts'
import { confirmationCommands } from './commands/confirmations.ts'
import { creditCommands } from './commands/credit.ts'
import { dunningCommands } from './commands/dunning.ts'
import { helpCommands } from './commands/help.ts'
import { importCommands, rejectedTable } from './commands/import.ts'
import { interestCommands } from './commands/interest.ts'
import { kpiCommand } from './commands/kpi.ts'
import { receivablesCommands } from './commands/receivables.ts'
import { statementCommands } from './commands/statement.ts'
import { verifyCommand } from './commands/verify.ts'
import { type Failure, failureOf } from './failure.ts'
import { root, say } from './session.ts'

// The entry of the built out/main/cli.js: the program without a window.
const words = process.argv.slice(2)

const program = new Command('encours')
  .description('Credit control and debt collection, offline. Every command takes --json, --today DAY and --user NAME.')
  .version(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)
  .exitOverride()
  .configureOutput({ writeErr: () => {} })

for (const declareCommands of [
  bookCommands,
  importCommands,
  bankCommands,
  receivablesCommands,
  statementCommands,
  confirmationCommands,
  kpiCommand,
  verifyCommand,
  backupCommands,
  interestCommands,
  dunningCommands,
  creditCommands,
  callCommands,
  helpCommands,
])
  declareCommands(program)

const main = async (): Promise<void> => {
  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return
    fail(asFailure(error))
  }
}

const asFailure = (error: unknown): Failure => {
  if (error instanceof CommanderError) {
    const message =
      error.code === 'commander.help'
        ? 'a command is missing; `encours help` lists them'
        : error.message.replace(/^error: /, '')
    return { status: 1, code: 'usage', message, details: {} }
  }
  const failure = failureOf(error)
  if (failure) return failure
  // A bug: its trace is what helps to mend it.
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return { status: 1, code: 'internal', message: 'the program failed', details: {} }
}

const wantsJson = words.includes('--json') || words[0] === 'call'

const fail = ({ status, code, message, details }: Failure): void => {
  process.exitCode = status
  if (wantsJson) process.stdout.write(`${JSON.stringify({ error: { code, message, details } }, null, 2)}\n`)
  say(`encours: ${message}`)
  if (!wantsJson) sayDetails(details)
}

const sayDetails = ({ rejected, issues }: Record<string, unknown>): void => {
  if (Array.isArray(rejected) && rejected.length > 0) say(rejectedTable(rejected))
  if (Array.isArray(issues) && issues.length > 1)
    for (const { field, message } of issues.slice(1)) say(`  ${field}: ${message}`)
}

// `encours items BOOK | head` closes the pipe early.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))

await main()
