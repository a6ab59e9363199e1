import type { Words } from '../../app/words.ts'
import type { preferencesFr } from './preferences.fr.ts'

export const preferencesEn = {
  nav: 'Preferences',
  palette: { language: 'Switch the window to French' },
  title: 'Preferences',
  language: 'Language of the window',
  languageText: 'Reminders follow the language of each customer.',
  colours: 'Colours',
  coloursText: 'Light, dark, or as the system.',
  book: 'Open book',
  migrated: 'Upgraded when it was opened; the previous version is kept: {{path}}',
  close: 'Close the book',
  about: 'About',
  version: 'Encours {{version}}, licences',
  aboutText: 'All data stays in your file, on this computer. Nothing is sent anywhere.',
} satisfies Words<typeof preferencesFr>
