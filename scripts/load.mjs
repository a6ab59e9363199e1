// npm run test:load -- [--minutes N] [--items N] [--hours N]: a day of work at two hosts on a large book, see test/faults/load.ts.
import { join } from 'node:path'
import { build, command, coreFlags, follow, install, node24 } from './setup.mjs'

await command(async () => {
  install()
  build()
  process.exitCode = await follow(node24, [...coreFlags, join('test', 'faults', 'load.ts'), ...process.argv.slice(2)])
})
