import { isValidIBAN } from 'ibantools'
import { Refusal } from '../../../kernel/errors.ts'
import { readLines } from '../lines.ts'
import type { ReadOptions, Source } from '../source.ts'
import { bankText } from './bank.text.ts'
import { kindOf, kindOfSwiftCode } from './kinds.ts'
import { parseInfo } from './mt940.info.ts'
import { entryDay, parseBalance, parseLine, swiftAmount, swiftDay } from './mt940.line.ts'
import type { StatementWriter, ToldBalance } from './statement.writer.ts'
import { accountOf, joined, meaningful } from './values.ts'

type Field = { tag: string; line: number; texts: string[] }

const TAG = /^\s*:(\d{2}[A-Z]?):(.*)$/s
// The blocks that a SWIFT message is wrapped in, up to its text.
const BLOCKS = /^\s*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\s*)*\{4:\s*/
const END = /^-(?:\}|X{3}|\s*$)/

// More lines than any field may have: the rest is dropped.
const MAX_TEXTS = 50

const plainAccount = (text: string): string => {
  const account = accountOf(text)
  // Some banks write the currency behind the IBAN.
  return !isValidIBAN(account) && isValidIBAN(account.slice(0, -3)) ? account.slice(0, -3) : account
}

const createReader = (writer: StatementWriter, homeCurrency: string) => {
  let movement: Field | null = null
  let info: string[] = []
  /** Fields of a message before its statement begins with a balance or a movement. */
  let number = ''
  let account = ''
  let opened = false
  let closed = false
  let interim = false
  let lastLine = 1

  const begin = (line: number, currency: string): void => {
    if (writer.head()) return
    writer.begin({ line, account, currency, number })
  }
  const corrected = (line: number, field: string, text: string): void =>
    writer.warn({
      line,
      code: 'by-convention',
      message: `${text} is no day: the last of the month was read`,
      details: { field, value: text },
    })

  const commit = () => {
    const field = movement
    const texts = info
    movement = null
    info = []
    if (!field) return
    const [first = '', ...supplements] = field.texts
    const read = parseLine(first)
    if (!read) return writer.refuse(field.line, '61', first, 'record')
    if (read.mark === 'EC' || read.mark === 'ED') return writer.notBooked()
    const currency = writer.head()?.currency ?? homeCurrency
    const absolute = swiftAmount(read.amount, currency)
    if (typeof absolute !== 'number') return writer.refuse(field.line, '61', read.amount, absolute)
    const valued = swiftDay(read.valueDate)
    if (!valued) return writer.refuse(field.line, '61', read.valueDate, 'date')
    const booked = read.entryDate === '' ? { day: valued.day, corrected: false } : entryDay(read.entryDate, valued.day)
    if (!booked) return writer.refuse(field.line, '61', read.entryDate, 'date')
    if (valued.corrected) corrected(field.line, '61', read.valueDate)
    if (booked.corrected) corrected(field.line, '61', read.entryDate)
    const amount = (read.mark === 'C' || read.mark === 'RD' ? absolute : -absolute) + 0
    const { kind: told, label, ...said } = parseInfo(texts)
    const undone = read.mark === 'RC' || read.mark === 'RD'
    writer.line({
      ...said,
      line: field.line,
      booked: booked.day,
      valued: valued.day,
      amount,
      kind: kindOf(undone ? 'return' : (told ?? kindOfSwiftCode(read.type)), label, amount),
      text: said.text || joined(...supplements),
      reference: said.reference || meaningful(read.reference),
      documents: [],
      bankReference: meaningful(read.bankReference),
      code: read.type,
      original: null,
      detail: 0,
    })
  }

  const end = (line: number): void => {
    commit()
    if (writer.head()) {
      // An interim report (MT942) has no balances: it may end anywhere.
      if (!closed && !interim) writer.refuse(line, '62', '', 'truncated')
      writer.end()
    }
    number = ''
    account = ''
    opened = false
    closed = false
    interim = false
  }

  const balance = ({ line, texts }: Field, take: (balance: ToldBalance) => void) => {
    const read = parseBalance(texts[0] ?? '')
    if (!read) return writer.refuse(line, '60', texts[0] ?? '', 'record')
    const amount = swiftAmount(read.amount, read.currency)
    if (typeof amount !== 'number') return writer.refuse(line, '60', read.amount, amount)
    const day = swiftDay(read.date)
    if (!day) writer.refuse(line, '60', read.date, 'date')
    else if (day.corrected) corrected(line, '60', read.date)
    take({ day: day?.day ?? null, amount: read.negative ? 0 - amount : amount })
  }

  const opening = (field: Field): void => {
    commit()
    if (opened) {
      writer.refuse(field.line, '60', field.texts[0] ?? '', 'statement-order')
      writer.end()
    }
    begin(field.line, parseBalance(field.texts[0] ?? '')?.currency ?? homeCurrency)
    opened = true
    balance(field, writer.open)
  }
  const closing = (field: Field) => {
    commit()
    if (!writer.head()) return writer.refuse(field.line, '62', field.texts[0] ?? '', 'statement-end')
    closed = true
    balance(field, writer.close)
  }

  const takers: Record<string, (field: Field) => void> = {
    '20': ({ line }) => end(line),
    '25': ({ line, texts }) => {
      if (writer.head()) end(line)
      account = plainAccount(texts[0] ?? '')
    },
    '28': ({ texts }) => {
      number = (texts[0] ?? '').trim()
    },
    '28C': ({ texts }) => {
      number = (texts[0] ?? '').trim()
    },
    '60F': opening,
    '60M': opening,
    '62F': closing,
    '62M': closing,
    '34F': ({ line, texts }) => {
      begin(line, /^[A-Z]{3}/.exec(texts[0] ?? '')?.[0] ?? homeCurrency)
      interim = true
    },
    '61': (field) => {
      commit()
      if (!writer.head()) {
        if (account === '') return writer.refuse(field.line, '61', field.texts[0] ?? '', 'outside-statement')
        begin(field.line, homeCurrency)
      }
      if (closed) return writer.refuse(field.line, '61', field.texts[0] ?? '', 'outside-statement')
      movement = field
    },
    '86': ({ line, texts }) => {
      // Below the closing balance it speaks of the whole statement.
      if (movement && info.length === 0) info = texts
      else if (!closed && !opened && !writer.head())
        writer.refuse(line, '86', texts[0] ?? '', 'detail-without-movement')
    },
  }

  return {
    take(field: Field): void {
      lastLine = field.line
      takers[field.tag]?.(field)
    },
    messageEnd: end,
    end: () => end(lastLine),
  }
}

/**
 * Reads MT940 statements and MT942 interim reports, with or without the blocks around them. Throws
 * `import.format-unknown` when the file holds no field of theirs.
 */
export async function* readMt940(
  source: Source,
  writer: StatementWriter,
  options: ReadOptions & { currency: string },
): AsyncGenerator<void> {
  const reader = createReader(writer, options.currency)
  let field: Field | null = null
  let fields = 0
  const give = (): void => {
    if (field) reader.take(field)
    field = null
  }
  for await (const { first, texts } of readLines(bankText(source, writer, options))) {
    for (const [i, raw] of texts.entries()) {
      const text = raw.replace(BLOCKS, '')
      const tag = TAG.exec(text)
      if (tag) {
        give()
        fields++
        field = { tag: tag[1] ?? '', line: first + i, texts: [(tag[2] ?? '').trimEnd()] }
      } else if (END.test(text)) {
        give()
        reader.messageEnd(first + i)
      } else if (field && text.trim() !== '' && field.texts.length < MAX_TEXTS) field.texts.push(text.trimEnd())
    }
    yield
  }
  give()
  reader.end()
  if (fields === 0) throw new Refusal('import.format-unknown', 'The file holds no SWIFT field', { file: source.name })
}
