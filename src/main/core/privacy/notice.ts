import { PDFDocument, StandardFonts } from 'pdf-lib'
import type { Language } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatDay } from '../kernel/format.ts'

const WORDS = {
  fr: {
    title: 'Document effacé',
    text: (day: string) => `Effacé le ${day}, à la fin de sa durée de conservation ou sur demande (RGPD).`,
  },
  en: {
    title: 'Erased document',
    text: (day: string) => `Erased on ${day}, at the end of its retention or on request (GDPR).`,
  },
} as const

/** One page that stands where a document was: whatever refers to it still opens. */
export const erasedNotice = async (language: Language, day: Day): Promise<Uint8Array> => {
  const words = WORDS[language]
  const pdf = await PDFDocument.create()
  const instant = new Date(`${day}T00:00:00Z`)
  pdf.setTitle(words.title)
  pdf.setCreationDate(instant)
  pdf.setModificationDate(instant)
  const page = pdf.addPage([595.28, 841.89])
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  page.drawText(words.title, { x: 56, y: 760, size: 16, font })
  page.drawText(words.text(formatDay(day, language)), { x: 56, y: 736, size: 10, font })
  return new Uint8Array(await pdf.save())
}
