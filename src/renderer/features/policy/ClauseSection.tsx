import { Button, Group, Stack, Title } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { Clause } from '../../../main/core/policy/changes.rules.ts'
import { policyTerms } from '../../../main/core/policy/policy.terms.rules.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { ClauseText } from './ClauseText.tsx'
import type { EditProps } from './clauses/clause.ts'
import { clauseEditors } from './clauses/clauses.ts'
import classes from './policy.module.css'
import type { useClauseText } from './useClauseText.ts'

type Props = EditProps & {
  clause: Clause
  number: number
  blocks: ReturnType<ReturnType<typeof useClauseText>>[Clause]
  changed: boolean
  editing: boolean
  onEdit: (editing: boolean) => void
}

/** One clause: it reads as it is printed, and is edited where it stands. */
export const ClauseSection = ({ clause, number, blocks, changed, editing, onEdit, draft, change }: Props) => {
  const t = useT()
  const readOnly = useReadOnly('configure')
  const name = policyTerms(useLanguage()).clause[clause]
  const Edit = clauseEditors[clause]
  return (
    <section id={`clause-${clause}`} className={classes.clause} data-changed={changed || undefined} aria-label={name}>
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
          <ClauseText blocks={blocks} />
        </div>
      )}
    </section>
  )
}
