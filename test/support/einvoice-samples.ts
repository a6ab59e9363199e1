import { AFRelationship, PDFDocument } from 'pdf-lib'
import { frenchVatOf } from '../../src/main/core/customers/identifiers.rules.ts'
import { parseMinor, toDecimal } from '../../src/main/core/kernel/money.ts'

type PartySample = {
  name: string
  siren: string
  /** Null: that of the SIREN. */
  vatNumber: string | null
  street: string
  postalCode: string
  city: string
  country: string
  email: string
}

/** An invoice as one would write it down; amounts are decimals as in the file, days are days. */
export type InvoiceSample = {
  number: string
  typeCode: string
  issued: string
  due: string | null
  delivered: string | null
  currency: string
  seller: Partial<PartySample>
  buyer: Partial<PartySample>
  net: string
  tax: string
  /** Null: net and tax. */
  gross: string | null
  prepaid: string
  /** Null: gross less prepaid. */
  payable: string | null
  /** In place of `due`. */
  instalments: { due: string; amount: string }[]
  terms: string
  preceding: { number: string; issued: string }[]
  order: string
  contract: string
  buyerReference: string
  deliveryNote: string
  paymentReference: string
  iban: string
  notes: { code: string; text: string }[]
}

const MENTIONS = [
  { code: 'PMT', text: 'Indemnité forfaitaire pour frais de recouvrement : 40 €' },
  { code: 'PMD', text: 'Pénalités de retard au taux de la BCE majoré de 10 points' },
  { code: 'AAB', text: 'Pas d’escompte pour paiement anticipé' },
]

const SELLER: PartySample = {
  name: 'Atelier Martin',
  siren: '732829320',
  vatNumber: null,
  street: '12 rue des Tanneurs',
  postalCode: '59000',
  city: 'Lille',
  country: 'FR',
  email: 'compta@atelier-martin.example',
}

const BUYER: PartySample = {
  name: 'Café Hélène',
  siren: '404833048',
  vatNumber: null,
  street: '3 place du Marché',
  postalCode: '69001',
  city: 'Lyon',
  country: 'FR',
  email: 'factures@cafe-helene.example',
}

const SAMPLE: InvoiceSample = {
  number: 'FA-2026-001',
  typeCode: '380',
  issued: '2026-01-15',
  due: '2026-02-14',
  delivered: '2026-01-12',
  currency: 'EUR',
  seller: {},
  buyer: {},
  net: '1000.00',
  tax: '200.00',
  gross: null,
  prepaid: '0.00',
  payable: null,
  instalments: [],
  terms: '',
  preceding: [],
  order: '',
  contract: '',
  buyerReference: '',
  deliveryNote: '',
  paymentReference: '',
  iban: 'FR7630006000011234567890189',
  notes: MENTIONS,
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`)

/** An element with its content; nothing at all where there is no content. */
const element = (name: string, content: string, attributes = ''): string =>
  content === '' ? '' : `<${name}${attributes}>${content}</${name}>`

type Written = Omit<InvoiceSample, 'gross' | 'payable' | 'seller' | 'buyer'> & {
  gross: string
  payable: string
  seller: PartySample
  buyer: PartySample
}

const written = (sample: Partial<InvoiceSample>): Written => {
  const given = { ...SAMPLE, ...sample }
  const { currency } = given
  const minor = (text: string): number => parseMinor(text, currency) ?? 0
  const gross = given.gross ?? toDecimal(minor(given.net) + minor(given.tax), currency)
  const payable = given.payable ?? toDecimal(minor(gross) - minor(given.prepaid), currency)
  return { ...given, gross, payable, seller: { ...SELLER, ...given.seller }, buyer: { ...BUYER, ...given.buyer } }
}

const vatOf = ({ vatNumber, siren }: PartySample): string => vatNumber ?? (siren ? frenchVatOf(siren) : '')

const basicDay = (day: string): string => element('udt:DateTimeString', day.replaceAll('-', ''), ' format="102"')

const ciiParty = (name: string, party: PartySample): string =>
  element(
    name,
    element('ram:Name', escaped(party.name)) +
      element('ram:SpecifiedLegalOrganization', element('ram:ID', party.siren, ' schemeID="0002"')) +
      element(
        'ram:DefinedTradeContact',
        element('ram:EmailURIUniversalCommunication', element('ram:URIID', escaped(party.email))),
      ) +
      element(
        'ram:PostalTradeAddress',
        element('ram:PostcodeCode', party.postalCode) +
          element('ram:LineOne', escaped(party.street)) +
          element('ram:CityName', escaped(party.city)) +
          element('ram:CountryID', party.country),
      ) +
      element('ram:SpecifiedTaxRegistration', element('ram:ID', vatOf(party), ' schemeID="VA"')),
  )

const reference = (name: string, number: string, more = ''): string =>
  element(name, element('ram:IssuerAssignedID', escaped(number)) + more)

type CiiNames = {
  root: string
  namespaces: string
  profile: string
  context: string
  document: string
  transaction: string
  section: string
  summation: string
}

const ciiDocument = (sample: Partial<InvoiceSample>, names: CiiNames): string => {
  const invoice = written(sample)
  const amount = (name: string, text: string) => element(`ram:${name}`, text, ` currencyID="${invoice.currency}"`)
  const day = (name: string, text: string | null) => element(name, text ? basicDay(text) : '')
  const terms =
    invoice.instalments.length > 0
      ? invoice.instalments
          .map(({ due, amount: part }) =>
            element(
              'ram:SpecifiedTradePaymentTerms',
              element('ram:Description', escaped(invoice.terms)) +
                day('ram:DueDateDateTime', due) +
                amount('PartialPaymentAmount', part),
            ),
          )
          .join('\n')
      : element(
          'ram:SpecifiedTradePaymentTerms',
          element('ram:Description', escaped(invoice.terms)) + day('ram:DueDateDateTime', invoice.due),
        )
  const preceding = invoice.preceding.map(({ number, issued }) =>
    reference(
      'ram:InvoiceReferencedDocument',
      number,
      element('ram:FormattedIssueDateTime', element('qdt:DateTimeString', issued.replaceAll('-', ''), ' format="102"')),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:${names.root} ${names.namespaces}>
<rsm:${names.context}><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>${names.profile}</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:${names.context}>
<rsm:${names.document}>
${element('ram:ID', escaped(invoice.number))}
${element('ram:TypeCode', invoice.typeCode)}
${day('ram:IssueDateTime', invoice.issued)}
${invoice.notes.map(({ code, text }) => element('ram:IncludedNote', element('ram:Content', escaped(text)) + element('ram:SubjectCode', code))).join('\n')}
</rsm:${names.document}>
<rsm:${names.transaction}>
<ram:Applicable${names.section}TradeAgreement>
${element('ram:BuyerReference', escaped(invoice.buyerReference))}
${ciiParty('ram:SellerTradeParty', invoice.seller)}
${ciiParty('ram:BuyerTradeParty', invoice.buyer)}
${reference('ram:BuyerOrderReferencedDocument', invoice.order)}
${reference('ram:ContractReferencedDocument', invoice.contract)}
</ram:Applicable${names.section}TradeAgreement>
<ram:Applicable${names.section}TradeDelivery>
${element('ram:ActualDeliverySupplyChainEvent', day('ram:OccurrenceDateTime', invoice.delivered))}
${reference('ram:DespatchAdviceReferencedDocument', invoice.deliveryNote)}
</ram:Applicable${names.section}TradeDelivery>
<ram:Applicable${names.section}TradeSettlement>
${element('ram:PaymentReference', escaped(invoice.paymentReference))}
${element('ram:InvoiceCurrencyCode', invoice.currency)}
<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode>${element('ram:PayeePartyCreditorFinancialAccount', element('ram:IBANID', invoice.iban))}</ram:SpecifiedTradeSettlementPaymentMeans>
${terms}
<ram:${names.summation}>
${amount('LineTotalAmount', invoice.net)}
${amount('TaxBasisTotalAmount', invoice.net)}
${amount('TaxTotalAmount', invoice.tax)}
${amount('GrandTotalAmount', invoice.gross)}
${amount('TotalPrepaidAmount', invoice.prepaid)}
${amount('DuePayableAmount', invoice.payable)}
</ram:${names.summation}>
${preceding.join('\n')}
</ram:Applicable${names.section}TradeSettlement>
</rsm:${names.transaction}>
</rsm:${names.root}>
`
}

const UNCEFACT = 'urn:un:unece:uncefact:data:standard'

/** A cross-industry invoice of today (Factur-X, ZUGFeRD 2) in the profile EN 16931. */
export const ciiInvoice = (sample: Partial<InvoiceSample> = {}): string =>
  ciiDocument(sample, {
    root: 'CrossIndustryInvoice',
    namespaces: `xmlns:rsm="${UNCEFACT}:CrossIndustryInvoice:100" xmlns:ram="${UNCEFACT}:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="${UNCEFACT}:UnqualifiedDataType:100" xmlns:qdt="${UNCEFACT}:QualifiedDataType:100"`,
    profile: 'urn:cen.eu:en16931:2017',
    context: 'ExchangedDocumentContext',
    document: 'ExchangedDocument',
    transaction: 'SupplyChainTradeTransaction',
    section: 'Header',
    summation: 'SpecifiedTradeSettlementHeaderMonetarySummation',
  })

/** The same in ZUGFeRD 1.0, whose elements have other names. */
export const zugferd1Invoice = (sample: Partial<InvoiceSample> = {}): string =>
  ciiDocument(sample, {
    root: 'CrossIndustryDocument',
    namespaces: `xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="${UNCEFACT}:ReusableAggregateBusinessInformationEntity:12" xmlns:udt="${UNCEFACT}:UnqualifiedDataType:15" xmlns:qdt="${UNCEFACT}:QualifiedDataType:12"`,
    profile: 'urn:ferd:CrossIndustryDocument:invoice:1p0:extended',
    context: 'SpecifiedExchangedDocumentContext',
    document: 'HeaderExchangedDocument',
    transaction: 'SpecifiedSupplyChainTradeTransaction',
    section: 'SupplyChain',
    summation: 'SpecifiedTradeSettlementMonetarySummation',
  })

const ublParty = (role: string, party: PartySample): string =>
  element(
    `cac:${role}`,
    element(
      'cac:Party',
      element(
        'cac:PostalAddress',
        element('cbc:StreetName', escaped(party.street)) +
          element('cbc:CityName', escaped(party.city)) +
          element('cbc:PostalZone', party.postalCode) +
          element('cac:Country', element('cbc:IdentificationCode', party.country)),
      ) +
        (vatOf(party)
          ? element(
              'cac:PartyTaxScheme',
              `${element('cbc:CompanyID', vatOf(party))}<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>`,
            )
          : '') +
        element(
          'cac:PartyLegalEntity',
          element('cbc:RegistrationName', escaped(party.name)) +
            element('cbc:CompanyID', party.siren, ' schemeID="0002"'),
        ) +
        element('cac:Contact', element('cbc:ElectronicMail', escaped(party.email))),
    ),
  )

/** A UBL 2.1 invoice; `creditNote` makes the other root. */
export const ublInvoice = (sample: Partial<InvoiceSample> = {}, creditNote = false): string => {
  const invoice = written(creditNote ? { typeCode: '381', ...sample } : sample)
  const root = creditNote ? 'CreditNote' : 'Invoice'
  const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'
  const amount = (name: string, text: string) => element(`cbc:${name}`, text, ` currencyID="${invoice.currency}"`)
  const terms =
    invoice.instalments.length > 0
      ? invoice.instalments
          .map(({ due, amount: part }) =>
            element('cac:PaymentTerms', amount('Amount', part) + element('cbc:InstallmentDueDate', due)),
          )
          .join('\n')
      : element('cac:PaymentTerms', element('cbc:Note', escaped(invoice.terms)))
  const single = invoice.instalments.length > 0 ? null : invoice.due
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="${UBL}:${root}-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
${element('cbc:ID', escaped(invoice.number))}
${element('cbc:IssueDate', invoice.issued)}
${creditNote ? '' : element('cbc:DueDate', single ?? '')}
${element(`cbc:${root}TypeCode`, invoice.typeCode)}
${invoice.notes.map(({ code, text }) => element('cbc:Note', escaped(code ? `#${code}#${text}` : text))).join('\n')}
${element('cbc:DocumentCurrencyCode', invoice.currency)}
${element('cbc:BuyerReference', escaped(invoice.buyerReference))}
${element('cac:OrderReference', element('cbc:ID', escaped(invoice.order)))}
${invoice.preceding.map(({ number, issued }) => element('cac:BillingReference', element('cac:InvoiceDocumentReference', element('cbc:ID', escaped(number)) + element('cbc:IssueDate', issued)))).join('\n')}
${element('cac:DespatchDocumentReference', element('cbc:ID', escaped(invoice.deliveryNote)))}
${element('cac:ContractDocumentReference', element('cbc:ID', escaped(invoice.contract)))}
${ublParty('AccountingSupplierParty', invoice.seller)}
${ublParty('AccountingCustomerParty', invoice.buyer)}
${element('cac:Delivery', element('cbc:ActualDeliveryDate', invoice.delivered ?? ''))}
<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>${creditNote ? element('cbc:PaymentDueDate', single ?? '') : ''}${element('cbc:PaymentID', escaped(invoice.paymentReference))}${element('cac:PayeeFinancialAccount', element('cbc:ID', invoice.iban))}</cac:PaymentMeans>
${terms}
<cac:TaxTotal>${amount('TaxAmount', invoice.tax)}</cac:TaxTotal>
<cac:LegalMonetaryTotal>
${amount('LineExtensionAmount', invoice.net)}
${amount('TaxExclusiveAmount', invoice.net)}
${amount('TaxInclusiveAmount', invoice.gross)}
${amount('PrepaidAmount', invoice.prepaid)}
${amount('PayableAmount', invoice.payable)}
</cac:LegalMonetaryTotal>
</${root}>
`
}

/** A PDF of one page with attachments, as the sender's program makes it; by default with object streams. */
export const pdfWith = async (
  attachments: { name: string; content: string | Uint8Array }[],
  { objectStreams = true } = {},
): Promise<Uint8Array<ArrayBuffer>> => {
  const pdf = await PDFDocument.create()
  pdf.addPage([595, 842]).drawText('Facture', { x: 50, y: 780, size: 14 })
  for (const { name, content } of attachments) {
    await pdf.attach(typeof content === 'string' ? Buffer.from(content) : content, name, {
      mimeType: 'text/xml',
      afRelationship: AFRelationship.Data,
    })
  }
  return new Uint8Array(await pdf.save({ useObjectStreams: objectStreams }))
}

/** A Factur-X PDF of an invoice. */
export const facturX = (sample: Partial<InvoiceSample> = {}): Promise<Uint8Array<ArrayBuffer>> =>
  pdfWith([{ name: 'factur-x.xml', content: ciiInvoice(sample) }])
