import { encode } from 'uqr'
import type { LetterLanguage } from '../kernel/contract.ts'
import type { LetterData } from './letter.model.ts'

// Lines of an address that fit the window of an envelope in the usual size, and characters of a line.
const WINDOW_LINES = 6
const WINDOW_CHARACTERS = 38

const capitals = (text: string): string => text.toLocaleUpperCase('fr')

/** The post that takes a letter reads the country in its own language, whatever that of the letter. */
const POSTS: Partial<Record<string, LetterLanguage>> = {
  FR: 'fr',
  MC: 'fr',
  BE: 'fr',
  LU: 'fr',
  DE: 'de',
  AT: 'de',
  ES: 'es',
  GB: 'en',
  IE: 'en',
}

/** The country in full; anything but a code is left as it was typed. */
export const countryName = (country: string, language: LetterLanguage): string =>
  /^[A-Z]{2}$/.test(country) ? (new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country) : country

/**
 * The lines of an address as the post reads them, with the town in capitals. `attention` is the word before a person's
 * name, `from` the country the letter is posted in.
 */
export const addressLines = (
  recipient: Omit<LetterData['recipient'], 'code' | 'siren'>,
  attention: string,
  language: LetterLanguage,
  from = '',
): string[] =>
  [
    recipient.name,
    recipient.attention ? `${attention} ${recipient.attention}` : '',
    ...recipient.street,
    [recipient.postalCode, capitals(recipient.city)].filter(Boolean).join(' '),
    capitals(countryName(recipient.country, POSTS[from] ?? language)),
  ].filter(Boolean)

/** Whether an address fits the window in the usual size. */
export const fitsWindow = (address: readonly string[]): boolean =>
  address.length <= WINDOW_LINES && address.every((line) => line.length <= WINDOW_CHARACTERS)

export const senderLines = (sender: LetterData['sender']): string[] =>
  [
    ...sender.street,
    [sender.postalCode, sender.city].filter(Boolean).join(' '),
    [sender.phone, sender.email].filter(Boolean).join(' · '),
  ].filter(Boolean)

/** What the law wants on a company's papers: name, form, capital, numbers. */
export const footerLine = (sender: LetterData['sender'], words: { capital: string; vat: string }): string =>
  [
    [sender.name, sender.legalForm, sender.capital && `${words.capital} ${sender.capital}`].filter(Boolean).join(' '),
    sender.siren && `SIREN ${sirenInThrees(sender.siren)}`,
    sender.rcs,
    sender.vatNumber && `${words.vat} ${sender.vatNumber}`,
  ]
    .filter(Boolean)
    .join(' · ')

export const sirenInThrees = (siren: string): string => siren.replace(/\s/g, '').replace(/(\d{3})(?=\d)/g, '$1\u202F')

export const inFours = (identifier: string): string => identifier.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1\u00A0')

// Readers take any mask; weighing all eight costs a fifth of the whole letter.
const QR_MASK = 2

/** A QR code as a small SVG: one path, a run of dark modules a thick line. Error level M, version 13 at most (EPC069-12). */
export const qrSvg = (payload: string): string => {
  const { data, size } = encode(payload, { ecc: 'M', maxVersion: 13, border: 0, maskPattern: QR_MASK })
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < size; ) {
      if (!row[x]) {
        x += 1
        continue
      }
      const start = x
      while (x < size && row[x]) x += 1
      path += `M${start} ${y}.5h${x - start}`
    }
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path stroke="#000" d="${path}"/></svg>`
}
