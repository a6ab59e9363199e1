import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Language } from '../../core/kernel/contract.ts'
import { answers, declare, print } from '../command.ts'
import { UsageError } from '../failure.ts'
import { type Common, portsOf, root, say, startProgram, withPassphrase, withProgram } from '../session.ts'

type Creating = Common & {
  company?: string
  country: string
  currency: string
  language: Language
  iban: string
  demo?: boolean
}

export const bookCommands = (program: Command): void => {
  const create = declare(program, 'create', 'create a book for a company')
    .argument('<book>', 'path of the new file, *.encours')
    .option('--company <name>', 'the company’s name; with --demo alone, the demo company’s')
    .option('--country <code>', 'ISO 3166 code', 'FR')
    .option('--currency <code>', 'ISO 4217 code', 'EUR')
    .option('--language <code>', 'fr or en', 'fr')
    .option('--iban <iban>', 'bank account for payments in the company’s currency', '')
    .option('--demo', 'fill it with sixty customers and two years of invoices')
  answers(create, async (book: string, options: Creating) => {
    const { company, country, currency, language, iban, demo = false } = options
    if (company === undefined && !demo) throw new UsageError('create: --company NAME is missing')
    return withProgram(options, async (client) => {
      const path = resolve(book)
      if (company === undefined) await client.book.createDemo({ path, language })
      else await client.book.create({ path, company: { name: company, country, currency, language }, iban, demo })
      const { name, ...made } = await client.company.get({})
      const json = { book: path, company: name, country: made.country, currency: made.currency }
      return { json, text: `${path}: ${name}, ${made.country}, ${made.currency}` }
    })
  })

  declare(program, 'serve', 'open a book in a browser of this machine')
    .argument('<book>')
    .option('--port <number>', 'port on the loopback address; 0 takes a free one', '0')
    .option('--open', 'open the default browser')
    .option('--close-after <seconds>', 'stop this long after the last window was closed')
    .action(serveBook)
}

type Serving = Common & { port: string; open?: boolean; closeAfter?: string }

const serveBook = async (book: string, options: Serving): Promise<void> => {
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`serve: ${options.port} is not a port`)
  const grace = Number(options.closeAfter ?? 0) * 1000
  if (!(grace >= 0)) throw new UsageError(`serve: ${options.closeAfter} is not a number of seconds`)
  const staticDir = join(root, 'out', 'renderer')
  if (!existsSync(staticDir)) throw new UsageError('serve: the window is not built yet; npm run build does it')
  const ports = portsOf('web', options)
  const program = await startProgram(ports)
  try {
    const path = resolve(book)
    await withPassphrase(options, path, (passphrase) => program.openBook(path, passphrase))
    const { serve } = await import('../../web/server.ts')
    const left = new AbortController()
    const served = await serve({
      program,
      user: ports.userName,
      port,
      staticDir,
      onNewAddress: (next) => say(`For another browser: ${next}`),
      ...(options.closeAfter === undefined ? {} : { closing: { grace, onLeft: () => left.abort() } }),
    }).catch(portTaken(port))
    const { address } = served
    print({ json: { address }, text: `Encours is at ${address}` }, options)
    say('This address works once. Ctrl+C stops the program.')
    if (options.open) (await import('../../web/browser.ts')).openBrowser(served.addressForBrowser())
    await Promise.race([interrupted(), once(left.signal, 'abort')])
    await served.close()
  } finally {
    await program.close()
  }
}

const portTaken =
  (port: number) =>
  (error: unknown): never => {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      throw new UsageError(`serve: port ${port} cannot be used; choose another one, or none at all`)
    throw error
  }

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
