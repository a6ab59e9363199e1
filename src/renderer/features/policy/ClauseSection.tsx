import { Button, Group, Stack, Title } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { EditProps } from './clauses/clause.ts'
import { clauseViews } from './clauses/clauses.ts'
import type { Clause } from './policy.draft.ts'
import classes from './policy.module.css'

type Props = EditProps & {
  clause: Clause
  number: number
  changed: boolean
  editing: boolean
  onEdit: (editing: boolean) => void
}

/** One clause: it reads as a sentence, and is edited where it stands. */
export const ClauseSection = ({ clause, number, changed, editing, onEdit, draft, change }: Props) => {
  const t = useT()
  const readOnly = useReadOnly()
  const { Read, Edit } = clauseViews[clause]
  const name = t(`policy:clause.${clause}`)
  return (
    <section className={classes.clause} data-changed={changed || undefined} aria-label={name}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs">
          <Title order={2}>
            {number}. {name}
          </Title>
          {changed && <ToneBadge tone="late">{t('policy:changed')}</ToneBadge>}
        </Group>
        {!readOnly && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={editing ? undefined : t('policy:editOf', { clause: name })}
            leftSection={editing ? undefined : <IconPencil size={14} />}
            onClick={() => onEdit(!editing)}
          >
            {t(editing ? 'policy:endEdit' : 'policy:edit')}
          </Button>
        )}
      </Group>
      {editing ? (
        <Stack gap="sm" className={classes.editing}>
          <Edit draft={draft} change={change} />
        </Stack>
      ) : (
        <div className={classes.text}>
          <Read draft={draft} />
        </div>
      )}
    </section>
  )
}
