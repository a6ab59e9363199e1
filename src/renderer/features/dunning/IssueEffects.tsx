import { Alert, List } from '@mantine/core'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useEffectWords } from './useEffectWords.ts'

/** More names than that are counted. */
const NAMED = 6

/** Besides letters, what issuing does: to whom, by name. */
export const IssueEffects = ({ letters }: { letters: readonly ProposedLetter[] }) => {
  const t = useT()
  const effectOf = useEffectWords()
  const tasks = letters.filter(({ channel }) => channel === 'call' || channel === 'task').length
  const groups = Map.groupBy(
    letters.filter(({ effect }) => effect !== null),
    ({ effect }) => (effect ? effectOf(effect) : ''),
  )
  if (groups.size === 0 && tasks === 0) return null
  const namesOf = (own: readonly ProposedLetter[]) => {
    const names = [...new Set(own.map(({ customerName }) => customerName))]
    return names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} +${names.length - NAMED}` : names.join(', ')
  }
  return (
    <Alert color="orange" variant="light" title={t('dunning:plan.bench.besides')}>
      <List size="sm">
        {[...groups].map(([words, own]) => (
          <List.Item key={words}>
            {t('dunning:plan.bench.besidesOne', { effect: words, names: namesOf(own) })}
          </List.Item>
        ))}
        {tasks > 0 && <List.Item>{t('dunning:plan.bench.tasks', { count: tasks })}</List.Item>}
      </List>
    </Alert>
  )
}
