import { existsSync, openAsBlob, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Source } from '../../src/main/core/imports/readers/source.ts'

/** The real files that stand beside the project on some machines. */
const folder = '../shared/data'

export const sharedDataMissing = !existsSync(folder)
/** For the title of what is skipped without them. */
export const skippedNote = sharedDataMissing ? ' (skipped: ../shared/data is not here)' : ''

export const sharedSource = async (path: string): Promise<Source> => ({
  name: basename(path),
  blob: await openAsBlob(join(folder, path)),
})
export const sharedJson = (path: string): Record<string, Record<string, unknown>> =>
  JSON.parse(readFileSync(join(folder, path), 'utf8'))
