import { z } from 'zod'
import { host, languageSchema, nothing } from '../kernel/contract.ts'

/** How a person wants the window, on this computer, whatever the book. */
export const preferencesSchema = z.object({
  language: languageSchema.optional(),
  colours: z.enum(['light', 'dark', 'auto']).optional(),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const preferencesContract = {
  get: host('open', 'Language and colours of the window on this computer', {
    input: nothing,
    output: preferencesSchema,
  }),
  set: host('open', 'Keep the language and the colours of the window', { input: preferencesSchema, output: nothing }),
}
