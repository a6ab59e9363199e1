import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it, test } from 'vitest'
import { decodeText, detectEncoding, type Encoding } from './encoding.ts'

const FRENCH =
  'Règlement reçu de Gâteaux à l’Être — 12 août, Hélène Ménard, n° 4 : « échéance dépassée », 40 € dûs à Noël\n'

const blobOf = (...parts: (Uint8Array | string)[]) =>
  new Blob(parts.map((part) => (typeof part === 'string' ? part : new Uint8Array(part))))

const readBack = async (blob: Blob): Promise<string> => {
  const { encoding } = await detectEncoding(blob)
  return textIn(blob, encoding)
}
const textIn = async (blob: Blob, encoding: Encoding): Promise<string> => {
  let text = ''
  for await (const piece of decodeText(blob, encoding)) text += piece
  return text
}

describe('the encoding is found, and the text comes back', () => {
  it.each(['utf-8', 'windows-1252', 'iso-8859-15', 'cp850'])('%s', async (encoding) => {
    // Only what the table can write.
    const text = iconv.decode(iconv.encode(FRENCH.repeat(3), encoding), encoding)
    expect(await readBack(blobOf(iconv.encode(text, encoding)))).toBe(text)
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'])(
    '%s with a byte order mark, which is not part of the text',
    async (encoding) => {
      expect(await readBack(blobOf(iconv.encode(FRENCH, encoding, { addBOM: true })))).toBe(FRENCH)
    },
  )

  it.each([
    ['an e acute in a name', 'windows-1252', 'Hélène'],
    ['an e acute in a name', 'cp850', 'Hélène'],
    ['capitals', 'windows-1252', 'SOCIÉTÉ ÉVRARD'],
    ['capitals', 'cp850', 'SOCIÉTÉ ÉVRARD'],
    ['an apostrophe from a word processor', 'windows-1252', 'Avoir sur l’exercice'],
    ['a degree sign after capitals', 'cp850', 'CREAT° MAQUETTE'],
    ['a currency sign', 'windows-1252', 'solde 40 €'],
    ['a currency sign', 'iso-8859-15', 'solde 40 €'],
    ['an oe', 'iso-8859-15', 'main d’œuvre'.replace('’', ' ')],
    ['a Danish name', 'windows-1252', 'Jørgensen og Sørensen'],
  ])('%s in %s', async (_name, encoding, text) => {
    expect(await readBack(blobOf(iconv.encode(text, encoding)))).toBe(text)
  })

  test('the first accent may come after megabytes of plain letters', async () => {
    const plain = 'VE;20260105;411000;ALPHA;100,00\n'.repeat(40_000)
    const blob = blobOf(plain, iconv.encode('Hélène\n', 'windows-1252'))
    expect(await detectEncoding(blob)).toEqual({ encoding: 'windows-1252', mixed: false })
    expect(await readBack(blob)).toBe(`${plain}Hélène\n`)
  })

  test('nothing but ASCII reads as UTF-8', async () => {
    expect(await detectEncoding(blobOf('ABC'))).toEqual({ encoding: 'utf-8', mixed: false })
    expect(await detectEncoding(blobOf())).toEqual({ encoding: 'utf-8', mixed: false })
  })
})

describe('UTF-8 with a few bytes that are not', () => {
  const mixed = blobOf(
    'Hélène, Gâteaux, été, hiver à Noël\t',
    new Uint8Array([0xc3]),
    '\tsuite\t',
    iconv.encode('Ménard', 'windows-1252'),
  )

  test('stays UTF-8, and says so', async () => {
    expect(await detectEncoding(mixed)).toEqual({ encoding: 'utf-8', mixed: true })
  })

  test('loses nothing: the odd bytes are read as Windows-1252', async () => {
    expect(await readBack(mixed)).toBe('Hélène, Gâteaux, été, hiver à Noël\tÃ\tsuite\tMénard')
  })
})

test('binary content is refused', async () => {
  await expect(detectEncoding(blobOf(new Uint8Array([0x41, 0, 0x42])))).rejects.toMatchObject({
    code: 'import.encoding',
  })
})

test('any text in UTF-8 comes back, wherever the pieces are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.nat(5), async (text, shift) => {
      const written = `${'x'.repeat(128 * 1024 - shift)}${text.replaceAll('\u0000', '').replaceAll('\uFEFF', '')}`
      expect((await readBack(blobOf(written))) === written).toBe(true)
    }),
    { numRuns: 60 },
  )
})
