import type { BankLineKind, StatementLine } from '../../../bank/statement.model.ts'
import { kindOfGermanCode } from './kinds.ts'
import { accountOf, joined, meaningful } from './values.ts'

/** What field 86 says of a movement; `kind` where its code tells. */
export type SwiftInfo = Pick<
  StatementLine,
  'party' | 'partyAccount' | 'text' | 'reference' | 'creditorReference' | 'returnReason'
> & { kind: BankLineKind | null; label: string }

const nothing: SwiftInfo = {
  party: '',
  partyAccount: '',
  text: '',
  reference: '',
  creditorReference: '',
  returnReason: '',
  kind: null,
  label: '',
}

// Pieces as long as their field may be were cut wherever that fell; a number so, one character earlier at some banks.
const isCut = (before: string, after: string, full: number): boolean =>
  before.length >= full || (before.length === full - 1 && /\d$/.test(before) && /^\d/.test(after))

const joinCut = (pieces: readonly string[], full: number): string =>
  pieces
    .reduce((text, piece, i) => text + (i > 0 && !isCut(pieces[i - 1] ?? '', piece, full) ? ' ' : '') + piece, '')
    .replace(/\s+/g, ' ')
    .trim()

const LINE_WIDTH = 65
const GERMAN_WIDTH = 27
const GERMAN = /^(\d{3})\s*([?>@|])(?=\d{2})/
const GERMAN_KEYWORD = /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|RREF|RCMT)\+/

/** By keyword the text that follows it, up to the next; '' holds what stands before the first. */
const byKeyword = (text: string, keyword: RegExp): Map<string, string> => {
  const parts = text.split(new RegExp(keyword, 'g'))
  const found = new Map([['', parts[0] ?? '']])
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i] ?? ''
    if (!found.has(name)) found.set(name, (parts[i + 1] ?? '').trim())
  }
  return found
}

const german = (text: string, code: string, separator: string): SwiftInfo => {
  const fields = text
    .slice(text.indexOf(separator))
    .split(new RegExp(`\\${separator}(?=\\d{2})`))
    .slice(1)
    .map((field) => ({ number: Number(field.slice(0, 2)), content: field.slice(2) }))
  const of = (...numbers: number[]) => fields.filter(({ number }) => numbers.includes(number)).map((one) => one.content)
  const remittance = fields
    .filter(({ number }) => (number >= 20 && number <= 29) || (number >= 60 && number <= 63))
    .map(({ content }) => content)
  const said = byKeyword(joinCut(remittance, GERMAN_WIDTH), GERMAN_KEYWORD)
  const kind = kindOfGermanCode(code)
  const extension = of(34)[0]?.trim() ?? ''
  return {
    party: joinCut(of(32, 33), GERMAN_WIDTH),
    partyAccount: accountOf(of(31)[0] ?? '') || accountOf(said.get('IBAN') ?? ''),
    text: said.get('SVWZ') || (said.get('') ?? '').trim(),
    reference: meaningful(said.get('EREF') ?? '') || meaningful(said.get('KREF') ?? ''),
    creditorReference: '',
    returnReason: kind === 'return' && !/^0*$/.test(extension) ? extension : '',
    kind,
    label: joined(...of(0)),
  }
}

const SLASHED =
  /\/(TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|KREF|PREF|CREF|IREF|ORDP|BENM|CNTP|CSID|MARF|PURP|ISDT|RTRN|ULTC|ULTD|ULTB|ADDR|SVCL|OCMT|NRTX|CDTRREFTP|CDTRREF|CD)(?=\/)/

const cleaned = (text: string | undefined): string => (text ?? '').replace(/^\/+|\/+$/g, '').trim()

const slashed = (text: string): SwiftInfo => {
  const said = byKeyword(text, SLASHED)
  const remittance = cleaned(said.get('REMI'))
  // ING: /CNTP/account/BIC/name/city
  const [account = '', , name = ''] = cleaned(said.get('CNTP')).split('/')
  const structured = /^STRD\/(?:[A-Z]{3}\/)?(.+)$/.exec(remittance)
  const returnReason = cleaned(said.get('RTRN'))
  return {
    party: joined(cleaned(said.get('NAME')) || name),
    partyAccount: accountOf(cleaned(said.get('IBAN')) || account),
    text: joined(remittance.replace(/^(?:USTD|STRD)\/+/, '') || cleaned(said.get(''))),
    reference: meaningful(cleaned(said.get('EREF'))),
    creditorReference: structured?.[1] ?? cleaned(said.get('CDTRREF')),
    returnReason,
    kind: returnReason === '' ? null : 'return',
    label: cleaned(said.get('TRTP')),
  }
}

/** Reads field 86 from its lines: German subfields (`?20`), keywords between slashes (`/EREF/`), or free text. */
export const parseInfo = (lines: readonly string[]): SwiftInfo => {
  const whole = lines.join('')
  const code = GERMAN.exec(whole)
  if (code) return german(whole, code[1] ?? '', code[2] ?? '?')
  if (SLASHED.test(whole)) return slashed(whole)
  const text = joinCut(lines, LINE_WIDTH)
  return { ...nothing, text, label: text }
}
