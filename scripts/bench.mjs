// npm run bench -- [name…]: the figures; each file of test/bench prints its own.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build, command, follow, install, node24, Plain, root } from './setup.mjs'

await command(async () => {
  install()
  build()
  const folder = join(root, 'test', 'bench')
  const names = process.argv.slice(2)
  const benches = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith('.bench.ts') && (names.length === 0 || names.some((name) => file.startsWith(name))))
    .sort()
  if (benches.length === 0) throw new Plain(`No bench of that name in ${folder}.`)
  for (const bench of benches) {
    const status = await follow(node24, ['--expose-gc', join('test', 'bench', bench)])
    if (status !== 0) process.exitCode = 1
  }
})
