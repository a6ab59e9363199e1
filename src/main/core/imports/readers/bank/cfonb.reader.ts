import { Refusal } from '../../../kernel/errors.ts'
import type { ReadOptions, Source } from '../source.ts'
import { bankText } from './bank.text.ts'
import { addComplement, type Complements, movementOf } from './cfonb.movement.ts'
import { at, type CfonbRecord, cfonbAmount, cfonbDay, recordsOf } from './cfonb.record.ts'
import type { StatementWriter, ToldBalance } from './statement.writer.ts'

/** A CFONB 240 file lists operations (orders, drafts), not the movements of an account. */
export const isCfonb240 = (line: string): boolean => /^3[149]\d{14}[A-Z ]/.test(line)

// Records that are none of the four: after so many without a good one, the file is something else.
const PATIENCE = 100

// Bank and branch are mistyped in records of real files; the account is not.
const accountIn = (record: CfonbRecord): string => at(record, 22, 32)
const excerpt = ({ text }: CfonbRecord): string => text.trimEnd()

const createReader = (writer: StatementWriter) => {
  let account: string | null = null
  let lastLine = 1
  let transcodedTold = false
  let pending: { record: CfonbRecord; complements: Complements; values: Parameters<typeof movementOf>[2] } | null = null
  /** Whether complements have a movement above them, taken or refused. */
  let afterMovement = false

  const commit = (): void => {
    if (pending) writer.line(movementOf(pending.record, pending.complements, pending.values))
    pending = null
  }
  const amountOf = (record: CfonbRecord, currency: string): number | null => {
    const read = cfonbAmount(at(record, 91, 104), at(record, 20), currency)
    if (typeof read === 'string') {
      writer.refuse(record.line, 'amount', at(record, 91, 104).trim(), read)
      return null
    }
    if (read.transcoded && !transcodedTold) {
      transcodedTold = true
      writer.warn({ line: record.line, code: 'by-convention', message: 'Signs of amounts came as accents' })
    }
    return read.amount
  }
  const currencyOf = (record: CfonbRecord): string | null => {
    const currency = at(record, 17, 19)
    if (/^[A-Z]{3}$/.test(currency)) return currency
    writer.refuse(record.line, 'currency', currency, 'currency')
    return null
  }
  const isCut = (record: CfonbRecord): boolean => {
    if (record.length > 90) return false
    writer.refuse(record.line, '', excerpt(record), 'truncated')
    return true
  }
  const balanceOf = (record: CfonbRecord): ToldBalance | null => {
    const amount = amountOf(record, writer.head()?.currency ?? '')
    const day = cfonbDay(at(record, 35, 40))
    if (!day) writer.refuse(record.line, 'date', at(record, 35, 40).trim(), 'date')
    return amount === null ? null : { day, amount }
  }

  const begin = (record: CfonbRecord): void => {
    commit()
    afterMovement = false
    if (account !== null) {
      writer.refuse(record.line, '', excerpt(record), 'statement-order')
      writer.end()
    }
    account = null
    if (isCut(record)) return
    const currency = currencyOf(record)
    if (!currency) return
    account = accountIn(record)
    const digits = `${at(record, 3, 7)}${at(record, 12, 16)}${account}`.replaceAll(' ', '')
    writer.begin({ line: record.line, account: digits, currency, number: '' })
    const balance = balanceOf(record)
    if (balance) writer.open(balance)
  }

  const move = (record: CfonbRecord) => {
    commit()
    afterMovement = true
    if (isCut(record)) return
    if (account === null || accountIn(record) !== account)
      return writer.refuse(record.line, '', excerpt(record), 'outside-statement')
    const currency = currencyOf(record)
    if (!currency) return
    if (currency !== writer.head()?.currency) return writer.refuse(record.line, 'currency', currency, 'currency')
    const booked = cfonbDay(at(record, 35, 40))
    if (!booked) return writer.refuse(record.line, 'date', at(record, 35, 40).trim(), 'date')
    const valueField = at(record, 43, 48).trim()
    const valued = valueField === '' || valueField === '000000' ? null : cfonbDay(valueField)
    if (!valued && valueField !== '' && valueField !== '000000')
      return writer.refuse(record.line, 'value date', valueField, 'date')
    const amount = amountOf(record, currency)
    if (amount === null) return
    pending = { record, complements: new Map(), values: { amount, booked, valued, currency } }
  }

  const complement = (record: CfonbRecord): void => {
    if (pending) addComplement(pending.complements, record)
    else if (!afterMovement) writer.refuse(record.line, '', excerpt(record), 'detail-without-movement')
  }

  const end = (record: CfonbRecord) => {
    commit()
    afterMovement = false
    if (account === null || accountIn(record) !== account)
      return writer.refuse(record.line, '', excerpt(record), 'statement-end')
    if (!isCut(record)) {
      const balance = balanceOf(record)
      if (balance) writer.close(balance)
    }
    writer.end()
    account = null
  }

  const takers: Record<string, (record: CfonbRecord) => void> = { '01': begin, '04': move, '05': complement, '07': end }
  return {
    /** Whether the record was one of the four. */
    take(record: CfonbRecord): boolean {
      lastLine = record.line
      const taker = takers[at(record, 1, 2)]
      if (taker) taker(record)
      else writer.refuse(record.line, '', excerpt(record), 'record')
      return taker !== undefined
    },
    end(): void {
      commit()
      if (account === null) return
      writer.refuse(lastLine, '', '', 'truncated')
      writer.end()
    },
  }
}

/**
 * Reads CFONB 120 statements. Throws `import.cfonb240` for a CFONB 240 file, `import.format-unknown` when it holds no
 * record at all.
 */
export async function* readCfonb(source: Source, writer: StatementWriter, options: ReadOptions): AsyncGenerator<void> {
  const reader = createReader(writer)
  let first = true
  let unknown = 0
  for await (const records of recordsOf(bankText(source, writer, options))) {
    if (first && isCfonb240(records[0]?.text ?? ''))
      throw new Refusal('import.cfonb240', 'CFONB 240 files are no statements', { file: source.name })
    first = false
    for (const record of records) {
      unknown = reader.take(record) ? Number.NEGATIVE_INFINITY : unknown + 1
      if (unknown > PATIENCE)
        throw new Refusal('import.format-unknown', 'The file holds no CFONB record', { file: source.name })
    }
    yield
  }
  reader.end()
}
