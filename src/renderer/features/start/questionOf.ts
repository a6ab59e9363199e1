import { codeOf, detailsOf } from '../../api/errors.ts'
import type { useOpening } from './useOpening.ts'

const asking: readonly string[] = ['book.passphrase-needed', 'book.passphrase-wrong', 'book.recovery-key-mistyped']

/** The encrypted book that waits for its passphrase, also while one is being tried; null when none does. */
export const questionOf = ({ isPending, variables, error }: ReturnType<typeof useOpening>['open']): string | null => {
  if (isPending) return variables.passphrase === undefined || variables.damaged ? null : variables.path
  if (!error || !asking.includes(codeOf(error))) return null
  const { path } = detailsOf(error)
  return typeof path === 'string' ? path : null
}
