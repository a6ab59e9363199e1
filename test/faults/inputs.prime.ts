import type { Client } from '../support/book.ts'
import { settingsFor } from '../support/mail.ts'

/** What the demo company does not hold, so that the calls upon it have something to find; its mail goes nowhere. */
export const prime = async (client: Client): Promise<void> => {
  await client.mail.saveSettings({ settings: settingsFor(1), password: null })
}
