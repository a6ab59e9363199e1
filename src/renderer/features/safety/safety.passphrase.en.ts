import type { Words } from '../../app/words.ts'
import type { safetyPassphraseFr } from './safety.passphrase.fr.ts'

/** Encryption of the book. */
export const safetyPassphraseEn: Words<typeof safetyPassphraseFr> = {
  strength: 'Strength of the passphrase',
  strong: {
    none: 'Its strength shows while you type.',
    judging: 'Judging…',
    enough: 'Sufficient: a machine made for it would take days or weeks. One more word would be better.',
    very: 'Very good: finding it by trying would take years for somebody who has the file.',
  },
  weakness: {
    short: 'Too short: at least twelve characters. Several words without a link are easy to remember.',
    keyboard: 'Too easy: neighbouring keys of the keyboard. Use several words without a link.',
    repeat: 'Too easy: it repeats itself. Use several words without a link.',
    sequence: 'Too easy: a sequence such as abc or 1234. Use several words without a link.',
    date: 'Too easy: a date or a year. Add words without a link.',
    known: 'Too easy: words or a phrase that everybody tries. Add words without a link.',
    own: 'Too easy: the name of the company or your own. Use words without a link.',
  },
  new: {
    label: 'New passphrase',
    about: 'At least twelve characters. Four or five words without a link are better than one complicated word.',
    again: 'The same once more',
    differs: 'The two differ.',
  },
  current: 'Present passphrase, or recovery key',
  lostTitle: 'If both are lost, the book is lost',
  lost: 'Without the passphrase and without the recovery key nobody can open the book, the makers of the program neither. Keep the recovery key on paper, far from this computer.',
  notAllowed: 'Your role lets you see this, not change it.',
  off: {
    title: 'This book is not encrypted',
    about:
      'Whoever copies the file, finds a backup or takes the computer away can read your customers, their balances and your letters.',
    what: 'Encrypted, it opens with a passphrase only, and so do its backups. The files that you export stay readable.',
  },
  on: {
    title: 'This book is encrypted',
    since: 'Passphrase chosen on {{moment}} by {{user}}.',
    about:
      'The whole file, its log and its new backups can be read with the passphrase or the recovery key only. The files that you export stay readable.',
    notedTitle: 'The recovery key is noted',
    notNotedTitle: 'The recovery key is not noted yet',
    notNoted:
      'If the passphrase is forgotten, the book is lost. Show the recovery key, print it and confirm that it is noted.',
  },
  protect: {
    open: 'Encrypt the book…',
    title: 'Encrypt the book',
    about:
      'The book is written anew, encrypted, beside the old one, checked, then put in its place. You are then shown a recovery key.',
    action: 'Encrypt the book',
    done: 'The book is encrypted.',
  },
  change: {
    open: 'Change the passphrase…',
    title: 'Change the passphrase',
    about:
      'The book is written anew under the new passphrase, with a new recovery key. Earlier backups keep the former passphrase and the former key.',
    action: 'Change the passphrase',
    done: 'The passphrase is changed.',
  },
  unprotect: {
    open: 'Remove the encryption…',
    title: 'Remove the encryption',
    about: 'The book is written in the clear: whoever has the file can read it. Backups made already stay encrypted.',
    action: 'Write the book in the clear',
    done: 'The book is no longer encrypted.',
  },
  show: {
    open: 'Show the recovery key…',
    title: 'Show the recovery key',
    action: 'Show the key',
  },
  recovery: {
    title: 'Recovery key',
    about:
      'It opens the book in place of the passphrase, in the same field. The fifth sign of each group checks the others: a typing error is told.',
    print: 'Sheet to print (PDF)',
    copy: 'Copy',
    copied: 'Copied. Do not paste it into a file of this computer.',
    warningTitle: 'Print it or write it down now',
    warning:
      'To lose the passphrase and this key is to lose the book. Lock the sheet away, far from the computer: whoever has the sheet and the file reads everything.',
    last: 'Last group of the key',
    lastAbout: 'Copied from what you noted.',
    later: 'Later',
    confirm: 'The key is noted',
    noted: 'Recovery key noted.',
  },
  copies: {
    title: 'Readable copies of this book remain',
    about: 'They are from before it was encrypted: whoever finds them reads them without a passphrase.',
    none: 'No readable copy was found beside the book or among its backups. What was copied elsewhere is not known to the program.',
    facts: '{{size}} MB, {{moment}}',
    removeOpen_one: 'Delete this copy…',
    removeOpen_other: 'Delete these {{count, number}} copies…',
    remove_one: 'Delete the copy',
    remove_other: 'Delete {{count, number}} copies',
    confirmTitle_one: 'Delete a readable copy',
    confirmTitle_other: 'Delete {{count, number}} readable copies',
    confirm:
      'Deleting cannot be undone, and nothing will bring that state of the book back. Make a backup of the encrypted book first.',
    removed_one: 'Copy deleted.',
    removed_other: '{{count, number}} copies deleted.',
  },
}
