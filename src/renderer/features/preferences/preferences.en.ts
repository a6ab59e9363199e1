import type { Words } from '../../app/words.ts'
import type { preferencesFr } from './preferences.fr.ts'

export const preferencesEn = { nav: 'preferences' } satisfies Words<typeof preferencesFr>
