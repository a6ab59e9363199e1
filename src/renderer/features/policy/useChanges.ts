import { changesBetween } from '../../../main/core/policy/changes.rules.ts'
import { type ToldChange, tellChange } from '../../../main/core/policy/changes.words.rules.ts'
import type { PolicyContent } from '../../../main/core/policy/policy.contract.ts'
import { useLanguage } from '../../app/i18n.ts'
import { useHome } from '../../app/useHome.ts'

/** What one content changed from another, in the user's language. */
export const useChanges = (): ((before: PolicyContent, after: PolicyContent) => ToldChange[]) => {
  const language = useLanguage()
  const currency = useHome()
  return (before, after) => changesBetween(before, after).map((change) => tellChange(change, language, currency))
}
