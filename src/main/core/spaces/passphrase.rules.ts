/**
 * A passphrase as it is turned into a key, in the core and in the page: a phone begins it with a capital, a keyboard
 * lacks accents, words are told with a space or a hyphen between them.
 */
export const passphraseText = (typed: string): string =>
  typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .trim()
