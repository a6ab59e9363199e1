import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Handlers } from '../kernel/calls.ts'
import { type Preferences, type preferencesContract, preferencesSchema } from './preferences.contract.ts'

const fileIn = (dataFolder: string): string => join(dataFolder, 'preferences.json')

// A file that is missing or spoilt is no reason to fail: the window then looks as it does at first.
const read = (dataFolder: string): Preferences => {
  try {
    return preferencesSchema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')))
  } catch {
    return {}
  }
}

const write = (dataFolder: string, preferences: Preferences): void => {
  const file = fileIn(dataFolder)
  try {
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(preferences))
    renameSync(`${file}.new`, file)
  } catch {
    // The choice holds while the window is open.
  }
}

/** Preferences stand beside the books: the web host's address changes at each start, and a browser keeps nothing for it. */
export const preferencesCalls: Handlers<typeof preferencesContract> = {
  get: async ({ ports }) => read(ports.dataFolder),
  set: async ({ ports }, chosen) => {
    write(ports.dataFolder, { ...read(ports.dataFolder), ...chosen })
    return {}
  },
}
