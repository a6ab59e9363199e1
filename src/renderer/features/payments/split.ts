import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'

/** One side of a match: what is open of an item, above zero for a debit and for a credit alike. */
export type Line = { id: string; number: string; due: Day; open: Minor }
/** What is placed on each item; null while a field is empty or cannot be read. */
export type Split = ReadonlyMap<string, Minor | null>

/** Fills the lines in their order until the amount is used up. */
export const fill = (lines: readonly Line[], amount: Minor): Split => {
  let left = Math.max(0, amount)
  return new Map(
    lines.flatMap(({ id, open }) => {
      const part = Math.min(open, left)
      left -= part
      return part > 0 ? [[id, part] as const] : []
    }),
  )
}

export const placedOf = (lines: readonly Line[], split: Split): Minor =>
  lines.reduce((sum, { id }) => sum + (split.get(id) ?? 0), 0)

export const openOf = (lines: readonly Line[]): Minor => lines.reduce((sum, { open }) => sum + open, 0)

/** The first line on which more is placed than is open. */
export const tooMuch = (lines: readonly Line[], split: Split): Line | undefined =>
  lines.find(({ id, open }) => (split.get(id) ?? 0) > open)

export const partsOf = (lines: readonly Line[], split: Split): { itemId: string; amount: Minor }[] =>
  lines.flatMap(({ id }) => {
    const amount = split.get(id) ?? 0
    return amount > 0 ? [{ itemId: id, amount }] : []
  })

/** The larger side is cut back to the smaller one, from its last line. */
export const balance = (debits: readonly Line[], credits: readonly Line[], split: Split): Split => {
  const sum = Math.min(placedOf(debits, split), placedOf(credits, split))
  const cut = (lines: readonly Line[]) =>
    fill(
      lines.map((line) => ({ ...line, open: Math.min(line.open, split.get(line.id) ?? 0) })),
      sum,
    )
  return new Map([...cut(debits), ...cut(credits)])
}

/** Debits and credits of equal sums as pairs, each in the order of its list. */
export const pairsOf = (
  debits: readonly Line[],
  credits: readonly Line[],
  split: Split,
): { debitId: string; creditId: string; amount: Minor }[] => {
  const waiting = partsOf(credits, split)
  return partsOf(debits, split).flatMap(({ itemId: debitId, amount }) => {
    const pairs = []
    for (let left = amount; left > 0 && waiting[0]; ) {
      const [credit] = waiting
      const part = Math.min(left, credit.amount)
      pairs.push({ debitId, creditId: credit.itemId, amount: part })
      left -= part
      credit.amount -= part
      if (credit.amount === 0) waiting.shift()
    }
    return pairs
  })
}

/**
 * What is proposed to be matched. With items ticked on both sides these, the larger side cut back; ticked on one side,
 * the other side's oldest against them; with none, everything.
 */
export const proposed = (debits: readonly Line[], credits: readonly Line[], ticked: ReadonlySet<string>): Split => {
  const chosen = (lines: readonly Line[]) => {
    const some = lines.filter(({ id }) => ticked.has(id))
    return some.length > 0 ? some : lines
  }
  const [left, right] = [chosen(debits), chosen(credits)]
  const sum = Math.min(openOf(left), openOf(right))
  return new Map([...fill(left, sum), ...fill(right, sum)])
}
