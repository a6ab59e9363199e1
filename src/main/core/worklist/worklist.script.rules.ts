import type { LetterRow } from '../dunning/dunning.contract.ts'
import type { Day } from '../kernel/day.ts'
import type { Script, ScriptStage } from './worklist.contract.ts'
import { type Closer, claimOf, daysLateOf, type Facts } from './worklist.facts.rules.ts'

/** The last letter, as far as the talk follows from it. */
export type ToldBefore = Pick<
  LetterRow,
  | 'reference'
  | 'levelName'
  | 'day'
  | 'deadline'
  | 'wording'
  | 'channel'
  | 'notice'
  | 'interest'
  | 'indemnities'
  | 'level'
>
type Level = NonNullable<Closer['level']>

/** Stages by the wordings shipped; a wording of the user's own is placed by what its letter does. */
const OF_WORDING: Record<string, ScriptStage> = {
  courtesy: 'courtesy',
  reminder: 'reminder',
  firm: 'firm',
  formal: 'formal',
}

const placed = (
  wording: string | null,
  { notice, formal, charges, position }: { notice: boolean; formal: boolean; charges: boolean; position: number },
): ScriptStage => {
  if (notice) return 'notice'
  const known = wording === null ? undefined : OF_WORDING[wording]
  if (known) return known
  if (formal) return 'formal'
  if (charges) return 'firm'
  return position > 1 ? 'reminder' : 'courtesy'
}

const ofLetter = ({ wording, notice, channel, interest, indemnities, level }: ToldBefore): ScriptStage =>
  placed(wording, {
    notice,
    formal: channel === 'registered',
    charges: interest + indemnities > 0,
    position: level,
  })

const ofLevel = ({ wording, days, channel, position }: Level): ScriptStage =>
  placed(wording, { notice: days < 0, formal: channel === 'registered', charges: false, position })

/** What has been said already decides the tone; a level reached and not written yet is what follows. */
const stageOf = (letter: ToldBefore | null, level: Level | null, asOf: Day): ScriptStage => {
  if (letter === null) return level !== null && ofLevel(level) === 'notice' ? 'notice' : 'courtesy'
  const told = ofLetter(letter)
  return told === 'formal' && letter.deadline !== null && letter.deadline < asOf ? 'final' : told
}

/** What to say on the telephone. Null where nothing is to be asked for: nothing late, all of it waits, an insolvency. */
export const scriptOf = (facts: Facts, closer: Closer, letter: ToldBefore | null, asOf: Day): Script | null => {
  const amount = claimOf(facts)
  if (amount === 0) return null
  const { level } = closer
  return {
    stage: stageOf(letter, level, asOf),
    amount,
    daysLate: daysLateOf(facts, asOf),
    oldestDue: facts.oldestDue,
    letter: letter && {
      reference: letter.reference,
      levelName: letter.levelName,
      day: letter.day,
      deadline: letter.deadline,
    },
    next: level && { name: level.name, channel: level.channel },
  }
}
