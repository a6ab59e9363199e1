import type { EInvoice, InvoiceParty } from '../../../einvoices/einvoice.model.ts'
import type { XmlNode } from '../xml.reader.ts'

/** A text with the place it was read from; empty where the document has none. */
export type Found = { text: string; line: number; field: string }

/** Amounts as written, by their EN 16931 term; null where the document has none. */
export type RawTotals = {
  /** [BT-106] */
  lines: Found | null
  /** [BT-107] */
  allowances: Found | null
  /** [BT-108] */
  charges: Found | null
  /** [BT-109] */
  net: Found | null
  /** [BT-110] in the invoice's currency. */
  tax: Found | null
  /** [BT-112] */
  gross: Found | null
  /** [BT-113] */
  prepaid: Found | null
  /** [BT-114] */
  rounding: Found | null
  /** [BT-115] */
  payable: Found | null
}

/** An invoice as either family of XML tells it, before anything is made of its texts. */
export type RawInvoice = Pick<
  EInvoice,
  | 'syntax'
  | 'profile'
  | 'order'
  | 'contract'
  | 'buyerReference'
  | 'deliveryNote'
  | 'paymentReference'
  | 'iban'
  | 'paymentMeans'
  | 'terms'
  | 'notes'
> & {
  number: Found
  typeCode: Found
  /** The root itself says credit note. */
  creditNote: boolean
  issued: Found
  delivered: Found
  currency: Found
  /** Currency that the total is written in, where it says one. */
  totalCurrency: Found
  seller: InvoiceParty
  buyer: InvoiceParty
  totals: RawTotals
  /** `discounted`: a day until which less may be paid. */
  dues: { due: Found; amount: Found; discounted: boolean }[]
  preceding: { number: Found; issued: Found }[]
}

/** Every element under the path `A/B/C`, through all branches, in the order of the document. */
export const select = (node: XmlNode | undefined, path: string): XmlNode[] => {
  let nodes = node ? [node] : []
  for (const name of path.split('/'))
    nodes = nodes.flatMap((one) => one.children.filter((child) => child.name === name))
  return nodes
}

export const foundIn = (node: XmlNode | undefined, at?: XmlNode): Found => ({
  text: node?.text.trim() ?? '',
  line: node?.line ?? at?.line ?? 1,
  field: node?.name ?? '',
})

/** The first text under the path that is not empty; else the place where it is missing. */
export const find = (node: XmlNode | undefined, path: string): Found => {
  const one = select(node, path).find(({ text }) => text.trim() !== '')
  return one ? foundIn(one) : { text: '', line: node?.line ?? 1, field: path.slice(path.lastIndexOf('/') + 1) }
}

export const textAt = (node: XmlNode | undefined, path: string): string => find(node, path).text

/** As `find`, with null where there is none. */
export const findOrNull = (node: XmlNode | undefined, path: string): Found | null => {
  const found = find(node, path)
  return found.text === '' ? null : found
}

/** The first element under one of the paths that says something. */
export const firstOf = (node: XmlNode | undefined, ...paths: string[]): Found => {
  const found = paths.map((path) => find(node, path))
  return found.find(({ text }) => text !== '') ?? find(node, paths[0] ?? '')
}

/** The tree without elements of other vocabularies: extensions of senders, signatures. */
export const withinNamespaces = (node: XmlNode, allowed: RegExp): XmlNode => ({
  ...node,
  children: node.children.filter((one) => allowed.test(one.namespace)).map((one) => withinNamespaces(one, allowed)),
})
