import { useState } from 'react'
import type { Minor } from '../../../main/core/kernel/money.ts'
import type { AllocationChoice } from '../../../main/core/payments/payments.contract.ts'
import { fill, type Line, openOf, partsOf, placedOf, type Split, tooMuch } from './split.ts'

export const placementWays = ['oldest', 'hand', 'none'] as const
export type PlacementWay = (typeof placementWays)[number]

/** What an amount settles of some lines: oldest first, by hand or nothing. Untouched, a split follows the amount. */
export const usePlacement = (lines: readonly Line[], amount: Minor | null, ticked: readonly Line[]) => {
  const [chosen, setWay] = useState<PlacementWay | null>(null)
  const way = chosen ?? (ticked.length > 0 ? 'hand' : 'oldest')
  const [written, setWritten] = useState<Split | null>(null)
  const split = written ?? fill(ticked.length > 0 ? ticked : lines, amount ?? 0)
  const whole = amount ?? 0
  const placed = { oldest: Math.min(whole, openOf(lines)), hand: placedOf(lines, split), none: 0 }[way]
  const parts = partsOf(lines, split)
  const choice: AllocationChoice = way === 'hand' ? (parts.length > 0 ? parts : 'none') : way
  return {
    way,
    setWay,
    split,
    write: (id: string, part: Minor | null) => setWritten(new Map([...split, [id, part]])),
    /** The split follows the amount again. */
    refill: () => setWritten(null),
    clear: () => setWritten(new Map()),
    placed,
    /** Of the amount; below zero when more is placed than there is. */
    left: whole - placed,
    wrong: way === 'hand' ? tooMuch(lines, split) : undefined,
    choice,
    parts,
  }
}
export type Placement = ReturnType<typeof usePlacement>
