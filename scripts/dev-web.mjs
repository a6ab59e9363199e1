// The window from its source, refreshed by Vite, on the built program of out/main/web.js. Started by dev.mjs on Node 24.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import { node24, root } from './setup.mjs'

const program = spawn(node24, ['out/main/web.js'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
program.on('exit', (status) => process.exit(status ?? 0))
const address = await new Promise((found) => {
  createInterface({ input: program.stdout }).on('line', (line) => {
    const match = /http:\S+/.exec(line)
    if (match) found(new URL(match[0]))
  })
})

const target = { target: address.origin, changeOrigin: true, headers: { origin: address.origin } }
const server = await createServer({
  configFile: false,
  root: `${root}/src/renderer`,
  plugins: [react()],
  css: { postcss: root },
  server: { host: '127.0.0.1', proxy: { '/rpc': target, '/session': target } },
})
await server.listen()
const own = new URL(server.resolvedUrls.local[0])
console.log(`The page from its source is at ${own.origin}${address.pathname}${address.search}`)
process.on('SIGINT', () => server.close())
