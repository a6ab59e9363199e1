import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSpacePage } from '../../scripts/space-page.ts'

/** The page of customer spaces as the tests' programs find it; a second on a busy machine. */
export default async (): Promise<void> => {
  const folder = join(resolve(import.meta.dirname, '..', '..'), 'node_modules', '.cache', 'encours-space')
  const { script, style } = await buildSpacePage()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'page.js'), script)
  writeFileSync(join(folder, 'page.css'), style)
}
