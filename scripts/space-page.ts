// The page of a customer's space as one script and one style sheet: every file that is published holds both whole.
import { resolve } from 'node:path'
import { build, type Plugin } from 'vite'

/** Schemas stand beside what the page takes from the core (money, days) and are never asked there: 50 kB of each file. */
const withoutSchemas: Plugin = {
  name: 'without-schemas',
  enforce: 'pre',
  resolveId: (id) => (id === 'zod' ? '\0no-schemas' : undefined),
  load: (id) =>
    id === '\0no-schemas' ? 'export const z = new Proxy(() => z, { get: () => z, apply: () => z })' : undefined,
}

/** `root`: the project's; the folder of this file is another once electron-vite has bundled it with its settings. */
export const buildSpacePage = async (root: string): Promise<{ script: string; style: string }> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // React's plugin belongs to the window; a file sent to customers has Preact, a tenth of it.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [withoutSchemas],
    css: { postcss: { plugins: [] } },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: resolve(root, 'src/renderer/space/main.tsx'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })
  const parts = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  const script = parts.find((part) => part.type === 'chunk')?.code
  const style = parts.find((part) => part.type === 'asset' && part.fileName.endsWith('.css'))
  if (!script || style?.type !== 'asset')
    throw new Error('the page of a customer’s space came out without script or style')
  return { script, style: String(style.source) }
}
