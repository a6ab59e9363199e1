import type { HelpTexts } from './help.topics.ts'

export const safetyTopicsEn: Pick<HelpTexts, 'safety'> = {
  safety: {
    title: 'The file and its safety',
    lead: 'One file, on your desk, that holds everything.',
    sections: [
      {
        title: 'One writer',
        text: 'If the book is open elsewhere, it opens read-only and says by whom. A file of a newer version is refused untouched.',
      },
      {
        title: 'Backups',
        text: 'Under Safety › Backups. They are made by themselves at closing, and each day at the first entry; each is read again and compared with the book.',
        points: [
          'Kept are the newest of each of the last 7 days, 4 weeks and 12 months, and all those you ask for.',
          'Choose a folder on another drive. If it is absent, the program says so and creates nothing in its place.',
          'A backup of an encrypted book is encrypted too, under the passphrase of that day.',
        ],
      },
      {
        title: 'Restoring',
        text: 'The preview shows date, size and content. The backup goes to a new book, or in place of the former one, which is set aside under another name. Nothing is ever deleted or written over.',
      },
      {
        title: 'A book that is damaged or gone',
        text: 'The start screen offers its backups. A damaged book can also be opened read-only: what touches a spoilt page is refused, the rest can be read.',
      },
      {
        title: 'Updates',
        text: 'Before a book is brought to the format of a new version, the program makes a copy beside it.',
      },
      { title: 'Journal', text: 'Every change is recorded with its author and time, under Safety › Activity.' },
    ],
  },
}
