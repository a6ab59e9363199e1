import { createHash } from 'node:crypto'
import type { Day } from '../kernel/day.ts'

/** A page with a few lines, the same bytes each time it is made. */
const pageOf = async (lines: readonly string[], day: Day): Promise<Uint8Array> => {
  const { PDFDocument, StandardFonts } = await import('pdf-lib')
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setCreationDate(new Date(`${day}T09:00:00Z`))
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([595, 842])
  lines.forEach((line, place) => {
    page.drawText(line, { x: 64, y: 760 - place * 24, size: place === 0 ? 16 : 12, font })
  })
  return pdf.save()
}

/** A document of the demo company, as its table keeps it. */
export const demoDocument = async (id: string, name: string, lines: readonly string[], day: Day) => {
  const bytes = await pageOf(lines, day)
  return {
    id,
    name,
    media_type: 'application/pdf',
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
    created_at: `${day}T09:00:00.000Z`,
  }
}
