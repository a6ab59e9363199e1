import { Title } from '@mantine/core'
import { type Clause, clauses } from '../../../main/core/policy/changes.rules.ts'
import { policyTerms } from '../../../main/core/policy/policy.terms.rules.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import classes from './policy.module.css'

/** The clauses by name, those changed marked: a press goes there. */
export const Contents = ({ changed, broken }: { changed: readonly Clause[]; broken: readonly Clause[] }) => {
  const t = useT()
  const titles = policyTerms(useLanguage()).clause
  return (
    <nav className={classes.contents} aria-label={t('policy:contents')}>
      <Title order={2}>{t('policy:contents')}</Title>
      <ol>
        {clauses.map((clause) => (
          <li key={clause} data-changed={changed.includes(clause) || undefined}>
            <button
              type="button"
              onClick={() => document.getElementById(`clause-${clause}`)?.scrollIntoView({ block: 'start' })}
            >
              {titles[clause]}
            </button>
            {broken.includes(clause) && <span className={classes.problem}> {t('policy:incomplete')}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
