import { SaxesParser } from 'saxes'
import { Refusal } from '../../kernel/errors.ts'
import { type ReadOptions, stopIfCancelled } from './source.ts'
import { decoderOfXml } from './xml.encoding.ts'
import type { XmlNode } from './xml.nodes.ts'

export { child, children, textOf, type XmlNode } from './xml.nodes.ts'

export type XmlLimits = {
  /** Elements inside one another. */
  depth: number
  /** Characters of one text, of one tag, of what comes before the first element. */
  text: number
  /** Elements of one collected tree. */
  nodes: number
}

const LIMITS: XmlLimits = { depth: 64, text: 1024 * 1024, nodes: 500_000 }

/** Elements outside of any collected one open and close; a collected one comes whole. */
export type XmlEvent =
  | { kind: 'open' | 'close'; name: string; namespace: string; line: number }
  | { kind: 'node'; parent: string; node: XmlNode }

export type XmlOptions = ReadOptions & {
  limits?: Partial<XmlLimits>
  /** Whether to give an element as a tree, by its name and its parent's ('' for the root). */
  collect: (name: string, parent: string) => boolean
}

/** What XML that is malformed, or not allowed here, is refused with. */
export const xmlRefusal = (message: string, line: number): Refusal =>
  new Refusal('import.unreadable', message, { line, reason: 'xml' })

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

type Spaces = Record<string, string>

/** The namespaces by prefix that hold inside an element; the parent's own where it declares none. */
const spacesOf = (attributes: Readonly<Record<string, string>>, outer: Spaces | undefined): Spaces => {
  const declared = Object.keys(attributes).filter((key) => key === 'xmlns' || key.startsWith('xmlns:'))
  if (declared.length === 0 && outer) return outer
  // Without a prototype: prefixes come from the file.
  const spaces: Spaces = Object.assign(Object.create(null), outer)
  for (const key of declared) spaces[key.slice(6)] = attributes[key] ?? ''
  return spaces
}

type Open = { raw: string; name: string; namespace: string; spaces: Spaces }

const createParser = ({ collect }: XmlOptions, limits: XmlLimits) => {
  // Namespaces are resolved below: only a few elements declare any, and an undeclared prefix harms nobody.
  const parser = new SaxesParser({ xmlns: false, position: true })
  const stack: Open[] = []
  const tree: XmlNode[] = []
  let events: XmlEvent[] = []
  let nodes = 0
  let skipped = 0
  let quiet = 0

  const refuse = (message: string): never => {
    throw xmlRefusal(message, parser.line + skipped)
  }

  parser.on('error', (error) => refuse(error.message))
  parser.on('doctype', () => refuse('A document type is not allowed'))
  parser.on('opentag', ({ name: raw, attributes }) => {
    quiet = 0
    const parent = stack.at(-1)
    if (stack.length >= limits.depth) refuse('Elements are too deep inside one another')
    const spaces = spacesOf(attributes, parent?.spaces)
    const name = localName(raw)
    const namespace = spaces[raw.slice(0, Math.max(0, raw.length - name.length - 1))] ?? ''
    stack.push({ raw, name, namespace, spaces })
    const line = parser.line + skipped
    const within = tree.at(-1)
    if (!within && !collect(name, parent?.name ?? '')) {
      events.push({ kind: 'open', name, namespace, line })
      return
    }
    const node: XmlNode = { name, namespace, attributes, text: '', children: [], line }
    nodes = within ? nodes + 1 : 1
    if (nodes > limits.nodes) refuse('An element holds too many others')
    within?.children.push(node)
    tree.push(node)
  })
  const addText = (text: string): void => {
    quiet = 0
    if (text.length > limits.text) refuse('A text is too long')
    const node = tree.at(-1)
    if (!node || text.trim() === '') return
    if (node.text.length + text.length > limits.text) refuse('A text is too long')
    node.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    quiet = 0
    const closed = stack.pop()
    const node = tree.pop()
    if (!closed || tree.length > 0) return
    const line = parser.line + skipped
    if (node) events.push({ kind: 'node', parent: stack.at(-1)?.name ?? '', node })
    else events.push({ kind: 'close', name: closed.name, namespace: closed.namespace, line })
  })

  let started = false
  return {
    write(piece: string): void {
      let text = piece
      if (!started) {
        // Blank lines above the declaration are a fault that does no harm.
        text = piece.trimStart()
        skipped += piece.slice(0, piece.length - text.length).split('\n').length - 1
        if (text === '') return
        started = true
      }
      quiet += text.length
      parser.write(text)
      if (quiet > limits.text) refuse('A text is too long')
    },
    end(): void {
      parser.close()
    },
    take(): XmlEvent[] {
      const taken = events
      events = []
      return taken
    },
  }
}

/**
 * Reads XML of any length piece by piece, its encoding told by its byte order mark or its declaration. Whatever is wrong
 * is thrown as `Refusal('import.unreadable', …, { line, reason: 'xml' })`: XML that is not well-formed, a document type
 * (hence every entity but the five of XML), elements too deep, a text or a tree too large. Events come in order, an
 * array for each piece read.
 */
export async function* readXml(pieces: AsyncIterable<Buffer>, options: XmlOptions): AsyncGenerator<XmlEvent[]> {
  const parser = createParser(options, { ...LIMITS, ...options.limits })
  const decoder = decoderOfXml()
  for await (const piece of pieces) {
    stopIfCancelled(options.signal)
    parser.write(decoder.write(piece))
    const events = parser.take()
    if (events.length > 0) yield events
  }
  parser.write(decoder.end())
  parser.end()
  yield parser.take()
}

/** The root of a small document that is in memory already. Throws as `readXml` does; its texts may be as long as it. */
export const parseXml = (bytes: Uint8Array, limits: Partial<XmlLimits> = {}): XmlNode => {
  const parser = createParser({ collect: () => true }, { ...LIMITS, text: Number.POSITIVE_INFINITY, ...limits })
  const decoder = decoderOfXml()
  parser.write(decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
  parser.write(decoder.end())
  parser.end()
  const [event] = parser.take()
  if (event?.kind !== 'node') throw xmlRefusal('The file holds no element', 1)
  return event.node
}
