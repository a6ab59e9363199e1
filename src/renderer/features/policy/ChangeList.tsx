import type { ToldChange } from '../../../main/core/policy/changes.words.rules.ts'
import { policyTerms } from '../../../main/core/policy/policy.terms.rules.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import classes from './policy.module.css'

/** What changed, a line a point, each under the name of its clause. */
export const ChangeList = ({ changes }: { changes: readonly ToldChange[] }) => {
  const t = useT()
  const titles = policyTerms(useLanguage()).clause
  return (
    <ul>
      {changes.map(({ clause, point, before, after }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two points may read the same
        <li key={i}>
          <span className={classes.dim}>{titles[clause]}</span>{' '}
          {t('policy:change.value', { name: point, before, after })}
        </li>
      ))}
    </ul>
  )
}
