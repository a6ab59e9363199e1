import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { useShortcuts } from '../../../app/shortcuts.ts'
import { LimitBar } from '../../../components/credit/LimitBar.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { KeyFigure } from '../../../components/KeyFigure.tsx'
import { SidePanel } from '../../../components/SidePanel.tsx'
import { EndDialog } from '../dialogs/EndDialog.tsx'
import { LimitDialog } from '../dialogs/LimitDialog.tsx'
import { DecisionsTable } from '../sheet/DecisionsTable.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import { GroupReviews } from './GroupReviews.tsx'
import { MembersTable } from './MembersTable.tsx'
import type { GroupRow } from './useGroups.ts'

type Props = { group: GroupRow; currency: string; onClose: () => void }

/** One group: what its members owe together against the limit they share, member by member, and how it was decided. */
export const GroupPanel = ({ group, currency, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('edit')
  const [asked, setAsked] = useState<'decide' | 'end' | 'edit' | null>(null)
  const { data, error } = useQuery(api.limits.ofGroup.queryOptions({ input: { groupId: group.id } }))
  const owner = { name: group.name, groupId: group.id }
  const inForce = data?.base.state === 'set' ? data.base.limit : null
  useShortcuts(
    readOnly
      ? []
      : [
          { key: 'l', label: t('limits:decide.action'), run: () => setAsked('decide') },
          { key: 'e', label: t('limits:groups.edit'), run: () => setAsked('edit') },
        ],
  )
  return (
    <SidePanel opened onClose={onClose} title={group.name}>
      <ErrorNote error={error} />
      {group.note !== '' && <Text size="sm">{group.note}</Text>}
      <KeyFigure
        label={t('limits:groups.columns.total')}
        value={format.money(group.total, currency)}
        tone={group.mark === 'passed' ? 'risk' : 'neutral'}
        hint={t('limits:groups.members', { count: group.members.length })}
      />
      <LimitBar standing={{ ...group, limitKind: null, passesOn: null }} currency={currency} />
      {!readOnly && (
        <Group gap="xs">
          <Action letter="l" label={t('limits:decide.action')} onClick={() => setAsked('decide')} />
          <Action letter="e" label={t('limits:groups.edit')} onClick={() => setAsked('edit')} />
          {inForce && <Action label={t('limits:end.action')} onClick={() => setAsked('end')} />}
        </Group>
      )}
      {data && (
        <>
          <section>
            <Title order={3}>{t('limits:groups.member.title')}</Title>
            <MembersTable members={data.members} currency={currency} />
            <Text size="xs" c="dimmed">
              {t('limits:groups.rule')}
            </Text>
          </section>
          <section>
            <Title order={3}>{t('limits:groups.decisions')}</Title>
            {data.history.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('limits:groups.noDecision')}
              </Text>
            ) : (
              <DecisionsTable decisions={data.history} inForce={inForce ? [inForce.id] : []} narrow />
            )}
          </section>
          <GroupReviews groupId={group.id} />
        </>
      )}
      {asked === 'decide' && <LimitDialog owner={owner} onClose={() => setAsked(null)} />}
      {asked === 'end' && inForce && <EndDialog owner={owner} limit={inForce} onClose={() => setAsked(null)} />}
      {asked === 'edit' && <GroupDialog group={group} onClose={() => setAsked(null)} onSaved={() => setAsked(null)} />}
    </SidePanel>
  )
}

const Action = ({ label, letter, onClick }: { label: string; letter?: string; onClick: () => void }) => (
  <Button
    variant="default"
    size="compact-md"
    fz="sm"
    {...(letter && { rightSection: <Kbd size="xs">{letter}</Kbd> })}
    onClick={onClick}
  >
    {label}
  </Button>
)
