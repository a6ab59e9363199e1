import { existsSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { licencesOf } from './scripts/licences.mjs'
import { buildSpacePage } from './scripts/space-page.ts'
import { NONCE_PLACE } from './src/main/page/files.ts'

/** Every entry of out/main, by its file name there; a worker is an entry because it is started by its file. */
const entries: Record<string, string> = {
  index: 'src/main/index.ts',
  web: 'src/main/web/web.ts',
  worker: 'src/main/worker/worker.ts',
  cli: 'src/main/cli/cli.ts',
  typesetter: 'src/main/core/letters/typesetter.worker.ts',
  copier: 'src/main/core/backups/backups.worker.ts',
}

/** Left in node_modules because they load compiled code that lies beside them. */
const native = ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler']

/** A reload on a nested route must still find the files: electron-vite would make every address relative. */
const absoluteAddresses: Plugin = { name: 'absolute-addresses', enforce: 'post', config: () => ({ base: '/' }) }

/** electron-vite declares a `require` at the top of a file that uses one; fflate declares its own at the same place. */
const oneRequire: Plugin = {
  name: 'one-require',
  transform: (code, id) =>
    id.endsWith('/fflate/esm/index.mjs')
      ? code
          .replace('var require = ', 'var own = ')
          .replace("_a = require('worker_threads')", "_a = own('worker_threads')")
      : undefined,
}

/** The page sent to customers, which the core puts into each file whole. */
const spacePage: Plugin = {
  name: 'space-page',
  async generateBundle() {
    const { script, style } = await buildSpacePage(import.meta.dirname)
    this.emitFile({ type: 'asset', fileName: 'space/page.js', source: script })
    this.emitFile({ type: 'asset', fileName: 'space/page.css', source: style })
  },
}

/** What the About screen shows; a licence that may not be handed on stops the build. */
const licences: Plugin = {
  name: 'licences',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(licencesOf(import.meta.dirname)) })
  },
}

export default defineConfig({
  main: {
    plugins: [oneRequire, spacePage],
    build: {
      // One file a host starts faster than some hundred modules of node_modules.
      externalizeDeps: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
        external: native,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      // A sandboxed preload is CommonJS.
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [react(), absoluteAddresses, licences],
    html: { cspNonce: NONCE_PLACE },
    build: {
      minify: true,
      // The browser of the web host is the user's own, not Electron's.
      target: 'es2022',
    },
  },
})
