import type { EInvoice } from '../../../einvoices/einvoice.model.ts'

/** `order`: a business document of the same families that is neither invoice nor credit note. */
export type DocumentSyntax = EInvoice['syntax'] | 'order'

const roots: { namespace: RegExp; name: RegExp; syntax: DocumentSyntax }[] = [
  {
    namespace: /^urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100$/,
    name: /^CrossIndustryInvoice$/,
    syntax: 'cii',
  },
  { namespace: /^urn:ferd:CrossIndustryDocument:invoice:1p0$/, name: /^CrossIndustryDocument$/, syntax: 'zugferd-1' },
  { namespace: /^urn:oasis:names:specification:ubl:schema:xsd:Invoice-2$/, name: /^Invoice$/, syntax: 'ubl' },
  { namespace: /^urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2$/, name: /^CreditNote$/, syntax: 'ubl' },
  { namespace: /^urn:oasis:names:specification:ubl:schema:xsd:\w+-2$/, name: /./, syntax: 'order' },
  { namespace: /^urn:un:unece:uncefact:data:(?:standard:)?(?:SCRDM|Cross)\w+:\w+$/, name: /./, syntax: 'order' },
]

/** What an XML document is by its root element; null for none of ours. */
export const syntaxOf = (root: { name: string; namespace: string }): DocumentSyntax | null =>
  roots.find(({ namespace, name }) => namespace.test(root.namespace) && name.test(root.name))?.syntax ?? null

/** How much of a file `detectEInvoice` wants: licences of many lines stand above the root of some. */
export const EINVOICE_HEAD = 64 * 1024

const textOfHead = (head: Uint8Array): string => {
  const encoding =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(head.subarray(0, EINVOICE_HEAD))
}

const PROLOGUE = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/y

/** Name and namespace of the first element, from the beginning of a document that need not be well-formed. */
const rootOf = (text: string): { name: string; namespace: string } | null => {
  PROLOGUE.lastIndex = 0
  let at = 0
  while (PROLOGUE.test(text)) at = PROLOGUE.lastIndex
  const tag = /^<(?:([\w.-]+):)?([\w.-]+)([^>]*)/.exec(text.slice(at))
  if (!tag) return null
  const [, prefix, name = '', attributes = ''] = tag
  const declared = new RegExp(`\\sxmlns${prefix ? `:${prefix.replace(/[.]/g, '\\.')}` : ''}\\s*=\\s*["']([^"']*)["']`)
  return { name, namespace: declared.exec(attributes)?.[1] ?? '' }
}

const isPdf = (head: Uint8Array): boolean => Buffer.from(head.subarray(0, 1024)).includes('%PDF-')

/**
 * What a file is by its beginning (`EINVOICE_HEAD` bytes are enough), its name aside. A PDF may hold an invoice or not;
 * `order` is a document of the same families that is no invoice. Null for anything else.
 */
export const detectEInvoice = (head: Uint8Array): DocumentSyntax | 'pdf' | null => {
  if (isPdf(head)) return 'pdf'
  const root = rootOf(textOfHead(head))
  return root ? syntaxOf(root) : null
}
