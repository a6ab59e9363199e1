import type { Command } from 'commander'
import type { Common } from './session.ts'

/** What a command answers: one JSON document, and the same for people. */
export type Answer = { json: unknown; text: string }

/** Standard output holds the answer and nothing else. */
export const print = ({ json, text }: Answer, options: Common): void => {
  process.stdout.write(options.json ? `${JSON.stringify(json, null, 2)}\n` : `${text}\n`)
}

/** Declares a command with the options that all of them have. */
export const declare = (parent: Command, words: string, about: string): Command =>
  parent
    .command(words)
    .description(about)
    .option('--json', 'print one JSON document')
    .option('--today <day>', 'work on this day (YYYY-MM-DD) instead of the machine’s')
    .option('--user <name>', 'the acting user; in a book with people, who signs in')
    .option('--password-file <file>', 'holds their password; ENCOURS_PASSWORD does as well')
    .option('--passphrase-file <file>', 'holds the passphrase of an encrypted book; ENCOURS_PASSPHRASE does as well')

/** Ends a declaration: runs the command and prints what it answers. */
export const answers = <A extends readonly unknown[]>(
  command: Command,
  run: (...args: A) => Promise<Answer>,
): Command =>
  command.action(async (...args: unknown[]) => {
    const options = args.at(-2) as Common
    print(await run(...(args.slice(0, -1) as unknown as A)), options)
  })
