import type { EInvoice, InvoiceParty } from '../../../einvoices/einvoice.model.ts'
import { children, textOf, type XmlNode } from '../xml.reader.ts'
import {
  type Found,
  find,
  findOrNull,
  firstOf,
  foundIn,
  type RawInvoice,
  select,
  textAt,
  withinNamespaces,
} from './einvoice.raw.ts'
import { type Identifier, partyOf } from './party.ts'

/** Where the same things stand in the two generations of cross-industry invoices. */
type CiiLayout = {
  syntax: EInvoice['syntax']
  namespaces: RegExp
  context: string
  document: string
  transaction: string
  agreement: string
  delivery: string
  settlement: string
  summation: string
  lineSettlement: string
}

/** UN/CEFACT CII D16B and later: every profile of Factur-X, ZUGFeRD 2, XRechnung, the French extension. */
const CII: CiiLayout = {
  syntax: 'cii',
  namespaces: /^urn:un:unece:uncefact:data:standard:\w+:100$/,
  context: 'ExchangedDocumentContext',
  document: 'ExchangedDocument',
  transaction: 'SupplyChainTradeTransaction',
  agreement: 'ApplicableHeaderTradeAgreement',
  delivery: 'ApplicableHeaderTradeDelivery',
  settlement: 'ApplicableHeaderTradeSettlement',
  summation: 'SpecifiedTradeSettlementHeaderMonetarySummation',
  lineSettlement: 'SpecifiedLineTradeSettlement',
}

const ZUGFERD_1: CiiLayout = {
  syntax: 'zugferd-1',
  namespaces: /^urn:ferd:CrossIndustryDocument:invoice:1p0$|^urn:un:unece:uncefact:data:standard:\w+:1[25]$/,
  context: 'SpecifiedExchangedDocumentContext',
  document: 'HeaderExchangedDocument',
  transaction: 'SpecifiedSupplyChainTradeTransaction',
  agreement: 'ApplicableSupplyChainTradeAgreement',
  delivery: 'ApplicableSupplyChainTradeDelivery',
  settlement: 'ApplicableSupplyChainTradeSettlement',
  summation: 'SpecifiedTradeSettlementMonetarySummation',
  lineSettlement: 'SpecifiedSupplyChainTradeSettlement',
}

const identifiers = (nodes: XmlNode[]): Identifier[] =>
  nodes.map((node) => ({ text: node.text.trim(), scheme: node.attributes.schemeID ?? '' }))

const withScheme = (nodes: XmlNode[], scheme: string): string =>
  nodes.find((node) => node.attributes.schemeID === scheme)?.text.trim() ?? ''

const readParty = (node: XmlNode | undefined): InvoiceParty => {
  const address = node && children(node, 'PostalTradeAddress')[0]
  const contact = node && children(node, 'DefinedTradeContact')[0]
  return partyOf({
    name: firstOf(node, 'Name', 'SpecifiedLegalOrganization/TradingBusinessName').text,
    legal: identifiers(select(node, 'SpecifiedLegalOrganization/ID')),
    others: identifiers([...children(node, 'ID'), ...children(node, 'GlobalID')]),
    vat: withScheme(select(node, 'SpecifiedTaxRegistration/ID'), 'VA'),
    lines: ['LineOne', 'LineTwo', 'LineThree', 'StreetName'].map((line) => textOf(address, line)),
    postalCode: textOf(address, 'PostcodeCode'),
    city: textOf(address, 'CityName'),
    country: textOf(address, 'CountryID'),
    email:
      textAt(contact, 'EmailURIUniversalCommunication/URIID') ||
      withScheme(select(node, 'URIUniversalCommunication/URIID'), 'EM'),
    contact: firstOf(contact, 'PersonName', 'DepartmentName').text,
    phone: textAt(contact, 'TelephoneUniversalCommunication/CompleteNumber'),
  })
}

const dayIn = (node: XmlNode | undefined, path: string): Found =>
  firstOf(node, `${path}/DateTimeString`, `${path}/DateTime`)

/** The VAT may stand twice, once more in the currency of the accounts (BT-111). */
const taxIn = (summation: XmlNode | undefined, currency: string): Found | null => {
  const totals = children(summation, 'TaxTotalAmount').filter(({ text }) => text !== '')
  const own = totals.find(({ attributes }) => attributes.currencyID === currency)
  const node = own ?? totals.find(({ attributes }) => attributes.currencyID === undefined)
  return node ? foundIn(node) : null
}

const read = (root: XmlNode, layout: CiiLayout): RawInvoice => {
  const tree = withinNamespaces(root, layout.namespaces)
  const part = (...path: string[]) => select(tree, path.join('/'))[0]
  const document = part(layout.document)
  const agreement = part(layout.transaction, layout.agreement)
  const delivery = part(layout.transaction, layout.delivery)
  const settlement = part(layout.transaction, layout.settlement) ?? tree
  const summation = part(layout.transaction, layout.settlement, layout.summation)
  const terms = children(settlement, 'SpecifiedTradePaymentTerms')
  const currency = find(settlement, 'InvoiceCurrencyCode')
  const gross = children(summation, 'GrandTotalAmount')[0]
  const delivered = dayIn(delivery, 'ActualDeliverySupplyChainEvent/OccurrenceDateTime')
  const referred = [
    ...children(settlement, 'InvoiceReferencedDocument'),
    ...select(
      tree,
      `${layout.transaction}/IncludedSupplyChainTradeLineItem/${layout.lineSettlement}/InvoiceReferencedDocument`,
    ),
  ]
  return {
    syntax: layout.syntax,
    profile: textAt(tree, `${layout.context}/GuidelineSpecifiedDocumentContextParameter/ID`),
    number: find(document ?? tree, 'ID'),
    typeCode: find(document ?? tree, 'TypeCode'),
    creditNote: false,
    issued: dayIn(document ?? tree, 'IssueDateTime'),
    delivered: delivered.text ? delivered : dayIn(settlement, 'BillingSpecifiedPeriod/EndDateTime'),
    currency,
    totalCurrency: { ...foundIn(gross), text: gross?.attributes.currencyID ?? '' },
    seller: readParty(select(agreement, 'SellerTradeParty')[0]),
    buyer: readParty(select(agreement, 'BuyerTradeParty')[0]),
    totals: {
      lines: findOrNull(summation, 'LineTotalAmount'),
      allowances: findOrNull(summation, 'AllowanceTotalAmount'),
      charges: findOrNull(summation, 'ChargeTotalAmount'),
      net: findOrNull(summation, 'TaxBasisTotalAmount'),
      tax: taxIn(summation, currency.text),
      gross: findOrNull(summation, 'GrandTotalAmount'),
      prepaid: findOrNull(summation, 'TotalPrepaidAmount'),
      rounding: findOrNull(summation, 'RoundingAmount'),
      payable: findOrNull(summation, 'DuePayableAmount'),
    },
    dues: terms.map((node) => ({
      due: dayIn(node, 'DueDateDateTime'),
      amount: find(node, 'PartialPaymentAmount'),
      discounted: children(node, 'ApplicableTradePaymentDiscountTerms').length > 0,
    })),
    terms: terms
      .flatMap((node) => select(node, 'Description'))
      .map(({ text }) => text.trim())
      .filter(Boolean)
      .join('\n'),
    preceding: referred.map((node) => ({
      number: firstOf(node, 'IssuerAssignedID', 'ID'),
      issued: firstOf(node, 'FormattedIssueDateTime/DateTimeString', 'IssueDateTime/DateTimeString', 'IssueDateTime'),
    })),
    order: firstOf(agreement, 'BuyerOrderReferencedDocument/IssuerAssignedID', 'BuyerOrderReferencedDocument/ID').text,
    contract: firstOf(agreement, 'ContractReferencedDocument/IssuerAssignedID', 'ContractReferencedDocument/ID').text,
    buyerReference: textAt(agreement, 'BuyerReference'),
    deliveryNote: firstOf(
      delivery,
      'DespatchAdviceReferencedDocument/IssuerAssignedID',
      'DeliveryNoteReferencedDocument/IssuerAssignedID',
      'DespatchAdviceReferencedDocument/ID',
      'DeliveryNoteReferencedDocument/ID',
    ).text,
    paymentReference: textAt(settlement, 'PaymentReference'),
    iban: textAt(settlement, 'SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID'),
    paymentMeans: textAt(settlement, 'SpecifiedTradeSettlementPaymentMeans/TypeCode'),
    notes: children(document, 'IncludedNote').map((note) => ({
      code: textAt(note, 'SubjectCode'),
      text: children(note, 'Content')
        .map(({ text }) => text.trim())
        .join('\n'),
    })),
  }
}

export const readCii = (root: XmlNode): RawInvoice => read(root, CII)
export const readZugferd1 = (root: XmlNode): RawInvoice => read(root, ZUGFERD_1)
