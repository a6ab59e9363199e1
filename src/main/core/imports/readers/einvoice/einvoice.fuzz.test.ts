import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  ciiInvoice,
  facturX,
  type InvoiceSample,
  pdfWith,
  ublInvoice,
  zugferd1Invoice,
} from '../../../../../../test/support/einvoice-samples.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { readEInvoices } from './einvoice.reader.ts'

/** What stands in such files and changes their meaning in the wrong place. */
const TOKENS = [
  '<',
  '>',
  '</ram:ID>',
  '<ram:ID>',
  '<cbc:ID/>',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE a>',
  '<?xml?>',
  '&amp;',
  '&#0;',
  '&x;',
  'xmlns=""',
  '-',
  '9999999999999999999',
  '1e999',
  '20260229',
  '\0',
  '\ufeff',
  '<<',
  '>>',
  '[',
  '(',
  'stream\n',
  'endstream',
  'endobj',
  '1 0 obj',
  '/Type/ObjStm',
  '/Length -9',
  'trailer',
  '2 0 R',
  'PK\x03\x04',
  'PK\x05\x06',
]

type Edit = { at: number; removed: number; inserted: Uint8Array }

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 12 }) }, { weight: 1, arbitrary: fc.nat({ max: 2000 }) }),
    inserted: fc.oneof(
      fc.constantFrom(...TOKENS).map((token) => new Uint8Array(Buffer.from(token))),
      fc.uint8Array({ maxLength: 8 }),
    ),
  }),
  { minLength: 1, maxLength: 6 },
)

const changed = (original: Uint8Array, list: Edit[]): Uint8Array<ArrayBuffer> =>
  list.reduce((bytes, { at, removed, inserted }) => {
    const from = Math.floor(at * bytes.length)
    return new Uint8Array(Buffer.concat([bytes.subarray(0, from), inserted, bytes.subarray(from + removed)]))
  }, new Uint8Array(original))

/** It is read, or refused with a reason: an invoice exactly where there is no problem, its figures whole. */
const isReadOrRefused = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
  try {
    for await (const { file, problems } of readEInvoices({ name: 'a', blob: new Blob([bytes]) })) {
      expect(file === null).toBe(problems.length > 0)
      if (!file) continue
      const { net, tax, gross, prepaid, payable, instalments } = file.invoice
      for (const amount of [net, tax, gross, prepaid, payable]) expect(Number.isSafeInteger(amount)).toBe(true)
      const amounts = instalments.map(({ amount }) => amount)
      if (amounts.length > 0 && amounts[0] !== null)
        expect(amounts.reduce<number>((sum, amount) => sum + (amount ?? Number.NaN), 0)).toBe(payable)
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(['import.unreadable', 'document.too-large']).toContain(error.code)
  }
}

const rich: Partial<InvoiceSample> = {
  instalments: [
    { due: '2026-02-14', amount: '600.00' },
    { due: '2026-03-14', amount: '600.00' },
  ],
  preceding: [{ number: 'AC-1', issued: '2026-01-02' }],
  order: 'BC-7',
}

const survives = (originals: Uint8Array[], numRuns: number) =>
  fc.assert(
    fc.asyncProperty(fc.constantFrom(...originals), edits, (original, list) =>
      isReadOrRefused(changed(original, list)),
    ),
    { numRuns },
  )

describe('nothing in a file brings the program down: it is read, or refused', () => {
  it('8,000 XML files changed at random', { timeout: 60_000 }, async () => {
    const texts = [ciiInvoice(rich), ublInvoice(rich), ublInvoice(rich, true), zugferd1Invoice(rich)]
    await survives(
      texts.map((text) => new Uint8Array(Buffer.from(text))),
      8000,
    )
  })

  it('1,500 PDF files changed at random', { timeout: 60_000 }, async () => {
    const attachments = [
      { name: 'factur-x.xml', content: ciiInvoice(rich) },
      { name: 'ZUGFeRD-invoice.xml', content: zugferd1Invoice(rich) },
    ]
    await survives([await facturX(rich), await pdfWith(attachments, { objectStreams: false })], 1500)
  })

  it('500 archives changed at random', { timeout: 60_000 }, async () => {
    const files = { 'a.xml': strToU8(ciiInvoice()), 'b/c.xml': strToU8(ublInvoice()), 'd.pdf': await facturX() }
    await survives([zipSync(files), zipSync(files, { level: 0 })], 500)
  })
})
