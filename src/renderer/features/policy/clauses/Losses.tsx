import { Text } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'
import { useHome } from '../../../app/useHome.ts'
import { PersonInput } from '../../../components/PersonInput.tsx'
import { Amount, changedAt, EditRows, without } from '../credit/fields.tsx'
import classes from '../policy.module.css'
import type { EditProps } from './clause.ts'

/** Who may approve what is written off, and up to what their own proposal. */
export const EditLosses = ({ draft, change }: EditProps) => {
  const t = useT()
  const currency = useHome()
  const { losses } = draft
  const put = (part: Partial<typeof losses>) => change({ losses: { ...losses, ...part } })
  const setAuthority = (authority: typeof losses.authority) => put({ authority })
  return (
    <>
      <EditRows
        label={t('policy:losses.people')}
        heads={[t('policy:losses.person'), t('policy:losses.ceiling', { currency })]}
        rows={losses.authority.map(({ person, ceiling }, i) => ({
          cells: [
            <PersonInput
              key="person"
              size="xs"
              miw={180}
              aria-label={t('policy:losses.personOf', { position: i + 1 })}
              value={person}
              onChange={(name) => setAuthority(changedAt(losses.authority, i, { person: name }))}
            />,
            <Amount
              key="ceiling"
              bare
              aria-label={t('policy:losses.ceilingOf', { person })}
              value={ceiling}
              onChange={(amount) => setAuthority(changedAt(losses.authority, i, { ceiling: amount }))}
            />,
          ],
          removeLabel: t('policy:losses.remove', { person }),
          onRemove: () => setAuthority(without(losses.authority, i)),
        }))}
        add={t('policy:losses.add')}
        onAdd={() => setAuthority([...losses.authority, { person: '', ceiling: 0 }])}
      />
      {losses.authority.some(({ person }) => person.trim() === '') && (
        <Text size="sm" className={classes.problem} role="alert">
          {t('policy:losses.missing')}
        </Text>
      )}
      <Amount
        w={260}
        label={t('policy:losses.alone')}
        value={losses.aloneUpTo}
        onChange={(aloneUpTo) => put({ aloneUpTo })}
      />
      <Text size="sm" c="dimmed">
        {t('policy:losses.aloneHint')}
      </Text>
    </>
  )
}
