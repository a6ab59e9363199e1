import { formatLongDay } from '../kernel/format.ts'
import type { DeedData } from './deed.model.ts'
import { complete, withTypography } from './document.view.ts'
import { ADDRESS_BOX } from './envelopes.rules.ts'
import { LETTER_WORDS, PAGE_WORD } from './letter.words.ts'
import { addressLines, fitsWindow, footerLine, senderLines, sirenInThrees } from './letterhead.view.ts'
import { logoFormatOf } from './logo.format.ts'
import { typographic } from './typography.rules.ts'

/** A deed as text in its language, ready for the layout: the layout formats nothing. */
export const deedView = (data: DeedData) => {
  const { sender, recipient, language } = data
  const words = LETTER_WORDS[language]
  const address = addressLines(recipient, words.attention, language)
  return {
    language,
    title: typographic(data.title, language),
    year: Number(data.date.slice(0, 4)),
    month: Number(data.date.slice(5, 7)),
    dayOfMonth: Number(data.date.slice(8, 10)),
    accent: sender.accent,
    hasLogo: sender.logo !== null,
    logoFormat: logoFormatOf(sender.logo),
    sender: { name: sender.name, lines: senderLines(sender) },
    footer: footerLine(sender, words),
    channel: data.channelMention ?? '',
    box: ADDRESS_BOX,
    recipient: address,
    recipientFits: fitsWindow(address),
    dateLine: [
      data.place && (language === 'fr' ? `${data.place}, le ` : `${data.place}, `),
      formatLongDay(data.date, language),
    ].join(''),
    reference: data.reference,
    references: [
      `${words.reference}${words.colon} ${data.reference}`,
      [
        recipient.code && `${words.account}${words.colon} ${recipient.code}`,
        recipient.siren && `SIREN ${sirenInThrees(recipient.siren)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    ].filter(Boolean),
    pageWord: PAGE_WORD[language],
    blocks: withTypography(data.blocks, language).map(complete),
  }
}

export type DeedView = ReturnType<typeof deedView>
