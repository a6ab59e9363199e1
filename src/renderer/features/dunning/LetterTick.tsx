import { Checkbox } from '@mantine/core'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { canBeIssued } from './proposal.lines.ts'

type Props = {
  label: string
  letters: readonly ProposedLetter[]
  ticked: ReadonlySet<string>
  onChange: (on: boolean) => void
}

/** Ticks a letter, a level or all of them; letters that cannot go are not counted. */
export const LetterTick = ({ label, letters, ticked, onChange }: Props) => {
  const free = letters.filter(canBeIssued)
  const on = free.filter(({ key }) => ticked.has(key)).length
  return (
    <Checkbox
      size="xs"
      // The grid has the focus; Space ticks from there.
      tabIndex={-1}
      aria-label={label}
      disabled={free.length === 0}
      checked={free.length > 0 && on === free.length}
      indeterminate={on > 0 && on < free.length}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
