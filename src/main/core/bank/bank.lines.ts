import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import type { BankLine } from './bank.contract.ts'
import { type LineFilters, type LineRecord, pageOfLines, paymentsOfLines } from './bank.repository.ts'
import type { LineToMatch } from './match.model.ts'

type Reading = Pick<QueryContext, 'db'>

const everyLine: LineFilters = { show: 'all', role: 'all', search: '' }
const MOST = 100_000

/** What is still to be placed of a line, above zero. */
export const leftOf = ({ amount, placed, state }: LineRecord): number =>
  state === 'open' ? Math.max(0, Math.abs(amount) - placed) : 0

/** The lines named, or every open one; the earliest first. */
export const linesToMatch = (ctx: Reading, lineIds: readonly string[] | undefined): Promise<LineRecord[]> =>
  pageOfLines(ctx.db, { ...everyLine, show: 'open', lineIds }, { offset: 0, limit: MOST })

/** A line as matching sees it, with what is still to be placed of it. */
export const asLineToMatch = (line: LineRecord): LineToMatch => ({
  id: line.id,
  account: line.account,
  currency: line.currency,
  booked: line.booked,
  amount: Math.sign(line.amount) * leftOf(line),
  kind: line.kind,
  party: line.party,
  partyAccount: line.party_account,
  text: line.text,
  reference: line.reference,
  creditorReference: line.creditor_reference,
  documents: JSON.parse(line.documents) as string[],
  bankReference: line.bank_reference,
  returnReason: line.return_reason,
})

export const requireLine = async (ctx: Reading, id: string): Promise<LineRecord> => {
  const [line] = await pageOfLines(ctx.db, { ...everyLine, lineIds: [id] }, { offset: 0, limit: 1 })
  if (!line) throw new Refusal('not-found', 'no such bank line', { id })
  return line
}

/** A line that waits, and may be used so; refuses `bank.line-closed` and `bank.wrong-role`. */
export const openLine = async (
  ctx: CommandContext,
  id: string,
  wanted: readonly LineRecord['role'][],
): Promise<LineRecord> => {
  const line = await requireLine(ctx, id)
  if (line.state !== 'open') throw new Refusal('bank.line-closed', 'the bank line is settled already', { id })
  if (!wanted.includes(line.role))
    throw new Refusal('bank.wrong-role', `the bank line is ${line.role}`, { id, role: line.role })
  return line
}

/** Lines as the contract tells them, with what was made of each. */
export const toLines = async (ctx: Reading, records: readonly LineRecord[]): Promise<BankLine[]> => {
  const made = Map.groupBy(
    await paymentsOfLines(
      ctx.db,
      records.map(({ id }) => id),
    ),
    ({ lineId }) => lineId,
  )
  return records.map((line) => ({
    id: line.id,
    statementId: line.statement_id,
    account: line.account,
    booked: line.booked,
    valued: line.valued,
    amount: line.amount,
    currency: line.currency,
    kind: line.kind,
    role: line.role,
    party: line.party,
    partyAccount: line.party_account,
    text: line.text,
    reference: line.reference,
    creditorReference: line.creditor_reference,
    bankReference: line.bank_reference,
    returnReason: line.return_reason,
    state: line.state,
    left: leftOf(line),
    asideReason: line.aside_reason,
    closedOn: line.closed_on,
    closedBy: line.closed_by,
    payments: (made.get(line.id) ?? []).map(({ lineId: _line, amount, ...payment }) => ({
      ...payment,
      amount: Math.abs(amount),
    })),
  }))
}

export const readLine = async (ctx: Reading, id: string): Promise<BankLine> =>
  (await toLines(ctx, [await requireLine(ctx, id)]))[0] as BankLine
