import type { InvoiceParty } from '../../../einvoices/einvoice.model.ts'
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

const NAMESPACES = /^urn:oasis:names:specification:ubl:schema:xsd:Common(?:Basic|Aggregate)Components-2$/

const identifiers = (nodes: XmlNode[]): Identifier[] =>
  nodes.map((node) => ({ text: node.text.trim(), scheme: node.attributes.schemeID ?? '' }))

const readParty = (party: XmlNode | undefined): InvoiceParty => {
  const address = children(party, 'PostalAddress')[0]
  const contact = children(party, 'Contact')[0]
  const vat = children(party, 'PartyTaxScheme').find((scheme) => textOf(scheme, 'TaxScheme', 'ID') === 'VAT')
  const endpoint = children(party, 'EndpointID').find(({ attributes }) => attributes.schemeID === 'EM')
  return partyOf({
    name: firstOf(party, 'PartyLegalEntity/RegistrationName', 'PartyName/Name').text,
    legal: identifiers(select(party, 'PartyLegalEntity/CompanyID')),
    others: identifiers(select(party, 'PartyIdentification/ID')),
    vat: textOf(vat, 'CompanyID'),
    lines: [
      textOf(address, 'StreetName'),
      textOf(address, 'AdditionalStreetName'),
      ...select(address, 'AddressLine/Line').map(({ text }) => text.trim()),
    ],
    postalCode: textOf(address, 'PostalZone'),
    city: textOf(address, 'CityName'),
    country: textOf(address, 'Country', 'IdentificationCode'),
    email: textOf(contact, 'ElectronicMail') || (endpoint?.text.trim() ?? ''),
    contact: textOf(contact, 'Name'),
    phone: textOf(contact, 'Telephone'),
  })
}

/** The VAT may stand twice, once more in the currency of the accounts (BT-111). */
const taxIn = (root: XmlNode, currency: string): Found | null => {
  const totals = select(root, 'TaxTotal/TaxAmount').filter(({ text }) => text !== '')
  const own = totals.find(({ attributes }) => attributes.currencyID === currency)
  return own ? foundIn(own) : null
}

// A free text may begin with its subject code between hashes (EN 16931, BT-21 in UBL).
const noteOf = (text: string): { code: string; text: string } => {
  const [, code = '', rest = text] = /^#([A-Z]{3})#([\s\S]*)$/.exec(text) ?? []
  return { code, text: rest.trim() }
}

export const readUbl = (root: XmlNode): RawInvoice => {
  const tree = withinNamespaces(root, NAMESPACES)
  const creditNote = root.name === 'CreditNote'
  const totals = children(tree, 'LegalMonetaryTotal')[0]
  const currency = find(tree, 'DocumentCurrencyCode')
  const gross = children(totals, 'TaxInclusiveAmount')[0]
  const terms = children(tree, 'PaymentTerms')
  const none = find(tree, 'Amount')
  const [dueDate] = children(tree, 'DueDate')
  const instalments = terms
    .map((node) => ({
      due: firstOf(node, 'InstallmentDueDate', 'PaymentDueDate'),
      amount: find(node, 'Amount'),
      discounted: textOf(node, 'SettlementDiscountPercent') !== '',
    }))
    .filter(({ due }) => due.text !== '')
  const single = [...(dueDate ? [dueDate] : []), ...select(tree, 'PaymentMeans/PaymentDueDate')]
  const typeCode = find(tree, creditNote ? 'CreditNoteTypeCode' : 'InvoiceTypeCode')
  const delivered = find(tree, 'Delivery/ActualDeliveryDate')
  const line = creditNote ? 'CreditNoteLine' : 'InvoiceLine'
  return {
    syntax: 'ubl',
    profile: textAt(tree, 'CustomizationID'),
    number: find(tree, 'ID'),
    // Optional in UBL itself, where the root says as much.
    typeCode: typeCode.text ? typeCode : { ...typeCode, text: creditNote ? '381' : '380' },
    creditNote,
    issued: find(tree, 'IssueDate'),
    delivered: delivered.text ? delivered : find(tree, 'InvoicePeriod/EndDate'),
    currency,
    totalCurrency: { ...foundIn(gross), text: gross?.attributes.currencyID ?? '' },
    seller: readParty(select(tree, 'AccountingSupplierParty/Party')[0]),
    buyer: readParty(select(tree, 'AccountingCustomerParty/Party')[0]),
    totals: {
      lines: findOrNull(totals, 'LineExtensionAmount'),
      allowances: findOrNull(totals, 'AllowanceTotalAmount'),
      charges: findOrNull(totals, 'ChargeTotalAmount'),
      net: findOrNull(totals, 'TaxExclusiveAmount'),
      tax: taxIn(tree, currency.text),
      gross: findOrNull(totals, 'TaxInclusiveAmount'),
      prepaid: findOrNull(totals, 'PrepaidAmount'),
      rounding: findOrNull(totals, 'PayableRoundingAmount'),
      payable: findOrNull(totals, 'PayableAmount'),
    },
    dues:
      instalments.length > 0
        ? instalments
        : single.map((node) => ({ due: foundIn(node), amount: none, discounted: false })),
    terms: select(tree, 'PaymentTerms/Note')
      .map(({ text }) => text.trim())
      .filter(Boolean)
      .join('\n'),
    preceding: [
      ...select(tree, 'BillingReference/InvoiceDocumentReference'),
      ...select(tree, `${line}/BillingReference/InvoiceDocumentReference`),
    ].map((node) => ({ number: find(node, 'ID'), issued: find(node, 'IssueDate') })),
    order: textAt(tree, 'OrderReference/ID'),
    contract: textAt(tree, 'ContractDocumentReference/ID'),
    buyerReference: textAt(tree, 'BuyerReference'),
    deliveryNote: textAt(tree, 'DespatchDocumentReference/ID'),
    paymentReference: textAt(tree, 'PaymentMeans/PaymentID'),
    iban: textAt(tree, 'PaymentMeans/PayeeFinancialAccount/ID'),
    paymentMeans: textAt(tree, 'PaymentMeans/PaymentMeansCode'),
    notes: children(tree, 'Note').map(({ text }) => noteOf(text.trim())),
  }
}
