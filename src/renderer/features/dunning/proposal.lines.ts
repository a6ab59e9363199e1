import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'

/** Letters of a level, and the lines of a list that shows each level's letters under its name. */
export type LevelGroup = { level: number; name: string; letters: ProposedLetter[] }
export type Line = { kind: 'group'; group: LevelGroup } | { kind: 'letter'; letter: ProposedLetter }

/** The gravest level first: what deserves reading before it leaves. */
export const groupByLevel = (letters: readonly ProposedLetter[]): LevelGroup[] =>
  [...Map.groupBy(letters, ({ level }) => level)]
    .map(([level, group]) => ({ level, name: group[0]?.levelName ?? '', letters: group }))
    .sort((a, b) => b.level - a.level)

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

export const canBeIssued = ({ problems }: ProposedLetter): boolean => problems.length === 0

/** Sums of letters by currency; amounts of two currencies are never added. */
export const sumByCurrency = (letters: readonly ProposedLetter[]): { currency: string; total: number }[] =>
  [...Map.groupBy(letters, ({ currency }) => currency)]
    .map(([currency, group]) => ({ currency, total: group.reduce((sum, { total }) => sum + total, 0) }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
