// The page of a customer's space as one script and one style sheet: every file that is published holds both whole.
import { resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '..')

export const buildSpacePage = async (): Promise<{ script: string; style: string }> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // React's plugin belongs to the window; a file sent to customers has Preact, a tenth of it.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    css: { postcss: { plugins: [] } },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: resolve(root, 'src/renderer/space/space.tsx'),
        output: { format: 'iife', codeSplitting: false },
        // Schemas stand beside the types that the page takes from contracts, and are never used in it.
        treeshake: { manualPureFunctions: ['z'] },
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
