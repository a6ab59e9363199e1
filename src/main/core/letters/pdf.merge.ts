import { PDFDocument } from 'pdf-lib'

// A4, in points.
const BLANK: [number, number] = [595.28, 841.89]

/**
 * Puts PDFs one behind the other. `duplex` makes each part start on a front side: a part of an odd number of pages is
 * followed by an empty one. The same parts give the same bytes.
 */
export const pdfMerge = async (title: string, { duplex = false, day }: { duplex?: boolean; day: string }) => {
  const merged = await PDFDocument.create()
  const stamp = new Date(`${day}T12:00:00Z`)
  merged.setTitle(title)
  merged.setCreationDate(stamp)
  merged.setModificationDate(stamp)
  const append = async (source: PDFDocument, indices: number[]) => {
    for (const page of await merged.copyPages(source, indices)) merged.addPage(page)
    if (duplex && indices.length % 2 === 1) merged.addPage(BLANK)
  }
  return {
    add: (source: PDFDocument): Promise<void> => append(source, source.getPageIndices()),
    addPage: (source: PDFDocument, index: number): Promise<void> => append(source, [index]),
    get pages() {
      return merged.getPageCount()
    },
    bytes: async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await merged.save()),
  }
}
