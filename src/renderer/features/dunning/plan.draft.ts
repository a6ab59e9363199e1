import type { LevelInput, Plan, PlanInput } from '../../../main/core/dunning/dunning.plan.schema.ts'

/** A plan being edited: numbers may be missing while they are typed, minimums are in order. */
export type LevelDraft = Omit<LevelInput, 'days' | 'minimumGap' | 'fee' | 'minimumAmounts'> & {
  /** Stable while levels are moved. */
  id: string
  /** Without its sign: `before` says on which side of the due date. */
  days: number | null
  before: boolean
  minimumGap: number | null
  fee: number | null
  /** Of the company's currency and those reminded in; null where there is none. */
  minimumAmounts: Record<string, number | null>
}
export type PlanDraft = Omit<PlanInput, 'itemMinimum' | 'letterMinimums' | 'levels'> & {
  itemMinimum: number | null
  letterMinimums: { currency: string; amount: number | null }[]
  levels: LevelDraft[]
}

export const draftOf = ({ letterMinimums, levels, ...plan }: Plan | PlanInput): PlanDraft => ({
  name: plan.name,
  grouping: plan.grouping,
  workingDays: plan.workingDays,
  listsYounger: plan.listsYounger,
  itemMinimum: plan.itemMinimum,
  letterMinimums: Object.entries(letterMinimums).map(([currency, amount]) => ({ currency, amount })),
  levels: levels.map((level) => ({
    ...level,
    id: `level ${level.position}`,
    days: Math.abs(level.days),
    before: level.days < 0,
  })),
})

/** The number of a level by its place on screen: reminders from 1 on, notices ahead of them from 0 down. */
export const positionAt = (levels: readonly LevelDraft[], place: number): number =>
  place + 1 - levels.filter(isNotice).length

const isNotice = ({ before, basis, days }: LevelDraft): boolean => before && basis === 'due' && days !== 0

/** Levels whose numbers are all there, numbered in the order on screen. */
export const levelsOf = ({ levels }: Pick<PlanDraft, 'levels'>): LevelInput[] =>
  levels.flatMap(({ id: _id, before, days, minimumGap, fee, minimumAmounts, ...rest }, i) =>
    days === null || minimumGap === null || fee === null
      ? []
      : [
          {
            ...rest,
            position: positionAt(levels, i),
            days: before ? -days : days,
            minimumGap,
            fee,
            minimumAmounts: Object.fromEntries(
              Object.entries(minimumAmounts).flatMap(([currency, amount]) =>
                amount === null ? [] : [[currency, amount]],
              ),
            ),
          },
        ],
  )

/** The plan to save; null while a name or a number is missing. */
export const planOf = (draft: PlanDraft): PlanInput | null => {
  const { itemMinimum, name, levels } = draft
  if (levels.some(isIncomplete) || itemMinimum === null || name.trim() === '') return null
  const minimums = draft.letterMinimums.flatMap(({ currency, amount }) => (amount === null ? [] : [[currency, amount]]))
  if (minimums.length < draft.letterMinimums.length) return null
  return { ...draft, itemMinimum, letterMinimums: Object.fromEntries(minimums), levels: levelsOf(draft) }
}

export const isIncomplete = ({ name, days, minimumGap, fee }: LevelDraft): boolean =>
  !name.trim() || days === null || minimumGap === null || fee === null

/** A further level, later than the last by as much as that one was after the one before. */
export const levelAfter = (levels: readonly LevelDraft[], name: string): LevelDraft => {
  const last = levels.at(-1)
  const before = levels.at(-2)
  const step = last?.days != null && before?.days != null && !before.before ? Math.max(1, last.days - before.days) : 10
  return {
    id: crypto.randomUUID(),
    position: levels.length + 1,
    name,
    wording: last?.wording ?? 'reminder',
    days: last?.before ? 3 : (last?.days ?? 0) + step,
    before: false,
    basis: 'due',
    minimumGap: last ? 7 : 0,
    minimumAmounts: {},
    channel: last?.channel ?? 'email',
    claimsInterest: last?.claimsInterest ?? false,
    claimsIndemnity: last?.claimsIndemnity ?? false,
    fee: 0,
    feePercent: '0',
    newDeadlineDays: last?.newDeadlineDays ?? null,
    repeatDays: null,
    approval: last?.approval ?? 'none',
    effect: null,
    effectTarget: null,
  }
}

/** A notice ahead of every reminder: it claims nothing. */
export const noticeFor = (name: string): LevelDraft => ({
  ...levelAfter([], name),
  wording: 'notice',
  days: 7,
  before: true,
})

/** Levels with one of them moved up (-1) or down (1). */
export const moved = (levels: readonly LevelDraft[], from: number, by: -1 | 1): LevelDraft[] => {
  const level = levels[from]
  const other = levels[from + by]
  if (!level || !other) return [...levels]
  return levels.with(from, other).with(from + by, level)
}
