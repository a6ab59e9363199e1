import { useMemo, useState } from 'react'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { canBeIssued } from './proposal.lines.ts'

/** Letters to be issued: all that can be, less those unticked. What was unticked stays so when the proposal is read again. */
export const useTicks = (letters: readonly ProposedLetter[] | undefined) => {
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  return useMemo(() => {
    const ticked = (letters ?? []).filter((letter) => canBeIssued(letter) && !unticked.has(letter.key))
    return {
      ticked,
      keys: new Set(ticked.map(({ key }) => key)) as ReadonlySet<string>,
      tick: (chosen: readonly ProposedLetter[], on: boolean) => {
        const keys = new Set(chosen.map(({ key }) => key))
        setUnticked((old) => (on ? old.difference(keys) : old.union(keys)))
      },
    }
  }, [letters, unticked])
}
