import { addDays, addMonths, type Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'

/** An instalment being written: null while a field is empty or cannot be read. */
export type DraftLine = { due: Day | null; amount: Minor | null }

export const sumOf = (lines: readonly DraftLine[]): Minor => lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)

/** The first line that cannot be agreed: no amount, or no day after that of the line before. */
export const problemOf = (lines: readonly DraftLine[]): { at: number; what: 'amount' | 'order' } | null => {
  for (const [at, { due, amount }] of lines.entries()) {
    const before = lines[at - 1]?.due
    if (due === null || (before && due <= before)) return { at, what: 'order' }
    if (amount === null || amount <= 0) return { at, what: 'amount' }
  }
  return null
}

/** One instalment more, a step after the last, of what is still missing. */
export const addLine = (lines: readonly DraftLine[], missing: Minor, every: 'week' | 'month'): DraftLine[] => {
  const last = lines.at(-1)?.due
  const due = last ? (every === 'week' ? addDays(last, 7) : addMonths(last, 1)) : null
  return [...lines, { due, amount: missing > 0 ? missing : null }]
}

/** The last instalment takes the difference, as far as it can. */
export const onLast = (lines: readonly DraftLine[], gap: Minor): DraftLine[] =>
  lines.map((line, i) => (i === lines.length - 1 ? { ...line, amount: Math.max(0, (line.amount ?? 0) + gap) } : line))
