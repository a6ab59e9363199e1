import type { PolicyContent } from '../../../main/core/policy/policy.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { kindsText } from '../../components/files/kinds.ts'
import { type ChangeLine, changesBetween } from './policy.changes.ts'

/** What one content changed from another, in the user's language. */
export const useChanges = (): ((before: PolicyContent, after: PolicyContent) => ChangeLine[]) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const words = { t, format, language, kindsText: (kinds: Parameters<typeof kindsText>[0]) => kindsText(kinds, t) }
  return (before, after) => changesBetween(before, after, words)
}
