// npm run -s encours -- …: the command line, in the folder where it was typed. Standard output is the command's alone.
import { join } from 'node:path'
import { build, command, coreFlags, follow, install, node24, root } from './setup.mjs'

await command(async () => {
  install()
  build()
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const program = [...coreFlags, join(root, 'out', 'main', 'cli.js')]
  process.exitCode = await follow(node24, [...program, ...process.argv.slice(2)], { cwd })
})
