// npm run dev: the desktop application, rebuilt as the source changes.
// npm run dev -- --web: the window alone, refreshed as it changes, on the built program.
import { whyNoWindow } from './electron.mjs'
import { build, command, follow, install, node24 } from './setup.mjs'

await command(async () => {
  install()
  const reason = process.argv.includes('--web') ? 'asked for' : await whyNoWindow(console.log)
  if (!reason) {
    process.exitCode = await follow(node24, ['node_modules/electron-vite/bin/electron-vite.js', 'dev', '--watch'])
    return
  }
  if (reason !== 'asked for') console.log(`No window: ${reason}. The page is served to the browser.`)
  build(console.log)
  process.exitCode = await follow(node24, ['scripts/dev-web.mjs'])
})
