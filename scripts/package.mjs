// npm run package -- [electron-builder's own options]: this system's installers, in dist/.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, command, follow, install, node24, Plain, root } from './setup.mjs'

await command(async () => {
  install()
  build()
  if (!existsSync(join(root, 'out', 'main', 'index.js')))
    throw new Plain('There is nothing to package: the build is empty.')
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  const status = await follow(node24, ['node_modules/electron-builder/cli.js', ...process.argv.slice(2)])
  if (status !== 0)
    throw new Plain('No installer was made. electron-builder fetches Electron and its own tools: it needs a network.')
})
