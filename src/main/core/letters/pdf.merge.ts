import { PDFDocument, type PDFPage } from 'pdf-lib'

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
  const append = (pages: readonly PDFPage[]) => {
    for (const page of pages) merged.addPage(page)
    if (duplex && pages.length % 2 === 1) merged.addPage(BLANK)
  }
  const copied = (source: PDFDocument): Promise<PDFPage[]> => merged.copyPages(source, source.getPageIndices())
  return {
    /** All pages of a document, as one part. */
    add: async (source: PDFDocument): Promise<void> => append(await copied(source)),
    /** The pages of a document to be put in one by one: what they share, fonts above all, is copied once. */
    parts: async (source: PDFDocument): Promise<(() => void)[]> =>
      (await copied(source)).map((page) => () => append([page])),
    get pages() {
      return merged.getPageCount()
    },
    bytes: async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await merged.save()),
  }
}
