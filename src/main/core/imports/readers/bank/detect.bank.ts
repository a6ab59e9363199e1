import { isUtf8 } from 'node:buffer'
import type { BankFormat } from '../../../bank/statement.model.ts'
import { detectSeparator, type Separator } from '../sniff.ts'
import { completeLength } from '../utf8.ts'
import { isBankHeader } from './bank-csv.headers.ts'
import { isCfonb240 } from './cfonb.reader.ts'

const HEAD = 16 * 1024

const textOf = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD))
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le')
  // Latin-1 for every other table: of its accents only those of headers matter.
  return head.toString(isUtf8(head.subarray(0, completeLength(head))) ? 'utf8' : 'latin1')
}

const CAMT = /<(?:[\w.-]+:)?(?:BkToCstmrStmt|BkToCstmrDbtCdtNtfctn|BkToCstmrAcctRpt)\b|:camt\.05[234]\.001\./
const OFX = /^\s*OFXHEADER\s*:|^\s*<\?OFX\b|^\s*<OFX>/im
const QIF = /^\s*!(?:type|account|option|clear)\b/i
const MT940 = /^\s*:(?:60[FM]:[CD]\d{6}[A-Z]{3}|61:\d{6}|25:|28C?:\d|34F:[A-Z]{3})/m
const CFONB120 = /^0[1457][\dA-Z]{5}.{4}[\dA-Z]{5}[A-Z]{3}[\d ].[\dA-Z ]{11}/

const isTable = (lines: readonly string[], separator: Separator): boolean =>
  lines.some((line) => isBankHeader(line.split(separator).map((cell) => cell.replace(/^\s*"|"\s*$/g, ''))))

/**
 * Recognises a bank file by its beginning: bytes or text, a few thousand are enough. `camt` includes CAMT.052 and
 * `cfonb120` CFONB 240, whose reading refuses them with a reason of their own. `bank-csv` is a weak guess, by the names of
 * the columns: whatever else knows the table better comes first. Null when it is none.
 */
export const detectBankFormat = (head: Uint8Array | string): BankFormat | null => {
  const text = (typeof head === 'string' ? head.slice(0, HEAD) : textOf(head)).replace(/^\uFEFF/, '')
  if (/^\s*</.test(text) && CAMT.test(text)) return 'camt'
  if (OFX.test(text)) return 'ofx'
  if (/^\s*</.test(text)) return null
  if (QIF.test(text)) return 'qif'
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const [first = ''] = lines
  if (CFONB120.test(first) || isCfonb240(first)) return 'cfonb120'
  if (MT940.test(text) && (/^\s*:20:/m.test(text) || /^\s*:6[0-2][FM]?:/m.test(text))) return 'mt940'
  const separator = detectSeparator(lines.slice(0, 60))
  return separator && isTable(lines.slice(0, 40), separator) ? 'bank-csv' : null
}
