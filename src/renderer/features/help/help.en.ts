import type { Words } from '../../app/words.ts'
import type { helpFr } from './help.fr.ts'

export const helpEn: Words<typeof helpFr> = {
  nav: 'Help',
  title: 'Help',
  topics: 'Topics',
  about: 'About Encours, licences',
  shortcut: 'Open the help of this screen',
}
