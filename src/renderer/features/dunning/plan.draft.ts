import type { LevelInput, Plan, PlanInput } from '../../../main/core/dunning/dunning.plan.schema.ts'

/** A plan being edited: numbers may be missing while they are typed, minimums are in order. */
export type LevelDraft = Omit<LevelInput, 'days' | 'minimumGap' | 'fee'> & {
  /** Stable while levels are moved. */
  id: string
  days: number | null
  minimumGap: number | null
  fee: number | null
}
export type PlanDraft = {
  name: string
  itemMinimum: number | null
  letterMinimums: { currency: string; amount: number | null }[]
  levels: LevelDraft[]
}

export const draftOf = ({ name, itemMinimum, letterMinimums, levels }: Plan): PlanDraft => ({
  name,
  itemMinimum,
  letterMinimums: Object.entries(letterMinimums).map(([currency, amount]) => ({ currency, amount })),
  levels: levels.map((level) => ({ ...level, id: `level ${level.position}` })),
})

/** Levels whose numbers are all there, numbered in the order on screen. */
export const levelsOf = ({ levels }: PlanDraft): LevelInput[] =>
  levels.flatMap(({ id: _id, days, minimumGap, fee, ...rest }, i) =>
    days === null || minimumGap === null || fee === null ? [] : [{ ...rest, position: i + 1, days, minimumGap, fee }],
  )

/** The plan to save; null while a name or a number is missing. */
export const planOf = (
  draft: PlanDraft,
): Pick<PlanInput, 'name' | 'itemMinimum' | 'letterMinimums' | 'levels'> | null => {
  if (draft.levels.some(isIncomplete)) return null
  const minimums = draft.letterMinimums.flatMap(({ currency, amount }) => (amount === null ? [] : [[currency, amount]]))
  if (draft.itemMinimum === null || minimums.length < draft.letterMinimums.length) return null
  return {
    name: draft.name,
    itemMinimum: draft.itemMinimum,
    letterMinimums: Object.fromEntries(minimums),
    levels: levelsOf(draft),
  }
}

export const isIncomplete = ({ name, days, minimumGap, fee }: LevelDraft): boolean =>
  !name.trim() || days === null || minimumGap === null || fee === null

/** A further level, later than the last by as much as that one was after the one before. */
export const levelAfter = (levels: readonly LevelDraft[], name: string): LevelDraft => {
  const last = levels.at(-1)
  const before = levels.at(-2)
  const step = last?.days != null && before?.days != null ? Math.max(1, last.days - before.days) : 10
  return {
    id: crypto.randomUUID(),
    position: levels.length + 1,
    name,
    wording: last?.wording ?? 'reminder',
    days: (last?.days ?? 0) + step,
    minimumGap: last ? 7 : 0,
    channel: last?.channel ?? 'email',
    claimsInterest: last?.claimsInterest ?? false,
    claimsIndemnity: last?.claimsIndemnity ?? false,
    fee: 0,
    newDeadlineDays: last?.newDeadlineDays ?? null,
    basis: last?.basis ?? 'due',
    minimumAmounts: {},
    feePercent: '0',
    repeatDays: null,
    approval: last?.approval ?? 'none',
    effect: null,
    effectTarget: null,
  }
}

/** Levels with one of them moved up (-1) or down (1). */
export const moved = (levels: readonly LevelDraft[], from: number, by: -1 | 1): LevelDraft[] => {
  const level = levels[from]
  const other = levels[from + by]
  if (!level || !other) return [...levels]
  return levels.with(from, other).with(from + by, level)
}
