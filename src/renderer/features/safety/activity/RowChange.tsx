import { Text, VisuallyHidden } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'
import { ToneBadge } from '../../../components/ToneBadge.tsx'
import classes from './activity.module.css'
import { differences } from './differences.ts'
import { type Named, useValueWords } from './useValueWords.ts'

type Row = Record<string, unknown> | null
type Change = { table: string; key: string; erased: boolean; before: Row; after: Row }

const kindOf = ({ erased, before, after }: Change) =>
  erased ? 'erased' : before === null ? 'added' : after === null ? 'removed' : 'changed'
const tones = { erased: 'neutral', added: 'settled', removed: 'risk', changed: 'late' } as const

/** A row as it was and as it is: only what differs; of a new one, what it says. */
export const RowChange = ({ change, customers }: { change: Change; customers: readonly Named[] }) => {
  const t = useT()
  const values = useValueWords()
  const kind = kindOf(change)
  const currency = (change.after ?? change.before)?.currency
  const tell = (column: string, value: unknown) => values.value(column, value, customers, currency) || '—'
  return (
    <div className={classes.row}>
      <div className={classes.rowHead}>
        <Text size="sm" fw={600}>
          {values.table(change.table)}
        </Text>
        <ToneBadge tone={tones[kind]}>{t(`safety:activity.rowKinds.${kind}`)}</ToneBadge>
      </div>
      {kind === 'erased' ? (
        <Text size="sm" c="dimmed">
          {t('safety:activity.erasedRow')}
        </Text>
      ) : (
        <dl className={classes.differences}>
          {differences(change.before, change.after).map(({ column, before, after }) => (
            <div key={column}>
              <dt>{values.column(column)}</dt>
              <dd className={classes.value}>
                {kind === 'changed' ? (
                  <>
                    <VisuallyHidden>{t('safety:activity.before')} </VisuallyHidden>
                    <del>{tell(column, before)}</del>
                    <span aria-hidden> → </span>
                    <VisuallyHidden>{t('safety:activity.after')} </VisuallyHidden>
                    <ins>{tell(column, after)}</ins>
                  </>
                ) : (
                  tell(column, kind === 'added' ? after : before)
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
