import type { Preferences } from '../../main/core/preferences/preferences.contract.ts'
import { client } from '../api/client.ts'

export const LANGUAGE_KEY = 'encours.language'
export const COLOURS_KEY = 'encours.colours'

/** Keeps a choice in the page, where the next drawing finds it, and with the program, which outlives the page's address. */
export const keepChoice = (choice: Preferences): void => {
  store(choice)
  // The choice holds in this window even where it cannot be kept.
  client.preferences.set(choice).catch(() => {})
}

/** Brings back what was chosen the last time; without it the window starts as it is shipped. */
export const restoreChoices = async (): Promise<void> => {
  try {
    store(await client.preferences.get({}))
  } catch {
    // The first screen says what is wrong with the program; how it looks can wait.
  }
}

const store = ({ language, colours }: Preferences): void => {
  if (language) localStorage.setItem(LANGUAGE_KEY, language)
  if (colours) localStorage.setItem(COLOURS_KEY, colours)
}
