import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ciiInvoice, facturX, pdfWith, ublInvoice } from '../../../../../../test/support/einvoice-samples.ts'
import { detectFormat } from '../detect.ts'
import { type ArchiveLimits, readArchive } from './archive.ts'
import { type EInvoiceRead, readEInvoices } from './einvoice.reader.ts'

type Bytes = Uint8Array<ArrayBuffer>

const reads = async (content: string | Bytes, name = 'facture'): Promise<EInvoiceRead[]> => {
  const found: EInvoiceRead[] = []
  for await (const read of readEInvoices({ name, blob: new Blob([content]) })) found.push(read)
  return found
}

const reasonsOf = async (content: string | Bytes): Promise<string[]> =>
  (await reads(content)).flatMap(({ file, problems }) => (file ? ['read'] : problems.map(({ reason }) => reason)))

const joined = (...parts: (string | Uint8Array)[]): Bytes =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))))

/** Blocks that unpack to 16 MB each time they are repeated. */
const BLOCKS = deflateRawSync(Buffer.alloc(16 * 1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH })
const gigabytes = (count: number): Buffer =>
  Buffer.concat([Buffer.from([0x78, 0x01]), ...Array.from({ length: 64 * count }, () => BLOCKS), Buffer.from([3, 0])])

const stream = (number: number, dictionary: string, content: Uint8Array): Bytes =>
  joined(`${number} 0 obj\n<<${dictionary} /Length ${content.length}>>\nstream\n`, content, '\nendstream\nendobj\n')

const CATALOG = '1 0 obj\n<</Type/Catalog/AF[2 0 R]>>\nendobj\n2 0 obj\n<</UF(factur-x.xml)/EF<</F 3 0 R>>>>\nendobj\n'
const pdfOf = (...parts: (string | Uint8Array)[]): Bytes =>
  joined('%PDF-1.7\n', ...parts, '\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n')

describe('XML', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i} "${`&a${i ? i - 1 : ''};`.repeat(10)}">`).join('')}]>`

  it.each([
    ['a billion laughs', laughs],
    ['an entity of a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['an entity of the network', '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'],
  ])('with %s is refused, having been recognised', async (_, doctype) => {
    for (const write of [ciiInvoice, ublInvoice]) {
      const text = write().replace('?>', `?>${doctype}`).replace('FA-2026-001', '&x;')
      expect(await reasonsOf(text)).toEqual(['xml'])
      expect(await detectFormat({ name: 'a', blob: new Blob([text]) })).toMatchObject({ format: 'einvoice' })
    }
  })

  it('with an entity that nothing declares is refused at its line', async () => {
    const [read] = await reads(ciiInvoice().replace('FA-2026-001', '&x;'))
    expect(read?.problems).toMatchObject([{ reason: 'xml', line: 5 }])
  })

  it.each([
    ['without end', (text: string) => text.slice(0, -20)],
    ['cut in the middle', (text: string) => text.slice(0, text.length / 2)],
    ['cut in a tag', (text: string) => text.slice(0, text.indexOf('IssueDate') + 4)],
    ['with a tag closed twice', (text: string) => text.replace('</ram:TypeCode>', '</ram:TypeCode></ram:TypeCode>')],
    ['very deep', (text: string) => text.replace('<ram:Content>', `<ram:Content>${'<ram:a>'.repeat(100_000)}`)],
    ['with another after it', (text: string) => text + text],
  ])('%s is refused', async (_, change) => {
    expect(await reasonsOf(change(ciiInvoice()))).toEqual(['xml'])
  })

  it('with a text of megabytes is read or refused, at once', async () => {
    const notes = [{ code: 'AAI', text: 'x'.repeat(8_000_000) }]
    expect(await reasonsOf(ciiInvoice({ notes }))).toEqual(['too-long'])
    expect(await reasonsOf(ciiInvoice({ notes: [{ code: 'AAI', text: 'x'.repeat(100_000) }] }))).toEqual(['read'])
    expect(await reasonsOf(ciiInvoice({ gross: '9'.repeat(8_000_000), payable: '1' }))).toEqual(['amount'])
    expect(await reasonsOf(ciiInvoice({ issued: '2'.repeat(8_000_000) }))).toEqual(['date'])
  })
})

describe('what is no invoice', () => {
  it.each<[string, string | Bytes]>([
    ['a picture', joined('\x89PNG\r\n\x1a\n', Buffer.alloc(2000))],
    ['zeros', new Uint8Array(100_000)],
    ['nothing', ''],
    ['a table', 'Numéro;Montant\nF-1;12,00\n'],
    ['JSON', '{"invoice": 1}'],
    ['other XML', '<?xml version="1.0"?><Invoice><ID>1</ID></Invoice>'],
    ['a bank statement', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>'],
  ])('%s is refused as such', async (_, content) => {
    expect(await reasonsOf(content)).toEqual(['no-invoice'])
  })

  it('a file above all measure is not even opened', async () => {
    expect(await reasonsOf(new Uint8Array(20 * 1024 * 1024 + 1))).toEqual(['too-large'])
  })
})

describe('a PDF', () => {
  it('cut off anywhere is refused or without invoice, never half read', async () => {
    const pdf = await facturX()
    for (let i = 1; i < 60; i++) {
      const reasons = await reasonsOf(pdf.slice(0, Math.floor((pdf.length * i) / 60)))
      expect(['damaged', 'no-invoice']).toContain(reasons.join())
    }
  })

  it('that is encrypted is refused as such', async () => {
    const pdf = joined('%PDF-1.7\n', CATALOG, '\ntrailer\n<</Root 1 0 R/Encrypt<</Filter/Standard/V 5>>>>\n%%EOF')
    expect(await reasonsOf(pdf)).toEqual(['encrypted'])
    const unreadable = stream(4, '/Type/ObjStm/N 1/First 4/Filter/FlateDecode', Buffer.from('not deflated'))
    expect(await reasonsOf(pdfOf(CATALOG, unreadable, '9 0 obj\n<</Encrypt 1>>\nendobj\n'))).toEqual(['encrypted'])
  })

  it.each([
    ['an attachment', (bomb: Buffer) => stream(3, '/Filter/FlateDecode', bomb)],
    ['an attachment packed twice', (bomb: Buffer) => stream(3, '/Filter[/FlateDecode/FlateDecode]', deflateSync(bomb))],
    ['objects', (bomb: Buffer) => stream(4, '/Type/ObjStm/N 1/First 4/Filter/FlateDecode', bomb)],
    [
      'objects whose type stands elsewhere',
      (bomb: Buffer) =>
        joined('9 0 obj\n/ObjStm\nendobj\n', stream(4, '/Type 9 0 R/N 1/First 4/Filter/FlateDecode', bomb)),
    ],
  ])('of a few megabytes with four gigabytes of %s is refused at once', async (_, build) => {
    expect(await reasonsOf(pdfOf(CATALOG, build(gigabytes(4))))).toEqual(['too-large'])
  })

  it('of a few kilobytes with millions of values is refused', async () => {
    const values = deflateSync(Buffer.from(`1 0 [${'0 '.repeat(2_000_000)}]`))
    const objects = stream(4, '/Type/ObjStm/N 1/First 4/Filter/FlateDecode', values)
    expect(await reasonsOf(pdfOf(CATALOG, objects))).toEqual(['too-large'])
  })

  it('that packs its attachment in another way is refused', async () => {
    expect(await reasonsOf(pdfOf(CATALOG, stream(3, '/Filter/LZWDecode', Buffer.from('abc'))))).toEqual(['damaged'])
  })

  it('with a reference table of a billion entries is read without it', async () => {
    const table = stream(5, '/Type/XRef/Size 999999999/Index[0 999999999]/W[1 2 1]/Root 1 0 R', Buffer.alloc(8))
    const invoice = stream(3, '', Buffer.from(ciiInvoice()))
    expect(await reasonsOf(joined('%PDF-1.7\n', CATALOG, invoice, table))).toEqual(['read'])
  })

  it.each<[string, Bytes]>([
    [
      'a stream whose length leads back',
      pdfOf(CATALOG, '3 0 obj\n<</Length -60>>\nendstream\nstream\nx\nendstream\nendobj\n'),
    ],
    ['digits and nothing else', pdfOf('x ', '1'.repeat(300_000))],
    ['words between objects', pdfOf('1 0 obj\nnull\nendobj\n', 'x y 1 0 ob '.repeat(30_000))],
    ['blanks between two letters', pdfOf('1 0 obj\nnull\nendobj\nx', ' '.repeat(300_000), 'y')],
    ['arrays inside one another', pdfOf('1 0 obj\n', '['.repeat(300_000))],
    ['dictionaries inside one another', pdfOf('1 0 obj\n', '<</A'.repeat(300_000))],
    [
      'many objects at one place',
      pdfOf(
        stream(
          4,
          '/Type/ObjStm/N 50000/First 400000',
          Buffer.from(`${'1 0 '.repeat(100_000)}[${'1 '.repeat(100_000)}]`),
        ),
      ),
    ],
    [
      'a number of objects that is not there',
      pdfOf(stream(4, '/Type/ObjStm/N 999999999/First 4', Buffer.from('1 0 null'))),
    ],
  ])('made of %s ends soon', async (_, pdf) => {
    const [reason] = await reasonsOf(pdf)
    expect(['damaged', 'no-invoice']).toContain(reason)
  })

  it('whose tree of names leads back to itself ends soon', async () => {
    const tree =
      '1 0 obj\n<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>\nendobj\n2 0 obj\n<</Kids[2 0 R 2 0 R 2 0 R]>>\nendobj\n'
    expect(await reasonsOf(pdfOf(tree))).toEqual(['no-invoice'])
  })

  it('with a hostile invoice inside is refused for it', async () => {
    const content = ciiInvoice().replace('?>', '?><!DOCTYPE a [<!ENTITY x "y">]>')
    expect(await reasonsOf(await pdfWith([{ name: 'factur-x.xml', content }]))).toEqual(['xml'])
  })
})

describe('an archive', () => {
  const zipped = (files: Record<string, string | Uint8Array>): Bytes =>
    new Uint8Array(
      zipSync(
        Object.fromEntries(
          Object.entries(files).map(([name, content]) => [
            name,
            typeof content === 'string' ? strToU8(content) : content,
          ]),
        ),
      ),
    )
  const entries = async (archive: Bytes, limits: Partial<ArchiveLimits> = {}) => {
    const names: string[] = []
    for await (const { name } of readArchive({ name: 'a.zip', blob: new Blob([archive]) }, { limits })) names.push(name)
    return names
  }
  const mixed = async () =>
    zipped({
      'janvier/FA-1.pdf': await facturX({ number: 'FA-1' }),
      'janvier/FA-2.xml': ublInvoice({ number: 'FA-2' }),
      '__MACOSX/janvier/._FA-1.pdf': 'x',
      'lisez-moi.txt': 'Bonjour',
      'vide/': '',
    })

  it('gives each invoice by its name, and what is none with its reason', async () => {
    const found = await reads(await mixed())
    expect(found.map(({ name, file, problems }) => [name, file?.invoice.number ?? problems[0]?.reason])).toEqual([
      ['janvier/FA-1.pdf', 'FA-1'],
      ['janvier/FA-2.xml', 'FA-2'],
      ['lisez-moi.txt', 'no-invoice'],
    ])
    expect(found[1]?.file?.xmlName).toBe('FA-2.xml')
    expect(await detectFormat({ name: 'a', blob: new Blob([await mixed()]) })).toMatchObject({ format: 'einvoice' })
  })

  it('that is a workbook is none of invoices', async () => {
    const book = zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>', 'a.xml': ciiInvoice() })
    await expect(detectFormat({ name: 'a', blob: new Blob([book]) })).rejects.toMatchObject({
      code: 'import.unreadable',
    })
  })

  it('that unpacks to far more than it is is refused', async () => {
    const bomb = zipped({ 'a.xml': ciiInvoice(), 'b.xml': new Uint8Array(64 * 1024 * 1024) })
    await expect(reads(bomb)).rejects.toMatchObject({ code: 'document.too-large' })
  })

  it.each<[string, Partial<ArchiveLimits>]>([
    ['too many files', { entries: 2 }],
    ['a file too large', { entry: 1000 }],
    ['too much in all', { total: 3000 }],
  ])('with %s is refused', async (_, limits) => {
    await expect(entries(await mixed(), limits)).rejects.toMatchObject({ code: 'document.too-large' })
  })

  it('cut off anywhere is refused, however many invoices come before', async () => {
    const archive = await mixed()
    for (let i = 1; i < 30; i++) {
      const cut = archive.slice(0, Math.floor((archive.length * i) / 30))
      await expect(reads(cut)).rejects.toMatchObject({ code: 'import.unreadable' })
    }
  })

  it('with a file that does not unpack says which', async () => {
    const archive = zipped({ 'a.xml': ciiInvoice(), 'b.xml': ublInvoice() })
    archive.fill(0xff, 40, 60)
    expect((await reads(archive)).map(({ name, problems }) => [name, problems[0]?.reason])).toEqual([
      ['a.xml', 'damaged'],
      ['b.xml', undefined],
    ])
  })

  it('inside an archive is not opened', async () => {
    expect(await reasonsOf(zipped({ 'a.zip': zipped({ 'a.xml': ciiInvoice() }) }))).toEqual(['no-invoice'])
  })

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort()
    const all = readEInvoices({ name: 'a', blob: new Blob([await mixed()]) }, { signal })
    await expect(all.next()).rejects.toMatchObject({ code: 'cancelled' })
  })
})
