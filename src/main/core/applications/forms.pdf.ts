import {
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFString,
  StandardFonts,
} from 'pdf-lib'
import { parsePdf } from '../imports/readers/einvoice/pdf.parser.ts'
import type { FieldBox } from '../letters/document.model.ts'

/** A place of a form that can be filled in on screen. */
export type FormInput = {
  name: string
  label: string
  type: 'text' | 'choice' | 'checkbox'
  value?: string
  /** Of a choice. */
  options?: readonly string[]
  multiline?: boolean
}

const FONT_SIZE = 10
/** Room between the printed frame and what is typed. */
const INSET = 1

/** The font that every reader has draws western European letters only; a reader draws the others itself. */
const isDrawn = (font: PDFFont, text: string): boolean => {
  try {
    font.encodeText(text)
    return true
  } catch {
    return false
  }
}

const place = (page: PDFPage, { x, y, width, height }: FieldBox) => ({
  x: x + INSET,
  // PDF counts from the foot of the page.
  y: page.getHeight() - y - height + INSET,
  width: width - 2 * INSET,
  height: height - 2 * INSET,
  borderWidth: 0,
})

/** Puts places to fill in over the boxes of a printed form; returns the form. */
export const fillable = async (
  pdf: Uint8Array,
  boxes: readonly FieldBox[],
  inputs: readonly FormInput[],
): Promise<Uint8Array> => {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  const form = document.getForm()
  const boxOf = new Map(boxes.map((box) => [box.name, box]))
  let undrawn = false
  for (const { name, label, type, value = '', options = [], multiline = false } of inputs) {
    const box = boxOf.get(name)
    if (!box) throw new Error(`no place for ${name}`)
    const page = document.getPage(box.page - 1)
    const at = place(page, box)
    const field =
      type === 'checkbox'
        ? form.createCheckBox(name)
        : type === 'choice'
          ? form.createDropdown(name)
          : form.createTextField(name)
    // What a screen reader says of the place.
    field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(label))
    if ('check' in field) {
      field.addToPage(page, at)
      continue
    }
    if ('addOptions' in field) {
      // An empty one first: nothing is chosen for the customer.
      field.addOptions(['', ...options])
      field.select(value)
      field.addToPage(page, { ...at, font })
      field.setFontSize(FONT_SIZE)
      continue
    }
    if (multiline) field.enableMultiline()
    field.addToPage(page, { ...at, font })
    field.setFontSize(FONT_SIZE)
    // The narrow no-break space of figures is not in the font.
    const text = value.replaceAll('\u202f', '\u00a0')
    if (isDrawn(font, text)) field.setText(text)
    else {
      field.acroField.dict.set(PDFName.of('V'), PDFHexString.fromText(text))
      undrawn = true
    }
  }
  if (undrawn) form.acroForm.dict.set(PDFName.of('NeedAppearances'), document.context.obj(true))
  else form.updateFieldAppearances(font)
  // The places stand outside the structure of the page: it no longer claims to be PDF/UA.
  document.catalog.delete(PDFName.of('Metadata'))
  return document.save({ updateFieldAppearances: false })
}

// Of any form: ours has some dozens.
const MOST_FIELDS = 2000
const DEEPEST = 16

const textOf = (value: unknown): string => {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText()
  if (value instanceof PDFName) return value.decodeText()
  return value instanceof PDFArray ? textOf(value.asArray().map((_, i) => value.lookup(i))[0]) : ''
}

/**
 * The fields of a PDF by their full names, with what is written in them; null for what is no PDF, is damaged, encrypted, or
 * unpacks beyond all measure.
 */
export const fieldsOf = async (pdf: Uint8Array): Promise<Map<string, string> | null> => {
  const found = new Map<string, string>()
  const walk = (node: unknown, above: string, value: unknown, depth: number): void => {
    if (!(node instanceof PDFDict) || depth > DEEPEST || found.size >= MOST_FIELDS) return
    const part = textOf(node.lookup(PDFName.of('T')))
    const name = [above, part].filter(Boolean).join('.')
    const own = node.lookup(PDFName.of('V')) ?? value
    const kids = node.lookup(PDFName.of('Kids'))
    if (!(kids instanceof PDFArray) || kids.size() === 0) {
      if (name) found.set(name, textOf(own))
      return
    }
    for (let i = 0; i < Math.min(kids.size(), MOST_FIELDS); i++) walk(kids.lookup(i), name, own, depth + 1)
  }
  try {
    const context = await parsePdf(pdf)
    if (context.trailerInfo.Encrypt) return null
    const catalog = context.lookup(context.trailerInfo.Root)
    const form = catalog instanceof PDFDict ? catalog.lookup(PDFName.of('AcroForm')) : undefined
    const fields = form instanceof PDFDict ? form.lookup(PDFName.of('Fields')) : undefined
    if (fields instanceof PDFArray)
      for (let i = 0; i < Math.min(fields.size(), MOST_FIELDS); i++) walk(fields.lookup(i), '', undefined, 0)
    return found
  } catch {
    return null
  }
}
