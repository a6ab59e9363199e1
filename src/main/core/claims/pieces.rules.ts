import type { Day } from '../kernel/day.ts'
import { type PieceKind, pieceKinds } from './claims.schema.ts'

const OF_PROOF: Record<string, PieceKind> = {
  invoice: 'invoice',
  order: 'order',
  quote: 'order',
  contract: 'order',
  terms: 'terms',
  delivery_note: 'delivery',
  receipt: 'delivery',
  acknowledgement: 'acknowledgement',
  correspondence: 'correspondence',
  guarantee: 'guarantee',
}
const REGISTRY = /kbis|k-bis|registre|extrait rne|company register/i

/** What a document of the customer is in a claim; an extract of the register tells who the debtor is. */
export const kindOfProof = (kind: string, title: string): PieceKind =>
  REGISTRY.test(title) ? 'identity' : (OF_PROOF[kind] ?? 'other')

export type FoundPiece = {
  key: string
  kind: PieceKind
  title: string
  day: Day | null
  itemIds: readonly string[]
  /** Null: drawn up with the file. */
  documentId: string | null
  sha256: string
  fileName: string
  mediaType: string
}

/** One document stands once, for all the invoices it is about, as the kind that comes first. */
const once = (pieces: readonly FoundPiece[]): FoundPiece[] => {
  const byContent = Map.groupBy(pieces, ({ sha256, key }) => sha256 || key)
  return [...byContent.values()].map((same) => {
    const [first, ...more] = same.toSorted(inOrder) as [FoundPiece, ...FoundPiece[]]
    const whole = [first, ...more].some(({ itemIds }) => itemIds.length === 0)
    return { ...first, itemIds: whole ? [] : [...new Set([first, ...more].flatMap(({ itemIds }) => itemIds))] }
  })
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const inOrder = (a: FoundPiece, b: FoundPiece): number =>
  pieceKinds.indexOf(a.kind) - pieceKinds.indexOf(b.kind) ||
  byText(a.day ?? '', b.day ?? '') ||
  byText(a.title, b.title) ||
  byText(a.key, b.key)

export type NumberedPiece = FoundPiece & { number: number | null }

/** The list of exhibits: each once, numbered in order; those left out come last, without a number. */
export const numbered = (found: readonly FoundPiece[], leftOut: ReadonlySet<string>): NumberedPiece[] => {
  const all = once(found).toSorted(inOrder)
  const kept = all.filter(({ key }) => !leftOut.has(key))
  return [
    ...kept.map((piece, place) => ({ ...piece, number: place + 1 })),
    ...all.filter(({ key }) => leftOut.has(key)).map((piece) => ({ ...piece, number: null })),
  ]
}

export type ClaimedItem = { id: string; number: string; isInvoice: boolean }
export type MissingPiece = {
  kind: 'invoice' | 'order' | 'delivery' | 'terms' | 'formal-notice' | 'receipt' | 'registry' | 'address'
  items: string[]
}

export type FileFacts = {
  items: readonly ClaimedItem[]
  pieces: readonly NumberedPiece[]
  /** The last formal notice that stands: whether it went registered, and whether its receipt is kept. */
  formalNotice: { registered: boolean; receipt: boolean } | null
  hasAddress: boolean
}

/**
 * What a court asks for and the file has not (domain: request for an order to pay): of each invoice its copy, the order or
 * contract and the delivery; once the terms, the formal notice with its receipt, the debtor's registry extract, its address.
 */
export const missingFrom = ({ items, pieces, formalNotice, hasAddress }: FileFacts): MissingPiece[] => {
  const kept = pieces.filter(({ number }) => number !== null)
  const lacking = (kind: PieceKind) =>
    items
      .filter(({ isInvoice }) => isInvoice)
      .filter(
        ({ id }) =>
          !kept.some((piece) => piece.kind === kind && (piece.itemIds.length === 0 || piece.itemIds.includes(id))),
      )
      .map(({ number }) => number)
  const of = (kind: MissingPiece['kind'], names: string[]): MissingPiece[] =>
    names.length > 0 ? [{ kind, items: names }] : []
  const one = (kind: MissingPiece['kind'], lacks: boolean): MissingPiece[] => (lacks ? [{ kind, items: [] }] : [])
  return [
    ...of('invoice', lacking('invoice')),
    ...of('order', lacking('order')),
    ...of('delivery', lacking('delivery')),
    ...one('terms', !kept.some(({ kind }) => kind === 'terms')),
    ...one('formal-notice', formalNotice === null),
    ...one('receipt', formalNotice?.registered === true && !formalNotice.receipt),
    ...one('registry', !kept.some(({ kind }) => kind === 'identity')),
    ...one('address', !hasAddress),
  ]
}
