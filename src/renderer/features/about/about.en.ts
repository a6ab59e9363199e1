import type { Words } from '../../app/words.ts'
import type { aboutFr } from './about.fr.ts'

export const aboutEn = {
  title: 'About Encours',
  palette: 'About Encours: version and licences',
  version: 'Version {{version}}',
  offline:
    'Encours works offline: it looks for no update, sends no report, loads nothing from the network. Only your messages leave, by your own server, when you send them.',
  own: 'Free software under the MPL 2.0; © the contributors of Encours.',
  laws: {
    title: 'Texts online',
    asked: 'They open in your browser; the desktop application asks first.',
    commerce: 'French Commercial Code (Légifrance)',
    directive: 'Directive 2011/7/EU, late payment',
    privacy: 'Regulation 2016/679, personal data',
    licence: 'Mozilla Public License 2.0',
  },
  licences: {
    title: 'What comes from others',
    count_one: '{{count}} component, each under its licence.',
    count_other: '{{count}} components, each under its licence.',
    beside:
      'To these add SQLite (public domain) and SQLite3 Multiple Ciphers (MIT) within better-sqlite3, Typst (Apache 2.0) and its fonts within typst-ts and, in the installed application, Chromium, Node.js and FFmpeg, whose licences are in LICENSES.chromium.html beside the program.',
    search: 'Find a component or a licence',
    none: 'No component matches.',
    noText: 'This component names its licence without bringing the text.',
    missing: 'The list of licences is missing from this installation.',
    of: 'Licence of {{name}}',
  },
} satisfies Words<typeof aboutFr>
