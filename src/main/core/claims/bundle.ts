import { PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef, rgb, StandardFonts } from 'pdf-lib'
import { pixelsOf } from '../documents/picture.rules.ts'

export type Exhibit = {
  key: string
  number: number
  title: string
  fileName: string
  mediaType: string
  bytes: Uint8Array
}

/** A sheet scanned at 800 dpi; a picture is held with four bytes a pixel. */
const MOST_PIXELS = 64_000_000
const A4 = { width: 595.28, height: 841.89 }
const MARGIN = 42
const GREY = rgb(0.36, 0.4, 0.45)

const pictured = async (bytes: Uint8Array, mediaType: string): Promise<PDFDocument> => {
  const document = await PDFDocument.create()
  const image = await (mediaType === 'image/png' ? document.embedPng(bytes) : document.embedJpg(bytes))
  const scale = Math.min(1, (A4.width - 2 * MARGIN) / image.width, (A4.height - 3 * MARGIN) / image.height)
  const [width, height] = [image.width * scale, image.height * scale]
  document
    .addPage([A4.width, A4.height])
    .drawImage(image, { x: (A4.width - width) / 2, y: A4.height - 2 * MARGIN - height, width, height })
  return document
}

/** The pages of a document; null when it has none that can be read: another format, a PDF that is locked or broken. */
const pagesOf = async ({ bytes, mediaType }: Exhibit): Promise<PDFDocument | null> => {
  try {
    if (mediaType === 'application/pdf') return await PDFDocument.load(bytes, { updateMetadata: false })
    if ((pixelsOf(bytes) ?? 0) > MOST_PIXELS) return null
    if (mediaType === 'image/png' || mediaType === 'image/jpeg') return await pictured(bytes, mediaType)
    return null
  } catch {
    return null
  }
}

/** Bookmarks, one under the other: each opens its page. */
const addBookmarks = (document: PDFDocument, bookmarks: readonly { title: string; page: number }[]): void => {
  const { context, catalog } = document
  if (bookmarks.length === 0) return
  const outlines = context.nextRef()
  const refs = bookmarks.map(() => context.nextRef())
  for (const [place, { title, page }] of bookmarks.entries()) {
    const entry = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: outlines,
      Dest: [document.getPage(page - 1).ref, PDFName.of('Fit')],
    })
    const [before, after]: (PDFRef | undefined)[] = [refs[place - 1], refs[place + 1]]
    if (before) entry.set(PDFName.of('Prev'), before)
    if (after) entry.set(PDFName.of('Next'), after)
    context.assign(refs[place] as PDFRef, entry)
  }
  const root = context.obj({ Type: 'Outlines', Count: PDFNumber.of(refs.length) })
  root.set(PDFName.of('First'), refs[0] as PDFRef)
  root.set(PDFName.of('Last'), refs.at(-1) as PDFRef)
  context.assign(outlines, root)
  catalog.set(PDFName.of('Outlines'), outlines)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

export type Bundling = {
  title: string
  /** Its bookmark. */
  coverTitle: string
  /** Set again once the page of every exhibit is known; null for one that has no page. */
  cover: (pageOf: (key: string) => number | null) => Uint8Array
  exhibits: readonly Exhibit[]
  /** “Pièce n° 3”, on each of its pages. */
  label: (number: number) => string
}

/**
 * One PDF: the cover with the page of each exhibit, then the exhibits, marked with their number and the page of the whole,
 * with a bookmark each. Reports each exhibit that was put in.
 */
export async function* bundlePdf({
  title,
  coverTitle,
  cover,
  exhibits,
  label,
}: Bundling): AsyncGenerator<number, Uint8Array> {
  const read: { exhibit: Exhibit; pages: PDFDocument }[] = []
  for (const [place, exhibit] of exhibits.entries()) {
    const pages = await pagesOf(exhibit)
    if (pages) read.push({ exhibit, pages })
    yield place + 1
  }
  const startsAfter = (coverPages: number): Map<string, number> => {
    let page = coverPages + 1
    return new Map(
      read.map(({ exhibit, pages }) => {
        const start = page
        page += pages.getPageCount()
        return [exhibit.key, start]
      }),
    )
  }
  // Page numbers may push the list to one page more: set until they agree.
  let starts = startsAfter(1)
  let front = await PDFDocument.load(cover((key) => starts.get(key) ?? null))
  for (let tries = 0; tries < 3; tries++) {
    starts = startsAfter(front.getPageCount())
    const again = await PDFDocument.load(cover((key) => starts.get(key) ?? null))
    const agreed = again.getPageCount() === front.getPageCount()
    front = again
    if (agreed) break
  }
  const whole = await PDFDocument.create()
  whole.setTitle(title)
  const font = await whole.embedFont(StandardFonts.Helvetica)
  for (const page of await whole.copyPages(front, front.getPageIndices())) whole.addPage(page)
  for (const { exhibit, pages } of read) {
    const copied = await whole.copyPages(pages, pages.getPageIndices())
    for (const [place, page] of copied.entries()) {
      whole.addPage(page)
      const { x, y, width, height } = page.getCropBox()
      const mark = `${label(exhibit.number)} · ${place + 1}/${copied.length}`
      const [markSize, pageSize] = [9, 8]
      const number = String(whole.getPageCount())
      page.drawText(mark, {
        x: x + width - 24 - font.widthOfTextAtSize(mark, markSize),
        y: y + height - 22,
        size: markSize,
        font,
        color: GREY,
      })
      page.drawText(number, {
        x: x + width - 24 - font.widthOfTextAtSize(number, pageSize),
        y: y + 14,
        size: pageSize,
        font,
        color: GREY,
      })
    }
  }
  addBookmarks(whole, [
    { title: coverTitle, page: 1 },
    ...read.map(({ exhibit }) => ({
      title: `${exhibit.number}. ${exhibit.title}`,
      page: starts.get(exhibit.key) as number,
    })),
  ])
  return new Uint8Array(await whole.save())
}
