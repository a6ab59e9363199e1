// The window from its source, refreshed by Vite, on the built program of out/main/web.js. Started by dev.mjs on Node 24.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import { node24, root } from './setup.mjs'

const program = spawn(node24, ['out/main/web.js'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
program.on('exit', (status) => process.exit(status ?? 0))
let own
const address = await new Promise((found) => {
  createInterface({ input: program.stdout }).on('line', (line) => {
    const match = /http:\S+/.exec(line)
    if (!match) return
    const next = new URL(match[0])
    // Each address lets one browser in; the next one is printed when it has.
    if (own) say(next)
    else found(next)
  })
})
const say = ({ pathname, search }) => console.log(`The page from its source is at ${own.origin}${pathname}${search}`)

const target = { target: address.origin, changeOrigin: true, headers: { origin: address.origin } }
const server = await createServer({
  configFile: false,
  root: `${root}/src/renderer`,
  plugins: [react()],
  css: { postcss: root },
  server: {
    host: '127.0.0.1',
    proxy: { '/rpc': target, '/session': target, '/presence': target, '/licences.json': target },
  },
})
await server.listen()
own = new URL(server.resolvedUrls.local[0])
say(address)
process.on('SIGINT', () => server.close())
