import { hash } from 'node:crypto'
import type { Day } from '../../kernel/day.ts'
import type { Minor } from '../../kernel/money.ts'
import type { SupplierLine } from '../../payables/payables.model.ts'
import { createEntryTracker } from './fec.entries.ts'
import {
  type Counterparts,
  isReceivableAccount,
  journalHint,
  kindOf,
  type MovementKind,
  noCounterparts,
  note,
} from './fec.kind.ts'
import type { LedgerLine } from './fec.line.ts'
import { isPayableAccount, notePurchase, supplierKindOf } from './fec.payables.ts'
import { type FecBatch, type FecOptions, readFec } from './fec.reader.ts'
import type { Source } from './source.ts'

/** A line of a ledger that moves what a customer owes. */
export type ReceivableMovement = {
  line: number
  customerCode: string
  customerName: string
  account: string
  journal: string
  entry: string
  booked: Day
  issued: Day
  number: string
  label: string
  /** What the ledger counts in the line's own currency, when it names one; sign as `amount`. */
  foreign: { currency: string; amount: Minor } | null
  /** Debit − credit: positive is owed by the customer, in cents of the ledger's currency. Never zero. */
  amount: Minor
  kind: MovementKind
  lettering: string
  letteringDate: Day | null
  /** Names the same line in another reading, or in a longer export of the same year. */
  sourceKey: string
  /** The issue date is not the document's: an opening balance that only carries its own date. */
  approximate: boolean
}

/** A piece that names a document has a digit above zero: `-`, `[NS]`, `SANS_PIECE_REF`, `RAN`, `0000` name nothing. */
const namesADocument = (text: string): boolean => /[1-9]/.test(text)

/** The document's number: the piece when it names one, else the entry, which often holds it, else the day. */
const numberOf = ({ piece, journal, entry, date }: LedgerLine): string => {
  if (namesADocument(piece)) return piece.replace(/\s+/g, ' ')
  if (!namesADocument(entry)) return `${journal}-${date.replaceAll('-', '')}`
  return entry.startsWith(journal) ? entry : `${journal}-${withoutLeadingZeros(entry)}`
}

const withoutLeadingZeros = (text: string): string => text.replace(/^0+/, '')

/** Tells apart documents that bear the same number, by their entry: some programs number the journal, not the document. */
export const distinctNumber = (number: string, entry: string): string => {
  const short = withoutLeadingZeros(entry)
  return short === '' || number === entry || number.endsWith(`-${short}`) ? number : `${number}-${short}`
}

/**
 * What lettering codes are unique within: an account, a customer, and a year (the fiscal year's first day, or any text
 * that stands for it). Null where the line is not lettered.
 */
export const groupKey = (account: string, customerCode: string, lettering: string, year = ''): string | null =>
  lettering === '' ? null : `${account}\u0001${customerCode}\u0001${lettering}\u0001${year}`

const issuedOn = (line: LedgerLine, kind: MovementKind): Day => {
  // A receipt counts when it is booked; its piece is often the invoice that it pays.
  if (kind === 'payment' || !line.pieceDate || line.pieceDate > line.date) return line.date
  return line.pieceDate
}

/** Gives each line a key that another reading of it will give again; equal lines are told apart by their order. */
const createSourceKeys = () => {
  // Only counts per 52-bit prefix are kept: some tens of bytes for a line, whatever its texts.
  const seen = new Map<number, number>()
  return (line: LedgerLine, amount: Minor): string => {
    const { journal, entry, date, account, auxiliary, piece, label } = line
    const digest = hash(
      'sha256',
      [journal, entry, date, account, auxiliary, piece, label, amount].join('\u0001'),
      'hex',
    )
    const prefix = Number.parseInt(digest.slice(0, 13), 16)
    const before = seen.get(prefix) ?? 0
    seen.set(prefix, before + 1)
    return before === 0 ? digest.slice(0, 32) : `${digest.slice(0, 32)}-${before}`
  }
}

/** A real copy: a string cut out of a file keeps the piece it was cut from in memory. */
const createInterner = () => {
  const known = new Map<string, string>()
  return (text: string): string => {
    const found = known.get(text)
    if (found !== undefined) return found
    const copy = Buffer.from(text).toString()
    known.set(copy, copy)
    return copy
  }
}

type Kept = { line: LedgerLine; sourceKey: string }
type Gathered = { lines: Kept[]; payables: Kept[]; against: Counterparts }

/**
 * Turns ledger lines into movements of customers, and of suppliers, as their entries close. Codes, names and accounts are
 * real copies.
 */
export const createReceivableCollector = () => {
  const copyOf = createInterner()
  const sourceKeyOf = createSourceKeys()
  let movements: ReceivableMovement[] = []
  let supplierLines: SupplierLine[] = []

  const movementOf = (
    line: LedgerLine,
    sourceKey: string,
    against: Counterparts,
    unbalanced: boolean,
  ): ReceivableMovement => {
    const amount = line.debit - line.credit
    const told = against.revenue || against.bank || against.vat
    const kind = kindOf(line, amount, against, !told || unbalanced ? journalHint(line) : null)
    const code = copyOf(line.auxiliary || line.account)
    const foreign = line.currency !== '' && line.currencyAmount !== null
    return {
      line: line.line,
      customerCode: code,
      customerName: copyOf((line.auxiliary ? line.auxiliaryLabel : line.auxiliaryLabel || line.accountLabel) || code),
      account: copyOf(line.account),
      journal: copyOf(line.journal),
      entry: line.entry,
      booked: line.date,
      issued: issuedOn(line, kind),
      number: numberOf(line),
      label: line.label,
      foreign: foreign
        ? { currency: line.currency, amount: Math.sign(amount) * Math.abs(line.currencyAmount ?? 0) }
        : null,
      amount,
      kind,
      lettering: line.lettering,
      letteringDate: line.letteringDate,
      sourceKey,
      approximate: kind === 'opening' && (!line.pieceDate || line.pieceDate >= line.date),
    }
  }

  const supplierLineOf = ({ line, sourceKey }: Kept, against: Counterparts, balanced: boolean): SupplierLine => {
    const amount = line.credit - line.debit
    const code = copyOf(line.auxiliary || line.account)
    return {
      supplierCode: code,
      supplierName: copyOf((line.auxiliary ? line.auxiliaryLabel : line.auxiliaryLabel || line.accountLabel) || code),
      account: copyOf(line.account),
      kind: supplierKindOf(line, amount, against, balanced),
      number: numberOf(line),
      booked: line.date,
      amount,
      lettering: line.lettering,
      letteringDate: line.letteringDate,
      sourceKey,
    }
  }

  const entries = createEntryTracker<LedgerLine, Gathered>({
    start: () => ({ lines: [], payables: [], against: noCounterparts() }),
    add: (gathered, line) => {
      const receivable = isReceivableAccount(line.account)
      const payable = !receivable && isPayableAccount(line.account)
      if (!receivable && !payable) {
        note(gathered.against, line)
        notePurchase(gathered.against, line)
      } else if (line.debit !== line.credit) {
        const kept = { line, sourceKey: sourceKeyOf(line, line.debit - line.credit) }
        if (receivable) gathered.lines.push(kept)
        else gathered.payables.push(kept)
      }
    },
    close: ({ lines, payables, against }, balance) => {
      for (const { line, sourceKey } of lines) movements.push(movementOf(line, sourceKey, against, balance !== 0))
      for (const kept of payables) supplierLines.push(supplierLineOf(kept, against, balance === 0))
    },
  })

  const taken = () => {
    const batch = movements
    movements = []
    return batch
  }
  return {
    take(lines: readonly LedgerLine[]): ReceivableMovement[] {
      for (const line of lines) entries.add(line)
      return taken()
    },
    end(): ReceivableMovement[] {
      entries.end()
      return taken()
    },
    /** What the entries closed since the last call tell of suppliers. */
    takeSupplierLines(): SupplierLine[] {
      const batch = supplierLines
      supplierLines = []
      return batch
    },
  }
}

export type ReceivableBatch = Omit<FecBatch, 'lines'> & {
  movements: ReceivableMovement[]
  supplierLines: SupplierLine[]
}

const isWanted = (account: string): boolean => isReceivableAccount(account) || isPayableAccount(account)

/** The receivable movements of a FEC and its supplier lines, in batches, with what `readFec` says of the lines; throws what it throws. */
export async function* readFecReceivables(
  source: Source,
  options: Omit<FecOptions, 'wanted'> = {},
): AsyncGenerator<ReceivableBatch> {
  const collector = createReceivableCollector()
  let last: FecBatch | null = null
  for await (const batch of readFec(source, { ...options, wanted: isWanted })) {
    last = batch
    const { lines, ...rest } = batch
    const movements = collector.take(lines)
    yield { ...rest, movements, supplierLines: collector.takeSupplierLines() }
  }
  const movements = collector.end()
  const supplierLines = collector.takeSupplierLines()
  if (last && movements.length + supplierLines.length > 0)
    yield { problems: [], warnings: [], totals: last.totals, movements, supplierLines }
}
