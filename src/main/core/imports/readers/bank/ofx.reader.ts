import { isDay } from '../../../kernel/day.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { fold } from '../../../kernel/text.ts'
import type { ReadOptions, Source } from '../source.ts'
import { bankText } from './bank.text.ts'
import { kindOf, kindOfOfxType } from './kinds.ts'
import { type OfxToken, ofxTokens } from './ofx.tokens.ts'
import type { StatementWriter } from './statement.writer.ts'
import { accountOf, joined, meaningful, plainAmount } from './values.ts'

const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS'])
const ACCOUNTS = new Set(['BANKACCTFROM', 'CCACCTFROM'])
// Aggregates whose values would be taken for the statement's or the movement's own.
const ASIDE = new Set([
  'AVAILBAL',
  'BALLIST',
  'PAYEE',
  'BANKACCTTO',
  'CCACCTTO',
  'ORIGCURRENCY',
  'CURRENCY',
  'BANKTRANLISTP',
])

type Values = Record<string, string>
type Aggregate = { name: string; line: number; values: Values; aside: Record<string, Values> }

// More than an aggregate may hold; the rest is dropped.
const MAX_VALUES = 100

const keep = (values: Values, name: string, text: string): void => {
  if (values[name] === undefined && Object.keys(values).length < MAX_VALUES) values[name] = text
}

/** `20090401122017.000[-5:EST]` by its day, in the bank's own time; empty where there is none. */
const dayOf = (text: string | undefined): string => {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(text ?? '')
  return match ? `${match[1]}-${match[2]}-${match[3]}` : (text ?? '')
}

const amountOf = (text: string, currency: string) =>
  plainAmount(/^[+-]?\d*,\d*$/.test(text) ? text.replace(',', '.') : text, currency)

const accountIn = ({ BANKID = '', BRANCHID = '', ACCTID = '' }: Values): string => {
  // As France names an account: bank, branch and eleven characters.
  const french = /^\d{5}$/.test(BANKID) && /^\d{5}$/.test(BRANCHID) && /^[A-Z\d]{11}$/i.test(ACCTID)
  return accountOf(french ? BANKID + BRANCHID + ACCTID : ACCTID)
}

const textOf = (name: string, memo: string): string =>
  fold(memo).includes(fold(name)) ? joined(memo) : joined(name, memo)

const createReader = (writer: StatementWriter, homeCurrency: string) => {
  let statement: Values | null = null
  let open: Aggregate | null = null
  let aside: string | null = null
  let lastLine = 1

  const movement = ({ line, values, aside: others }: Aggregate): void => {
    const currency = writer.head()?.currency ?? homeCurrency
    const amount = amountOf(values.TRNAMT ?? '', currency)
    const booked = dayOf(values.DTPOSTED)
    const available = dayOf(values.DTAVAIL)
    if (!isDay(booked)) writer.refuse(line, 'DTPOSTED', values.DTPOSTED ?? '', booked === '' ? 'missing' : 'date')
    if (typeof amount !== 'number')
      writer.refuse(line, 'TRNAMT', values.TRNAMT ?? '', values.TRNAMT === undefined ? 'missing' : amount)
    if (!isDay(booked) || typeof amount !== 'number') return
    const name = others.PAYEE?.NAME ?? values.EXTDNAME ?? values.NAME ?? ''
    const code = values.TRNTYPE ?? ''
    writer.line({
      line,
      booked,
      valued: isDay(available) ? available : null,
      amount,
      kind: kindOf(kindOfOfxType(code), joined(values.NAME ?? '', values.MEMO ?? ''), amount),
      party: joined(name),
      partyAccount: accountOf(others.BANKACCTTO?.ACCTID ?? ''),
      text: textOf(name, values.MEMO ?? ''),
      reference: meaningful(values.CHECKNUM ?? '') || meaningful(values.REFNUM ?? ''),
      creditorReference: '',
      documents: [],
      bankReference: values.FITID ?? '',
      code,
      returnReason: '',
      original: null,
      detail: 0,
    })
  }
  const balance = ({ line, values }: Aggregate) => {
    const text = values.BALAMT ?? ''
    const amount = amountOf(text, writer.head()?.currency ?? homeCurrency)
    if (typeof amount !== 'number') return writer.refuse(line, 'BALAMT', text, amount)
    const day = dayOf(values.DTASOF)
    writer.close({ day: isDay(day) ? day : null, amount })
  }
  const commit = (): void => {
    const done = open
    open = null
    aside = null
    if (!done || !statement) return
    if (done.name === 'STMTTRN') movement(done)
    else if (done.name === 'LEDGERBAL') balance(done)
    else writer.describe({ account: accountIn(done.values) })
  }
  const isAggregate = (name: string): boolean => name === 'STMTTRN' || name === 'LEDGERBAL' || ACCOUNTS.has(name)

  const end = (): void => {
    commit()
    if (!statement) return
    writer.end()
    statement = null
  }
  const begin = (line: number): void => {
    if (statement) {
      commit()
      writer.refuse(line, '', '', 'statement-order')
    }
    end()
    statement = {}
    writer.begin({ line, account: '', currency: homeCurrency, number: '' })
  }

  const value = (name: string, text: string) => {
    if (aside !== null) {
      if (!open) return
      open.aside[aside] ??= {}
      keep(open.aside[aside] ?? {}, name, text)
      return
    }
    if (open) {
      keep(open.values, name, text)
      return
    }
    if (!statement) return
    if (name === 'CURDEF' && /^[A-Z]{3}$/.test(text)) writer.describe({ currency: text })
    if (name === 'DTSTART' || name === 'DTEND') {
      statement[name] = dayOf(text)
      writer.describe({ number: [statement.DTSTART, statement.DTEND].filter((day) => day !== undefined).join('/') })
    }
  }

  return {
    take({ name, close, text, line }: OfxToken) {
      lastLine = line
      if (close) {
        if (name === aside) aside = null
        else if (name === open?.name) commit()
        else if (STATEMENTS.has(name)) end()
        return
      }
      if (text !== '') return value(name, text)
      if (STATEMENTS.has(name)) return begin(line)
      if (statement && isAggregate(name)) {
        commit()
        open = { name, line, values: {}, aside: {} }
      } else if (statement && name === 'STMTTRNP') writer.notBooked()
      else if (ASIDE.has(name)) aside = name
    },
    end(): void {
      // What is open of a cut file may be half a movement.
      open = null
      if (statement) writer.refuse(lastLine, '', '', 'truncated')
      end()
    },
  }
}

/** Reads OFX 1 and 2, bank and card accounts. Throws `import.format-unknown` without an `<OFX>` tag, `import.unreadable` as XML does. */
export async function* readOfx(
  source: Source,
  writer: StatementWriter,
  options: ReadOptions & { currency: string },
): AsyncGenerator<void> {
  const reader = createReader(writer, options.currency)
  let known = false
  for await (const tokens of ofxTokens(bankText(source, writer, options))) {
    for (const token of tokens) {
      known ||= token.name === 'OFX'
      if (known) reader.take(token)
    }
    yield
  }
  if (!known) throw new Refusal('import.format-unknown', 'The file has no OFX tag', { file: source.name })
  reader.end()
}
