import { codeOf } from '../../api/errors.ts'
import type { useOpening } from './useOpening.ts'

/** The damaged book that could not be opened, also while what can be read of it is being opened; null when none is. */
export const damagedOf = ({ isPending, variables, error }: ReturnType<typeof useOpening>['open']): string | null => {
  if (isPending) return variables.damaged ? variables.path : null
  return error && codeOf(error) === 'book.damaged' ? (variables?.path ?? null) : null
}
