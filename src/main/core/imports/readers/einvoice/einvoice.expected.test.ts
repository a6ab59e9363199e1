import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedDataMissing, sharedJson, sharedSource, skippedNote } from '../../../../../../test/support/shared-data.ts'
import { normaliseIdentifier } from '../../../customers/identifiers.rules.ts'
import type { EInvoice } from '../../../einvoices/einvoice.model.ts'
import { parseMinor } from '../../../kernel/money.ts'
import { detectFormat } from '../detect.ts'
import { type EInvoiceRead, readEInvoices } from './einvoice.reader.ts'

type Expected = Record<string, unknown> & { id: string; currency: string }

const expectations = sharedDataMissing ? {} : sharedJson('einvoice/EXPECTED.json')
const files = sharedDataMissing ? [] : readdirSync('../shared/data/einvoice').filter((name) => name !== 'EXPECTED.json')

const reads = async (name: string): Promise<EInvoiceRead[]> => {
  const found: EInvoiceRead[] = []
  for await (const read of readEInvoices(await sharedSource(`einvoice/${name}`))) found.push(read)
  return found
}

const only = async (name: string): Promise<EInvoiceRead> => {
  const [read, ...others] = await reads(name)
  if (!read || others.length > 0) throw new Error(`${name}: not one invoice`)
  return read
}

const invoiceOf = async (name: string): Promise<EInvoice> => {
  const { file, problems } = await only(name)
  if (!file) throw new Error(`${name}: ${JSON.stringify(problems)}`)
  return file.invoice
}

const iso = (day: unknown): string => String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
const days = (due: unknown): string[] => (Array.isArray(due) ? due.map(iso) : due === null ? [] : [iso(due)])

/** Figures of EXPECTED.json for one XML, in our words; a sign is the only thing that a credit note changes. */
const asInvoice = (expected: Expected) => {
  const sign = String(expected.gross).startsWith('-') ? -1 : 1
  const minor = (text: unknown) => sign * (parseMinor(String(text), expected.currency) ?? Number.NaN) + 0
  return {
    number: expected.id,
    profile: expected.profile ?? expected.customization,
    typeCode: expected.type_code,
    kind: sign === -1 || expected.type_code === '381' ? 'credit_note' : 'invoice',
    issued: iso(expected.issue),
    currency: expected.currency,
    seller: expect.objectContaining({ name: expected.seller }),
    buyer: expect.objectContaining({ name: expected.buyer }),
    net: minor(expected.net),
    gross: minor(expected.gross),
    payable: minor(expected.payable),
    ...(expected.prepaid === null ? {} : { prepaid: minor(expected.prepaid) }),
    terms: expected.terms ?? '',
    instalments: days(expected.due).map((due) => ({ due, amount: null })),
  }
}

const numbers = ({ preceding }: EInvoice) => preceding.map(({ number }) => number)

/** The figures of the XML that counts: a PDF may hold two. */
const expectedOf = (name: string): Expected => {
  const entry = expectations[name] ?? {}
  return (entry['xml:factur-x.xml'] ?? entry) as Expected
}

const refused = new Set(['akretion_order-x-basic.xml', 'mustang_invalid-xml-encoding-attribute.pdf'])
const invoices = files.filter((name) => !refused.has(name))

describe.skipIf(sharedDataMissing)(`the real files${skippedNote}`, () => {
  it('are all in EXPECTED.json', () => {
    expect(files.toSorted()).toEqual(Object.keys(expectations).toSorted())
  })

  it.each(files)('%s is recognised', async (name) => {
    expect(await detectFormat(await sharedSource(`einvoice/${name}`))).toMatchObject({ format: 'einvoice' })
  })

  it.each(invoices)('%s says what EXPECTED.json says', async (name) => {
    const expected = expectedOf(name)
    const invoice = await invoiceOf(name)
    expect(invoice).toMatchObject(asInvoice(expected))
    expect(numbers(invoice)).toEqual(expected.preceding)
  })

  // EXPECTED.json has the first IBAN of the XML, which in these is the account to be debited (BT-91), not the payee's (BT-84).
  const debited = invoices.filter((name) => expectedOf(name).iban === 'FRDEBIT')

  it.each(invoices.filter((name) => !debited.includes(name)))('%s: the account to pay to', async (name) => {
    expect((await invoiceOf(name)).iban).toBe(normaliseIdentifier(String(expectedOf(name).iban ?? '')))
  })

  it.each(debited)('%s: the account to pay to, not the one to be debited', async (name) => {
    expect((await invoiceOf(name)).iban).toBe('FR2012542547256985425874698')
  })

  it('an order is no invoice', async () => {
    const { file, problems } = await only('akretion_order-x-basic.xml')
    expect(file).toBeNull()
    expect(problems).toMatchObject([{ reason: 'document-kind', value: 'SCRDMCCBDACIOMessageStructure' }])
  })

  it('an encoding that cannot be one is refused with its line', async () => {
    expect(expectations['mustang_invalid-xml-encoding-attribute.pdf']).toMatchObject({
      'xml:factur-x.xml': { parse_error: expect.any(String) },
    })
    const { file, problems } = await only('mustang_invalid-xml-encoding-attribute.pdf')
    expect(file).toBeNull()
    expect(problems).toMatchObject([{ reason: 'xml', line: 1 }])
  })

  it('a negative 380 and a positive 381 are the same credit note', async () => {
    const negative = await invoiceOf('fnfe_fail_Avoir_FR_type380_EN16931.pdf')
    const positive = await invoiceOf('fnfe_fail_Avoir_FR_type381_EN16931.pdf')
    expect(negative).toMatchObject({ kind: 'credit_note', gross: 23347, prepaid: 0 })
    expect({ ...negative, typeCode: '381' }).toEqual(positive)
  })

  it('an invoice that the buyer issued is an invoice', async () => {
    expect(await invoiceOf('zfcorpus_cii_EN16931_Gutschrift.xml')).toMatchObject({ typeCode: '389', kind: 'invoice' })
  })

  it('two documents of one invoice are one invoice, in the newer syntax', async () => {
    const { file } = await only('mustang_506_ZUGFeRD1and2.pdf')
    expect(file).toMatchObject({ xmlName: 'factur-x.xml', invoice: { syntax: 'cii' } })
    expect(file?.warnings).toMatchObject([{ code: 'second-invoice', details: { name: 'ZUGFeRD-invoice.xml' } }])
  })

  it('what was prepaid shows even where the smallest profile has no field for it', async () => {
    expect(await invoiceOf('fnfe_Facture_FR_MINIMUM.pdf')).toMatchObject({
      gross: 67115,
      prepaid: 20100,
      payable: 47015,
    })
  })

  it('the totals of every real file agree, and French invoices without their mentions are remarked', async () => {
    const found: Record<string, unknown> = {}
    for (const name of invoices) {
      const { file } = await only(name)
      const codes = file?.warnings.map(({ code }) => code) ?? []
      if (codes.length > 0) found[name] = codes
    }
    expect(found).toEqual({
      'fnfe_Facture_FR_BASICWL.pdf': ['mentions-missing'],
      'mustang_506_ZUGFeRD1and2.pdf': ['second-invoice'],
    })
  })

  it('the French extension is read whole', async () => {
    expect(await invoiceOf('akretion_ubl-21-extended-ctc-fr.xml')).toMatchObject({
      seller: { siren: '999999998', vatNumber: 'FR11999999998', email: 'commercial@aubonmoulin.com', country: 'FR' },
      buyer: { siren: '787878784', postalCode: '69001', city: 'Lyon', contact: 'Mme Laëtitia Durand' },
      delivered: '2026-06-14',
      order: 'PO1242',
      contract: 'Contrat_du_siècle',
      buyerReference: '120943',
      deliveryNote: 'BL-2026/05/12',
      paymentMeans: '30',
      preceding: [
        { number: 'F124211', issued: '2025-12-30' },
        { number: 'F124210', issued: null },
        { number: 'F824739', issued: '2025-12-24' },
      ],
      tax: 3503,
      missingMentions: [],
    })
  })
})
