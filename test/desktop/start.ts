import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as StandIn from './electron.ts'

// One start of the built desktop program in a process of its own: `start.ts '{"first":false}' [BOOK]`; prints what it did.
const { first = true, packaged = false } = JSON.parse(process.argv[2] ?? '{}')
process.argv.splice(2, 1)
const standIn = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href
registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context)),
})
const electron = (await import(standIn)) as typeof StandIn
electron.app.requestSingleInstanceLock = () => first
electron.app.isPackaged = packaged
Object.assign(process, { resourcesPath: resolve(import.meta.dirname, '../..') })
await import(pathToFileURL(resolve(import.meta.dirname, '../../out/main/index.js')).href)
await new Promise((done) => setTimeout(done, 200))
const { windows, quits } = electron.recorded
console.log(
  JSON.stringify({
    windows: windows.length,
    loaded: windows.flatMap(({ loaded }) => loaded),
    devTools: windows.map(({ options }) => options.webPreferences.devTools),
    quits,
  }),
)
process.exit()
