// npm run bench -- [name…]: the figures of test/bench, as one table.
import { join } from 'node:path'
import { build, command, coreFlags, follow, install, node24 } from './setup.mjs'

await command(async () => {
  install()
  build()
  process.exitCode = await follow(node24, [...coreFlags, join('test', 'bench', 'bench.ts'), ...process.argv.slice(2)])
})
