import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '../core/kernel/errors.ts'
import { localPorts } from '../worker/ports.ts'
import { openBrowser } from './browser.ts'

// The entry of the built out/main/web.js: the same program in a browser of this machine.
const root = resolve(import.meta.dirname, '..', '..')

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: false },
      'close-after': { type: 'string' },
    },
    allowPositionals: true,
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) return fail(`Not a port: ${values.port}`)

  const closeAfter = values['close-after']
  const grace = Number(closeAfter ?? 0) * 1000
  if (!(grace >= 0)) return fail(`Not a number of seconds: ${closeAfter}`)

  // Imported after it is turned on: the compiled form of what comes before is not kept for the next start.
  enableCompileCache()
  const [{ createProgram }, { serve }] = await Promise.all([import('../core/core.ts'), import('./server.ts')])
  const ports = localPorts('web', { root })
  const program = createProgram(ports)
  const [book] = positionals
  const path = book && resolve(process.env.INIT_CWD ?? '.', book)
  const refused = path !== undefined && (await program.openBook(path).then(() => false, sayRefusal))

  const served = await serve({
    program,
    user: ports.userName,
    port,
    staticDir: join(root, 'out', 'renderer'),
    // Its window asks for the passphrase, or says what is wrong with the book and what can be done.
    ...(refused && { first: `/?open=${encodeURIComponent(path)}` }),
    onNewAddress: (address) => console.log(`For another browser: ${address}`),
    ...(closeAfter === undefined ? {} : { closing: { grace, onLeft: () => stop() } }),
  })
  const stop = async () => {
    await served.close()
    await program.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)

  console.log(`Encours is at ${served.address}\nThis address works once. Ctrl+C stops the program.`)
  if (values.open) openBrowser(served.addressForBrowser())
}

/** The window opens all the same, without the book. */
const sayRefusal = (error: unknown): true => {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  return true
}

const fail = (sentence: string): void => {
  console.error(sentence)
  process.exitCode = 1
}

/** What can go wrong on a healthy program, in one plain line each. */
const sentences: Record<string, string> = {
  EADDRINUSE: 'That port is taken by another program; choose another one, or none at all.',
  EACCES: 'That port, or the folder of the settings, may not be used by this account.',
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'Usage: web [--port N] [--open] [--close-after SECONDS] [BOOK]',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'Usage: web [--port N] [--open] [--close-after SECONDS] [BOOK]',
}

main().catch((error) => {
  const sentence = sentences[error?.code]
  if (!sentence) throw error
  fail(sentence)
  process.exit()
})
