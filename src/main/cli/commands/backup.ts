import { resolve } from 'node:path'
import type { Command } from 'commander'
import { answers, declare } from '../command.ts'
import { type Client, type Common, withBook, withPassphrase, withProgram } from '../session.ts'
import { checksOf, checksText } from './verify.ts'

export const backupCommands = (program: Command): void => {
  const backup = declare(program, 'backup', 'copy a book to a new file, and hold the copy against it')
    .argument('<book>')
    .requiredOption('--out <file>', 'the new file; a file that is there is never written over')
  answers(backup, (book: string, options: Common & { out: string }) =>
    withBook(options, book, async (client) => {
      const { path, bytes, lastEntryAt } = await client.backups.copy({ path: resolve(options.out) })
      // Copied at all, it was read whole and agreed with the book: pages, audit, rows, documents.
      const checks = (['pages', 'audit', 'rows', 'documents'] as const).map((name) => ({ name, ok: true, detail: '' }))
      return {
        json: { ok: true, checks, file: path, bytes, lastEntryAt },
        text: `${path}: ${bytes} bytes, verified`,
      }
    }),
  )

  const restore = declare(program, 'restore', 'make a book of a backup, and check it whole')
    .argument('<file>', 'the backup')
    .requiredOption('--out <book>', 'the new book; a file that is there is never written over')
  answers(restore, (file: string, options: Common & { out: string }) => {
    const to = resolve(options.out)
    const path = resolve(file)
    const restored = (client: Client) =>
      withPassphrase(options, path, (passphrase) => client.backups.restore({ path, to, passphrase }))
    return withProgram(options, restored).then(() =>
      withBook(options, to, async (client) => {
        const { ok, checks } = await client.integrity.verify({})
        if (!ok) process.exitCode = 1
        return { json: { ok, checks: checksOf(checks), book: to }, text: `${to}\n${checksText(checks)}` }
      }),
    )
  })
}
