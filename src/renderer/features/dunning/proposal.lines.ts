import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'

/** Letters of a level of a plan, and the lines of a list that shows each level's letters under its name. */
export type LevelGroup = {
  key: string
  level: number
  name: string
  /** Empty where all letters are of one plan. */
  plan: string
  notice: boolean
  letters: ProposedLetter[]
}
export type Line = { kind: 'group'; group: LevelGroup } | { kind: 'letter'; letter: ProposedLetter }

/** The gravest level first: what deserves reading before it leaves. */
export const groupByLevel = (letters: readonly ProposedLetter[]): LevelGroup[] => {
  const several = new Set(letters.map(({ planId }) => planId)).size > 1
  return [...Map.groupBy(letters, ({ planId, level }) => `${planId} ${level}`)]
    .flatMap(([key, group]): LevelGroup[] => {
      const [first] = group
      if (!first) return []
      const { level, levelName: name, planName, notice } = first
      return [{ key, level, name, plan: several ? planName : '', notice, letters: group }]
    })
    .sort((a, b) => b.level - a.level || (a.plan < b.plan ? -1 : 1))
}

export const linesOf = (groups: readonly LevelGroup[]): Line[] =>
  groups.flatMap((group) => [
    { kind: 'group' as const, group },
    ...group.letters.map((letter) => ({ kind: 'letter' as const, letter })),
  ])

export const lettersOf = (line: Line | undefined): readonly ProposedLetter[] => {
  if (!line) return []
  return line.kind === 'group' ? line.group.letters : [line.letter]
}

/** Penalties, indemnities and fees: what the letter claims beyond the debt. */
export const accessoriesOf = ({ interest, indemnities, fees, earlierCharges }: ProposedLetter): number =>
  interest + indemnities + fees + earlierCharges

/** Somebody has to approve it first. */
export const waitsForApproval = ({ approval, approved }: ProposedLetter): boolean =>
  approval === 'second-person' && approved === null

export const canBeIssued = (letter: ProposedLetter): boolean =>
  letter.problems.length === 0 && !waitsForApproval(letter)

/** Sums of letters by currency; amounts of two currencies are never added. */
export const sumByCurrency = (letters: readonly ProposedLetter[]): { currency: string; total: number }[] =>
  [...Map.groupBy(letters, ({ currency }) => currency)]
    .map(([currency, group]) => ({ currency, total: group.reduce((sum, { total }) => sum + total, 0) }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
