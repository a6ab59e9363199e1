import { describe, expect, it } from 'vitest'
import {
  ciiInvoice,
  facturX,
  type InvoiceSample,
  pdfWith,
  ublInvoice,
  zugferd1Invoice,
} from '../../../../../../test/support/einvoice-samples.ts'
import { type EInvoiceRead, readEInvoices } from './einvoice.reader.ts'

const reads = async (content: string | Uint8Array<ArrayBuffer>, name = 'facture'): Promise<EInvoiceRead[]> => {
  const found: EInvoiceRead[] = []
  for await (const read of readEInvoices({ name, blob: new Blob([content]) })) found.push(read)
  return found
}

const read = async (content: string | Uint8Array<ArrayBuffer>): Promise<EInvoiceRead> => {
  const [first] = await reads(content)
  if (!first) throw new Error('nothing was read')
  return first
}

const invoiceOf = async (content: string | Uint8Array<ArrayBuffer>) => {
  const { file, problems } = await read(content)
  if (!file) throw new Error(JSON.stringify(problems))
  return file.invoice
}

const warningsOf = async (content: string) =>
  (await read(content)).file?.warnings.map(({ code, details }) => ({ code, ...details }))
const reasonsOf = async (content: string | Uint8Array<ArrayBuffer>) =>
  (await read(content)).problems.map(({ field, reason }) => ({ field, reason }))

const writers: [string, (sample?: Partial<InvoiceSample>) => string][] = [
  ['CII', ciiInvoice],
  ['ZUGFeRD 1.0', zugferd1Invoice],
  ['UBL', ublInvoice],
]

const FULL: Partial<InvoiceSample> = {
  number: 'FA-1 <&>',
  terms: '30 jours net',
  preceding: [{ number: 'AC-1', issued: '2026-01-02' }],
  order: 'BC-7',
  contract: 'C-9',
  buyerReference: 'SERVICE 3',
  deliveryNote: 'BL-4',
  paymentReference: 'RF18539007547034',
  prepaid: '200.00',
}

describe.each(writers)('%s', (_, write) => {
  it('gives everything that an invoice says', async () => {
    expect(await invoiceOf(write(FULL))).toMatchObject({
      number: 'FA-1 <&>',
      typeCode: '380',
      kind: 'invoice',
      issued: '2026-01-15',
      delivered: '2026-01-12',
      currency: 'EUR',
      seller: {
        name: 'Atelier Martin',
        siren: '732829320',
        vatNumber: 'FR44732829320',
        street: '12 rue des Tanneurs',
        postalCode: '59000',
        city: 'Lille',
        country: 'FR',
        email: 'compta@atelier-martin.example',
      },
      buyer: { name: 'Café Hélène', siren: '404833048' },
      net: 100_000,
      tax: 20_000,
      gross: 120_000,
      prepaid: 20_000,
      payable: 100_000,
      instalments: [{ due: '2026-02-14', amount: null }],
      terms: '30 jours net',
      preceding: [{ number: 'AC-1', issued: '2026-01-02' }],
      order: 'BC-7',
      contract: 'C-9',
      buyerReference: 'SERVICE 3',
      deliveryNote: 'BL-4',
      paymentReference: 'RF18539007547034',
      iban: 'FR7630006000011234567890189',
      paymentMeans: '30',
      notes: [
        { code: 'PMT', text: expect.stringContaining('40 €') },
        { code: 'PMD', text: expect.any(String) },
        { code: 'AAB', text: expect.any(String) },
      ],
      missingMentions: [],
    })
  })

  it('splits the payment as the file does', async () => {
    const instalments = [
      { due: '2026-03-31', amount: '600.01' },
      { due: '2026-02-28', amount: '599.99' },
    ]
    expect((await invoiceOf(write({ instalments }))).instalments).toEqual([
      { due: '2026-02-28', amount: 59_999 },
      { due: '2026-03-31', amount: 60_001 },
    ])
  })

  it('keeps the days of instalments that do not add up, and says by how much', async () => {
    const instalments = [
      { due: '2026-02-28', amount: '600.00' },
      { due: '2026-03-31', amount: '500.00' },
    ]
    const text = write({ instalments })
    expect((await invoiceOf(text)).instalments).toEqual([
      { due: '2026-02-28', amount: null },
      { due: '2026-03-31', amount: null },
    ])
    expect(await warningsOf(text)).toEqual([
      { code: 'invoice-differs', of: 'instalments', difference: -10_000, currency: 'EUR' },
    ])
  })

  it('reads a negative invoice as the credit note that a positive 381 is', async () => {
    const negative = await invoiceOf(write({ net: '-1000.00', tax: '-200.00', prepaid: '-0.00' }))
    const positive = await invoiceOf(write({ typeCode: '381' }))
    expect(negative).toMatchObject({ kind: 'credit_note', gross: 120_000, prepaid: 0, payable: 120_000 })
    expect({ ...negative, typeCode: '381' }).toEqual(positive)
  })

  it('reads a negative 381 as a credit note and says that it is by convention', async () => {
    const text = write({ typeCode: '381', net: '-10.00', tax: '-2.00' })
    expect(await invoiceOf(text)).toMatchObject({ kind: 'credit_note', gross: 1200 })
    expect(await warningsOf(text)).toEqual([{ code: 'by-convention' }])
  })

  it.each(['380', '383', '384', '386', '389', '393', '326', '751'])('takes %s for an invoice', async (typeCode) => {
    expect(await invoiceOf(write({ typeCode }))).toMatchObject({ kind: 'invoice', typeCode })
  })

  it.each(['381', '261', '262', '396', '503'])('takes %s for a credit note', async (typeCode) => {
    expect(await invoiceOf(write({ typeCode }))).toMatchObject({ kind: 'credit_note', gross: 120_000 })
  })

  it.each(['325', '220', '999', 'ABC'])('refuses %s: it claims nothing', async (typeCode) => {
    expect(await reasonsOf(write({ typeCode }))).toMatchObject([{ reason: 'document-kind' }])
  })

  it.each([
    ['JPY', '1000', '100', 1100],
    ['TND', '1000.125', '0.000', 1_000_125],
    ['EUR', '1000.1200', '.5', 100_062],
    ['EUR', '999999999999.90', '0', 99_999_999_999_990],
  ])('counts %s in its own smallest unit', async (currency, net, tax, gross) => {
    const total = currency === 'EUR' && tax === '.5' ? '1000.62' : undefined
    expect(
      await invoiceOf(write({ currency, net, tax, ...(total && { gross: total, payable: total }) })),
    ).toMatchObject({ gross, payable: gross })
  })

  it.each([
    ['EUR', '10.001', 'amount-decimals'],
    ['JPY', '10.5', 'amount-decimals'],
    ['EUR', '10,50', 'amount'],
    ['EUR', '1e3', 'amount'],
    ['EUR', '9'.repeat(400), 'amount'],
    ['EUR', '900719925474099.99', 'amount'],
  ])('refuses %s %s: %s', async (currency, gross, reason) => {
    expect(await reasonsOf(write({ currency, net: '10', tax: '0', gross, payable: '10' }))).toMatchObject([{ reason }])
  })

  it('says by how much totals disagree', async () => {
    expect(await warningsOf(write({ gross: '1200.01', payable: '1200.00' }))).toEqual([
      { code: 'invoice-differs', of: 'gross', difference: 1, currency: 'EUR' },
      { code: 'invoice-differs', of: 'payable', difference: -1, currency: 'EUR' },
    ])
  })

  it('keeps more prepaid than invoiced as it is', async () => {
    expect(await invoiceOf(write({ prepaid: '1500.00' }))).toMatchObject({ kind: 'invoice', payable: -30_000 })
  })

  it('remarks the mentions that a French seller left out, and only theirs', async () => {
    const notes = [{ code: 'PMT', text: '40 €' }]
    expect(await warningsOf(write({ notes }))).toEqual([{ code: 'mentions-missing', mentions: ['PMD', 'AAB'] }])
    expect(await warningsOf(write({ notes, seller: { country: 'BE', siren: '', vatNumber: 'BE0123456749' } }))).toEqual(
      [],
    )
    expect(await warningsOf(write({ notes, typeCode: '381' }))).toEqual([])
  })

  it.each<[Partial<InvoiceSample>, string]>([
    [{ number: '' }, 'missing'],
    [{ number: 'F'.repeat(101) }, 'too-long'],
    [{ issued: '2026-02-30' }, 'date'],
    [{ due: '2026-13-01' }, 'date'],
    [{ delivered: '20260' }, 'date'],
    [{ preceding: [{ number: 'F', issued: 'hier' }] }, 'date'],
    [{ currency: 'euro' }, 'currency'],
  ])('refuses %o: %s', async (sample, reason) => {
    expect(await reasonsOf(write(sample))).toEqual(expect.arrayContaining([expect.objectContaining({ reason })]))
  })

  it('ignores elements of other vocabularies', async () => {
    const text = write().replace(
      /(<(?:cbc|ram):ID>)/,
      '<x:ID xmlns:x="urn:other">AUTRE</x:ID><x:Extensions xmlns:x="urn:other"><x:ID>E</x:ID></x:Extensions>$1',
    )
    expect(await invoiceOf(text)).toMatchObject({ number: 'FA-2026-001' })
  })

  it('reads other prefixes for the same namespaces', async () => {
    const text = write()
      .replaceAll('ram:', 'q1:')
      .replaceAll('cbc:', 'q2:')
      .replace('xmlns:ram', 'xmlns:q1')
      .replace('xmlns:cbc', 'xmlns:q2')
    expect(await invoiceOf(text)).toMatchObject({ number: 'FA-2026-001', gross: 120_000 })
  })

  it('reads it in UTF-16 and behind a byte order mark', async () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${write().replace('UTF-8', 'UTF-16')}`, 'utf16le'))
    expect(await invoiceOf(utf16)).toMatchObject({ buyer: { name: 'Café Hélène' } })
    expect(await invoiceOf(`\ufeff${write()}`)).toMatchObject({ buyer: { name: 'Café Hélène' } })
  })
})

describe('UBL', () => {
  it('is a credit note by its root, with the due day of its payment means', async () => {
    expect(await invoiceOf(ublInvoice({}, true))).toMatchObject({
      typeCode: '381',
      kind: 'credit_note',
      gross: 120_000,
      instalments: [{ due: '2026-02-14', amount: null }],
    })
  })

  it('needs no type code', async () => {
    expect(await invoiceOf(ublInvoice({ typeCode: '' }))).toMatchObject({ typeCode: '380', kind: 'invoice' })
    expect(await invoiceOf(ublInvoice({ typeCode: '' }, true))).toMatchObject({ kind: 'credit_note' })
  })

  it('takes the VAT of its own currency, not that of the accounts', async () => {
    const text = ublInvoice().replace(
      '<cac:TaxTotal>',
      '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">2300.00</cbc:TaxAmount></cac:TaxTotal><cac:TaxTotal>',
    )
    expect(await invoiceOf(text)).toMatchObject({ tax: 20_000 })
  })

  it.each(['Order', 'DespatchAdvice', 'ApplicationResponse'])('%s is no invoice', async (root) => {
    const text = `<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2"/>`
    expect(await reasonsOf(text)).toMatchObject([{ reason: 'document-kind' }])
  })
})

describe('CII', () => {
  it('takes the VAT of its own currency, not that of the accounts', async () => {
    const text = ciiInvoice().replace(
      '<ram:TaxTotalAmount',
      '<ram:TaxTotalAmount currencyID="SEK">2300.00</ram:TaxTotalAmount><ram:TaxTotalAmount',
    )
    expect(await invoiceOf(text)).toMatchObject({ tax: 20_000 })
  })

  it('refuses a total in another currency than the invoice', async () => {
    const text = ciiInvoice().replace('GrandTotalAmount currencyID="EUR"', 'GrandTotalAmount currencyID="USD"')
    expect(await reasonsOf(text)).toEqual([{ field: 'GrandTotalAmount', reason: 'currency' }])
  })

  it('does not take a day of discount for a due day', async () => {
    const text = ciiInvoice().replace(
      '<ram:SpecifiedTradePaymentTerms>',
      '<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20260125</udt:DateTimeString></ram:DueDateDateTime><ram:ApplicableTradePaymentDiscountTerms><ram:CalculationPercent>2</ram:CalculationPercent></ram:ApplicableTradePaymentDiscountTerms></ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradePaymentTerms>',
    )
    expect((await invoiceOf(text)).instalments).toEqual([{ due: '2026-02-14', amount: null }])
  })

  it('finds the SIREN in a SIRET, and in a French VAT number where nothing else says it', async () => {
    const siret = ciiInvoice().replace('>732829320<', '>73282932000074<')
    expect((await invoiceOf(siret)).seller.siren).toBe('732829320')
    const vatOnly = ciiInvoice({ seller: { siren: '', vatNumber: 'FR 44 732 829 320' } })
    expect((await invoiceOf(vatOnly)).seller).toMatchObject({ siren: '732829320', vatNumber: 'FR44732829320' })
  })
})

describe('a PDF', () => {
  it('with an invoice gives it and the XML it stood in', async () => {
    const { file, problems, name } = await read(await facturX(FULL))
    expect(problems).toEqual([])
    expect(name).toBe('facture')
    expect(file).toMatchObject({
      invoice: { number: 'FA-1 <&>', payable: 100_000 },
      xmlName: 'factur-x.xml',
      warnings: [],
    })
    expect(Buffer.from(file?.xml ?? []).toString()).toBe(ciiInvoice(FULL))
  })

  it.each(['Factur-X.XML', 'ZUGFeRD-invoice.xml', 'zugferd-invoice.xml', 'xrechnung.xml'])(
    'has it as %s, other attachments left alone',
    async (name) => {
      const pdf = await pdfWith([
        { name: 'conditions.xml', content: '<a/>' },
        { name, content: ciiInvoice() },
        { name: 'bon.pdf', content: '%PDF-1.4' },
      ])
      expect(await invoiceOf(pdf)).toMatchObject({ number: 'FA-2026-001' })
    },
  )

  it('without object streams is read too', async () => {
    const pdf = await pdfWith([{ name: 'factur-x.xml', content: ciiInvoice() }], { objectStreams: false })
    expect(await invoiceOf(pdf)).toMatchObject({ number: 'FA-2026-001' })
  })

  it('with the invoice in two syntaxes gives it once, whatever their order', async () => {
    const both = [
      { name: 'ZUGFeRD-invoice.xml', content: zugferd1Invoice() },
      { name: 'factur-x.xml', content: ciiInvoice() },
    ]
    for (const attachments of [both, both.toReversed()]) {
      const found = await reads(await pdfWith(attachments))
      expect(found).toMatchObject([
        { file: { invoice: { syntax: 'cii' }, warnings: [{ code: 'second-invoice' }] }, problems: [] },
      ])
    }
  })

  it('with two invoices gives both', async () => {
    const found = await reads(
      await pdfWith([
        { name: 'factur-x.xml', content: ciiInvoice({ number: 'A' }) },
        { name: 'xrechnung.xml', content: ublInvoice({ number: 'B' }) },
      ]),
    )
    expect(found.map(({ file }) => file?.invoice.number)).toEqual(['A', 'B'])
  })

  it('with an order only, without attachment, or with a broken one is refused', async () => {
    const order =
      '<o:SCRDMCCBDACIOMessageStructure xmlns:o="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"/>'
    expect(await reasonsOf(await pdfWith([{ name: 'order-x.xml', content: order }]))).toMatchObject([
      { reason: 'document-kind' },
    ])
    expect(await reasonsOf(await pdfWith([]))).toMatchObject([{ reason: 'no-invoice' }])
    expect(await reasonsOf(await pdfWith([{ name: 'factur-x.xml', content: '<a' }]))).toMatchObject([{ reason: 'xml' }])
  })
})
