import type { Day } from '../../kernel/day.ts'
import type { Minor } from '../../kernel/money.ts'
import { createCells } from './fec.cells.ts'
import type { FecColumn, FecLayout } from './fec.layout.ts'
import { createDayReader, parseFecAmount, parseSense } from './fec.values.ts'
import { type LineProblem, type LineWarning, problem } from './source.ts'

/** One line of a ledger. Amounts are cents of the ledger's currency, except `currencyAmount`, which is in `currency`. */
export type LedgerLine = {
  line: number
  journal: string
  journalLabel: string
  entry: string
  date: Day
  account: string
  accountLabel: string
  auxiliary: string
  auxiliaryLabel: string
  piece: string
  pieceDate: Day | null
  label: string
  debit: Minor
  credit: Minor
  lettering: string
  letteringDate: Day | null
  currency: string
  currencyAmount: Minor | null
}

export type Findings = { problems: LineProblem[]; warnings: LineWarning[] }

const NOT_READ: unique symbol = Symbol('not read')

/**
 * Reads one line after another, physical line numbers given. Null for a line that is refused, its reasons added to the
 * findings. Runs for every line of a ledger: nothing is made on the way but the line itself, and the lines whose account
 * is not `wanted` come with the place, day and amounts of their entry only.
 */
export const createLineReader = (layout: FecLayout, wanted: (account: string) => boolean) => {
  const { at, bySense } = layout
  const cells = createCells(layout)
  const cell = cells.text
  const dayOf = createDayReader()
  const debitAt = bySense ? at.montant : at.debit
  let number = 0
  let findings: Findings = { problems: [], warnings: [] }

  const nameOf = (column: FecColumn): string => layout.header[at[column]] ?? column
  const refuse = (column: FecColumn, reason: LineProblem['reason']): typeof NOT_READ => {
    findings.problems.push(problem(number, nameOf(column), cell(at[column]), reason))
    return NOT_READ
  }
  const doubt = (column: FecColumn, code: LineWarning['code']): null => {
    findings.warnings.push({ line: number, code, message: `${nameOf(column)} is unreadable: ${cell(at[column])}` })
    return null
  }

  const amountsOf = (): [Minor, Minor] | typeof NOT_READ => {
    const amount = parseFecAmount(cell(debitAt))
    if (amount === null) return refuse(bySense ? 'montant' : 'debit', 'amount')
    if (bySense) {
      const sense = parseSense(cell(at.sens))
      if (sense === null) return refuse('sens', 'sense')
      return sense > 0 ? [amount, 0] : [0, amount]
    }
    const credit = parseFecAmount(cell(at.credit))
    return credit === null ? refuse('credit', 'amount') : [amount, credit]
  }

  return (lineNumber: number, text: string, into: Findings): LedgerLine | null => {
    number = lineNumber
    findings = into
    if (!cells.moveTo(text)) {
      into.problems.push(problem(number, '', text, 'cells'))
      return null
    }
    const date =
      dayOf(cell(at.ecrituredate)) || refuse('ecrituredate', cell(at.ecrituredate) === '' ? 'missing' : 'date')
    const account = cell(at.comptenum) || refuse('comptenum', 'missing')
    const pieceDate = dayOf(cell(at.piecedate)) ?? refuse('piecedate', 'date')
    const amounts = amountsOf()
    if (date === NOT_READ || account === NOT_READ || pieceDate === NOT_READ || amounts === NOT_READ) return null
    const detailed = wanted(account)
    const inCurrency = detailed ? cell(at.montantdevise) : ''
    const detail = (index: number): string => (detailed ? cell(index) : '')
    return {
      line: number,
      journal: cell(at.journalcode),
      journalLabel: detail(at.journallib),
      entry: cell(at.ecriturenum),
      date,
      account,
      accountLabel: detail(at.comptelib),
      auxiliary: detail(at.compauxnum),
      auxiliaryLabel: detail(at.compauxlib),
      piece: detail(at.pieceref),
      pieceDate: pieceDate || null,
      label: detail(at.ecriturelib),
      debit: amounts[0],
      credit: amounts[1],
      lettering: detail(at.ecriturelet),
      letteringDate: (dayOf(detail(at.datelet)) ?? doubt('datelet', 'lettering-date')) || null,
      currency: detail(at.idevise).toUpperCase(),
      currencyAmount:
        inCurrency === '' ? null : (parseFecAmount(inCurrency) ?? doubt('montantdevise', 'currency-amount')),
    }
  }
}
