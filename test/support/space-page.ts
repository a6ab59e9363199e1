import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSpacePage } from '../../scripts/space-page.ts'

/** The page of customer spaces as the tests' programs find it; a second on a busy machine. */
export default async (): Promise<void> => {
  const root = resolve(import.meta.dirname, '..', '..')
  const folder = join(root, 'node_modules', '.cache', 'encours-space')
  const { script, style } = await buildSpacePage(root)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'page.js'), script)
  writeFileSync(join(folder, 'page.css'), style)
}
