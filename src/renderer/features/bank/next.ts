import type { BankLine } from '../../../main/core/bank/bank.contract.ts'

/** A line of which something is asked: a receipt to place, or a payment that came back. */
export const isToMatch = ({ state, role }: BankLine): boolean => state === 'open' && role !== 'out'

/** The line to look at after one that is dealt with: the next that asks for something, else the first above that does. */
export const nextLine = (lines: readonly BankLine[], from: BankLine, closing: ReadonlySet<string>): BankLine | null => {
  const place = lines.findIndex(({ id }) => id === from.id)
  const asks = (line: BankLine) => isToMatch(line) && line.id !== from.id && !closing.has(line.id)
  return lines.slice(place + 1).find(asks) ?? lines.slice(0, Math.max(0, place)).find(asks) ?? null
}
