import type { BankLineKind, StatementLine } from '../../../bank/statement.model.ts'
import { isDay } from '../../../kernel/day.ts'
import type { Minor } from '../../../kernel/money.ts'
import { child, children, textOf, type XmlNode } from '../xml.nodes.ts'
import { kindOf, kindOfCfonbCode, kindOfIsoCode } from './kinds.ts'
import type { StatementWriter } from './statement.writer.ts'
import { accountOf, joined, meaningful, plainAmount } from './values.ts'

// A remittance is cut into pieces of exactly this length, wherever that falls in a word.
const FULL_PIECE = 140

const joinUnstructured = (pieces: readonly string[]): string =>
  pieces
    .reduce((text, piece, i) => text + (i > 0 && pieces[i - 1]?.length !== FULL_PIECE ? ' ' : '') + piece, '')
    .trim()

/** The day of `<Dt>` or `<DtTm>`, in the bank's own time: no zone is applied. Empty where there is none. */
export const dayOf = (date: XmlNode | undefined): string =>
  (textOf(date, 'Dt') || textOf(date, 'DtTm') || (date?.text.trim() ?? '')).slice(0, 10)

const signOf = (node: XmlNode | undefined, otherwise: 1 | -1): 1 | -1 => {
  const side = textOf(node, 'CdtDbtInd')
  return side === 'DBIT' ? -1 : side === 'CRDT' ? 1 : otherwise
}

type Party = { name: string; account: string }

const partyOf = (parties: XmlNode | undefined, role: 'Dbtr' | 'Cdtr'): Party => {
  const nameOf = (node: XmlNode | undefined): string =>
    textOf(node, 'Nm') || textOf(node, 'Pty', 'Nm') || textOf(node, 'Agt', 'FinInstnId', 'Nm')
  const account = child(parties, `${role}Acct`, 'Id')
  return {
    name: nameOf(child(parties, role)) || nameOf(child(parties, `Ultmt${role}`)),
    account: accountOf(textOf(account, 'IBAN') || textOf(account, 'Othr', 'Id')),
  }
}

// What comes back keeps the parties of the movement that it undoes, at most banks.
const counterparty = (parties: XmlNode | undefined, amount: Minor, kind: BankLineKind, own: string): Party => {
  const payer = partyOf(parties, 'Dbtr')
  const payee = partyOf(parties, 'Cdtr')
  const byDirection = amount >= 0 ? payer : payee
  if (kind !== 'return') return byDirection
  const undone = amount >= 0 ? payee : payer
  const known = (undone.name !== '' || undone.account !== '') && (undone.account === '' || undone.account !== own)
  return known ? undone : byDirection
}

type Code = { code: string; kind: BankLineKind | null }

const codeOf = (node: XmlNode | undefined): Code => {
  const domain = child(node, 'Domn')
  const [family, subFamily] = [textOf(domain, 'Fmly', 'Cd'), textOf(domain, 'Fmly', 'SubFmlyCd')]
  const proprietary = textOf(node, 'Prtry', 'Cd')
  const kind =
    kindOfIsoCode(family, subFamily) ??
    (/cfonb/i.test(textOf(node, 'Prtry', 'Issr')) ? kindOfCfonbCode(proprietary.slice(-2)) : null)
  const structured = [textOf(domain, 'Cd'), family, subFamily].filter((part) => part !== '' && part !== '*')
  return { code: structured.length === 3 ? structured.join('/') : proprietary || structured.join('/'), kind }
}

const remittanceOf = (details: readonly XmlNode[]): Pick<StatementLine, 'text' | 'creditorReference' | 'documents'> => {
  const remittances = details.map((detail) => child(detail, 'RmtInf'))
  const structured = remittances.flatMap((one) => children(one, 'Strd'))
  const references = structured.map((one) => textOf(one, 'CdtrRefInf', 'Ref')).filter((text) => text !== '')
  const numbers = structured.flatMap((one) => children(one, 'RfrdDocInf').map((document) => textOf(document, 'Nb')))
  return {
    text: joined(
      ...remittances.map((one) => joinUnstructured(children(one, 'Ustrd').map(({ text }) => text))),
      ...structured.flatMap((one) => children(one, 'AddtlRmtInf').map(({ text }) => text)),
    ),
    creditorReference: references[0] ?? '',
    documents: [...new Set([...numbers.filter((text) => text !== ''), ...references.slice(1)])],
  }
}

const originalOf = (detail: XmlNode | undefined, currency: string, sign: 1 | -1): StatementLine['original'] => {
  const node = child(detail, 'AmtDtls', 'InstdAmt', 'Amt') ?? child(detail, 'AmtDtls', 'TxAmt', 'Amt')
  const ordered = node?.attributes.Ccy ?? ''
  if (!node || !/^[A-Z]{3}$/.test(ordered) || ordered === currency) return null
  const amount = plainAmount(node.text, ordered)
  return typeof amount === 'number' ? { amount: sign * amount, currency: ordered } : null
}

type Entry = { node: XmlNode; booked: string; valued: string | null; currency: string; code: Code; own: string }

const lineOf = (
  { node, booked, valued, currency, code: entryCode, own }: Entry,
  details: readonly XmlNode[],
  amount: Minor,
  detail: number,
): StatementLine => {
  const one = details.length === 1 ? details[0] : undefined
  const refs = child(one, 'Refs')
  const ownCode = codeOf(child(one, 'BkTxCd'))
  const { code, kind: coded } = ownCode.code === '' ? entryCode : ownCode
  const returned = details.map((some) => child(some, 'RtrInf')).find((info) => info !== undefined)
  const reversed = /^(?:true|1)$/.test(textOf(node, 'RvslInd'))
  const label = textOf(one, 'AddtlTxInf') || textOf(node, 'AddtlNtryInf')
  const kind = kindOf(returned || reversed ? 'return' : (coded ?? entryCode.kind), label, amount)
  const party = counterparty(child(one, 'RltdPties'), amount, kind, own)
  const remittance = remittanceOf(details)
  const returnReason = textOf(returned, 'Rsn', 'Cd') || textOf(returned, 'Rsn', 'Prtry') || textOf(returned, 'AddtlInf')
  return {
    line: one && detail > 0 ? one.line : node.line,
    booked,
    valued,
    amount,
    kind,
    party: party.name,
    partyAccount: party.account,
    ...remittance,
    text: remittance.text || joined(label),
    reference: meaningful(textOf(refs, 'EndToEndId')) || textOf(refs, 'ChqNb') || meaningful(textOf(refs, 'InstrId')),
    bankReference: textOf(refs, 'AcctSvcrRef') || textOf(node, 'AcctSvcrRef') || textOf(node, 'NtryRef'),
    code,
    returnReason,
    original: originalOf(one, currency, amount < 0 ? -1 : 1),
    detail,
  }
}

const amountNodeOf = (detail: XmlNode): XmlNode | undefined =>
  child(detail, 'Amt') ?? child(detail, 'AmtDtls', 'TxAmt', 'Amt') ?? child(detail, 'AmtDtls', 'InstdAmt', 'Amt')

/** The signed amounts of the details where each is in the entry's currency; else as far as they are. */
const detailAmounts = (details: readonly XmlNode[], currency: string, sign: 1 | -1) => {
  const amounts = details.map((detail) => {
    const node = amountNodeOf(detail)
    const amount = node?.attributes.Ccy === currency ? plainAmount(node.text, currency) : null
    return typeof amount === 'number' ? signOf(detail, sign) * amount : null
  })
  return { amounts, sum: amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0) }
}

/**
 * Gives the writer the lines of one `Ntry`: one for the entry, or one for each of its details where they add up to it.
 * What cannot be read is refused with its line; what is not booked is only counted.
 */
export const readEntry = (node: XmlNode, writer: StatementWriter, home: string) => {
  const status = textOf(node, 'Sts', 'Cd') || textOf(node, 'Sts', 'Prtry') || textOf(node, 'Sts')
  if (status !== '' && status !== 'BOOK') return writer.notBooked()
  const amountNode = child(node, 'Amt')
  if (!amountNode) return writer.refuse(node.line, 'Amt', '', 'missing')
  const currency = amountNode.attributes.Ccy ?? home
  if (currency !== home) return writer.refuse(node.line, 'Ccy', currency, 'currency')
  const absolute = plainAmount(amountNode.text, currency)
  if (typeof absolute !== 'number') return writer.refuse(amountNode.line, 'Amt', amountNode.text.trim(), absolute)
  const side = textOf(node, 'CdtDbtInd')
  if (side !== 'CRDT' && side !== 'DBIT') return writer.refuse(node.line, 'CdtDbtInd', side, 'sense')
  const valued = dayOf(child(node, 'ValDt'))
  if (valued !== '' && !isDay(valued)) return writer.refuse(node.line, 'ValDt', valued, 'date')
  const booked = dayOf(child(node, 'BookgDt')) || valued
  if (!isDay(booked)) return writer.refuse(node.line, 'BookgDt', booked, booked === '' ? 'missing' : 'date')

  const sign = side === 'DBIT' ? -1 : 1
  const amount = sign * absolute + 0
  const own = writer.head()?.account ?? ''
  const code = codeOf(child(node, 'BkTxCd'))
  const entry: Entry = { node, booked, valued: valued || null, currency, code, own }
  const details = children(node, 'NtryDtls').flatMap((group) => children(group, 'TxDtls'))
  if (details.length > 1) {
    const { amounts, sum } = detailAmounts(details, currency, sign)
    if (sum === amount && amounts.every((one) => one !== null)) {
      details.forEach((detail, i) => {
        writer.line(lineOf(entry, [detail], amounts[i] ?? 0, i + 1))
      })
      return
    }
    writer.batchDiffers(node.line, amount - sum)
  }
  writer.line(lineOf(entry, details, amount, 0))
}
