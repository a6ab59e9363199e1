import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { child, children, parseXml, readXml, textOf, type XmlEvent, type XmlOptions } from './xml.reader.ts'

const piecesOfText = async function* (bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const eventsOf = async (text: string | Buffer, options: XmlOptions, size = 7): Promise<XmlEvent[]> => {
  const events: XmlEvent[] = []
  for await (const some of readXml(piecesOfText(Buffer.from(text), size), options)) events.push(...some)
  return events
}

const unreadable = (line: number) =>
  expect.objectContaining({ code: 'import.unreadable', details: { line, reason: 'xml' } })

const thrownBy = (text: string): unknown => {
  try {
    return parseXml(Buffer.from(text))
  } catch (error) {
    return error
  }
}

describe('a small document', () => {
  it('gives names without prefix, their namespace, attributes and resolved text', () => {
    const root = parseXml(
      Buffer.from(
        '<?xml version="1.0"?>\n<a:R xmlns:a="urn:a" xmlns="urn:d">\n<B c="1">x &amp; <![CDATA[<y>]]></B><B/></a:R>',
      ),
    )
    expect(root).toMatchObject({ name: 'R', namespace: 'urn:a', line: 2, text: '' })
    expect(child(root, 'B')).toMatchObject({ namespace: 'urn:d', attributes: { c: '1' }, text: 'x & <y>', line: 3 })
    expect(children(root, 'B')).toHaveLength(2)
    expect(textOf(root, 'B')).toBe('x & <y>')
    expect(textOf(root, 'B', 'C')).toBe('')
  })

  it.each([
    ['iso-8859-15', 'iso-8859-15'],
    ['ISO-8859-1', 'windows-1252'],
    ['windows-1252', 'windows-1252'],
  ])('reads %s as declared', (declared, table) => {
    const bytes = iconv.encode(`<?xml version="1.0" encoding="${declared}"?><a>é €</a>`, table)
    expect(parseXml(bytes).text).toBe('é €')
  })

  it.each(['utf16-le', 'utf16-be', 'utf8'])('reads %s by its byte order mark', (table) => {
    expect(parseXml(iconv.encode('<?xml version="1.0"?><a>é €</a>', table, { addBOM: true })).text).toBe('é €')
  })

  it('keeps accents of a file that says UTF-8 and is not', () => {
    expect(parseXml(iconv.encode('<?xml version="1.0" encoding="UTF-8"?><a>é</a>', 'windows-1252')).text).toBe('é')
  })

  it('reads past blank lines above the declaration, and counts them', () => {
    expect(thrownBy('\n\n<?xml version="1.0"?>\n<a>\n</b>')).toEqual(unreadable(5))
  })
})

describe('what is refused', () => {
  it.each([
    ['a cut document', '<a><b>', 1],
    ['an unknown entity', '<a>\n&foo;</a>', 2],
    ['a document type', '<!DOCTYPE a>\n<a/>', 1],
    ['an external entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', 1],
    ['entities in entities', '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<a>&b;</a>', 1],
    ['no XML', 'hello', 1],
    ['nothing', '', 1],
    ['an unknown encoding', '<?xml version="1.0" encoding="x-foo"?><a/>', 1],
    ['endless depth', '<a>'.repeat(100_000), 1],
  ])('%s', (_, text, line) => {
    expect(thrownBy(text)).toEqual(unreadable(line))
  })

  it.each([
    ['a text', `<a><b>${'x'.repeat(500_000)}</b></a>`],
    ['a tag', `<a><b c="${'x'.repeat(500_000)}"/></a>`],
    ['a document type that never ends', `<!DOCTYPE a [${'x'.repeat(500_000)}`],
    ['a comment', `<!--${'x'.repeat(500_000)}--><a/>`],
  ])('%s longer than the limit', async (_, text) => {
    const read = eventsOf(text, { collect: () => false, limits: { text: 1000 } }, 4096)
    await expect(read).rejects.toEqual(unreadable(1))
  })

  it('a tree with too many elements', async () => {
    const read = eventsOf(`<a>${'<b/>'.repeat(100)}</a>`, { collect: () => true, limits: { nodes: 50 } })
    await expect(read).rejects.toEqual(unreadable(1))
  })
})

describe('a stream', () => {
  it('gives the elements asked for whole and the others as they open and close, however it is cut', async () => {
    const text = '<r><h><id>1</id></h>\n<s>\n<e><id>é</id></e><e><id>3</id></e></s></r>'
    const options: XmlOptions = { collect: (name, parent) => name === 'h' || parent === 's' }
    for (const size of [1, 3, 1000]) {
      const events = await eventsOf(text, options, size)
      expect(
        events.map((event) =>
          event.kind === 'node'
            ? `${event.parent}/${event.node.name}:${textOf(event.node, 'id')}@${event.node.line}`
            : `${event.kind} ${event.name}`,
        ),
      ).toEqual(['open r', 'r/h:1@1', 'open s', 's/e:é@3', 's/e:3@3', 'close s', 'close r'])
    }
  })

  it('stops when it is cancelled', async () => {
    const read = eventsOf('<a></a>', { collect: () => false, signal: AbortSignal.abort() })
    await expect(read).rejects.toMatchObject({ code: 'cancelled' })
  })
})
