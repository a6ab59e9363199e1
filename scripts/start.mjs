// npm start: the desktop application, or the same in a browser where no window can be opened.
//   npm start -- [--web] [--port N] [--close-after SECONDS] [BOOK]
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runDesktop, whyNoWindow } from './electron.mjs'
import { build, command, coreFlags, follow, install, node24, Plain } from './setup.mjs'

const say = (line) => console.log(line)

await command(async () => {
  const { web, serving, book } = asked()
  install(say)
  build(say)
  const reason = web ? 'asked for' : ((await whyNoWindow(say)) ?? (await runDesktop(book)))
  if (!reason) return
  if (!web) say(`No window: ${reason}. The same application is served to your browser.`)
  process.exitCode = await follow(node24, [...coreFlags, 'out/main/web.js', '--open', ...serving, ...book])
})

function asked() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        web: { type: 'boolean', default: false },
        port: { type: 'string' },
        'close-after': { type: 'string' },
      },
      allowPositionals: true,
    })
    return {
      web: values.web || values.port !== undefined || values['close-after'] !== undefined,
      serving: ['port', 'close-after'].flatMap((name) => (values[name] ? [`--${name}`, values[name]] : [])),
      // npm runs this in the project's folder; the path was typed in another.
      book: positionals.slice(0, 1).map((path) => resolve(process.env.INIT_CWD ?? '.', path)),
    }
  } catch {
    throw new Plain('Usage: npm start -- [--web] [--port N] [--close-after SECONDS] [BOOK]')
  }
}
