import type { passphraseErrorsFr } from './errors.passphrase.fr.ts'
import type { Words } from './words.ts'

/** What is said of encrypted books. */
export const passphraseErrorsEn: Words<typeof passphraseErrorsFr> = {
  'book.passphrase-needed': 'This book is encrypted: type its passphrase, or its recovery key.',
  'book.passphrase-wrong':
    'This is not the passphrase of this book, or the beginning of the file is damaged: both look the same. The file was not changed.',
  'book.recovery-key-mistyped': 'This recovery key is mistyped. Check the group or groups: {{wrongGroups}}.',
  'book.recovery-key-differs': 'This is not the last group of this recovery key. Compare it with what you noted.',
  'book.passphrase-weak':
    'This passphrase would soon be found. Use at least twelve characters, better several words that have nothing to do with each other.',
  'book.encrypted': 'This book is encrypted already. You can change its passphrase.',
  'book.not-encrypted': 'This book is not encrypted: it has no passphrase.',
  'book.protection-failed':
    'The book could not be written anew: {{cause}} It has stayed as it was, with the same protection.',
}
