// node scripts/node.mjs FILE …: runs a tool of node_modules on Node 24, whatever Node started npm.
import { command, follow, install, node24 } from './setup.mjs'

await command(async () => {
  install()
  process.exitCode = await follow(node24, process.argv.slice(2))
})
