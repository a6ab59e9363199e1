import { Button, Group, Kbd, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState } from 'react'
import type { ProofRow } from '../../../main/core/proofs/proofs.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { Facts } from '../../components/Facts.tsx'
import { isShown, useKeptFile } from '../../components/files/useKeptFile.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { EditDialog } from './EditDialog.tsx'
import { sizeText } from './proof.words.ts'
import classes from './proofs.module.css'
import { useProof } from './useProof.ts'

type Props = { row: ProofRow; onClose: () => void; customerLink?: boolean }

/** One document of the register: what it is, and its file. */
export const ProofPanel = ({ row, onClose, customerLink = false }: Props) => {
  const proof = useProof(row)
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const file = useKeptFile()
  const [editing, setEditing] = useState(false)
  const name = proof.title || proof.fileName
  const remove = useCommand(api.proofs.remove.mutationOptions(), { done: t('proofs:remove.done'), onDone: onClose })
  const ask = () =>
    modals.openConfirmModal({
      title: t('proofs:remove.title', { name }),
      children: (
        <Text size="sm">
          {t('proofs:remove.text')} {t('proofs:remove.shared')}
        </Text>
      ),
      labels: { confirm: t('proofs:remove.confirm'), cancel: t('common:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => remove.mutate({ id: proof.id }),
    })
  const shown = isShown(proof)
  const actions = [
    ...(shown ? [{ what: 'open', key: 'o', run: () => file.open(proof) } as const] : []),
    { what: 'save', key: 's', run: () => file.save(proof) } as const,
    ...(readOnly
      ? []
      : ([
          { what: 'edit', key: 'e', run: () => setEditing(true) },
          { what: 'remove', key: 'Delete', run: ask },
        ] as const)),
  ]
  useShortcuts(actions.map(({ what, key, run }) => ({ key, label: t(`proofs:do.${what}`), run })))
  return (
    <SidePanel opened onClose={onClose} title={name}>
      <Text fw={600}>{proof.customerName}</Text>
      <Group gap="xs">
        <ToneBadge>{t(`proofs:kind.${proof.kind}`)}</ToneBadge>
        {proof.expired && <ToneBadge tone="late">{t('proofs:expired')}</ToneBadge>}
        {proof.executable && <ToneBadge tone="risk">{t('proofs:executable')}</ToneBadge>}
      </Group>
      <Group gap="xs">
        {actions.map(({ what, key, run }, i) => (
          <Button
            key={what}
            variant={i === 0 ? 'filled' : 'default'}
            size="compact-md"
            fz="sm"
            rightSection={<Kbd size="xs">{key === 'Delete' ? t('common:shortcuts.keys.delete') : key}</Kbd>}
            onClick={run}
          >
            {t(`proofs:do.${what}`)}
          </Button>
        ))}
      </Group>
      <Facts
        facts={[
          [t('proofs:detail.item'), proof.itemNumber ?? t('proofs:detail.wholeCustomer')],
          proof.day !== null && [t('proofs:detail.day'), format.day(proof.day)],
          proof.expiresOn !== null && [
            t('proofs:detail.expires'),
            proof.expired
              ? t('proofs:detail.expiredOn', { day: format.day(proof.expiresOn) })
              : format.day(proof.expiresOn),
          ],
          proof.note !== '' && [t('proofs:detail.note'), proof.note],
          [t('proofs:detail.file'), proof.fileName],
          [t('proofs:detail.size'), sizeText(proof.size, t, format)],
          [
            t('proofs:detail.added'),
            t('proofs:detail.by', { moment: format.moment(proof.addedAt), user: proof.addedBy }),
          ],
          [
            t('proofs:detail.sha256'),
            <span key="hash" className={classes.hash}>
              {proof.sha256}
            </span>,
          ],
        ]}
      />
      {customerLink && (
        <ButtonLink
          to="/customers/$id"
          params={{ id: proof.customerId }}
          search={{ tab: 'documents' }}
          variant="default"
          style={{ alignSelf: 'flex-start' }}
        >
          {t('proofs:list.openCustomer')}
        </ButtonLink>
      )}
      {editing && <EditDialog proof={proof} onClose={() => setEditing(false)} />}
    </SidePanel>
  )
}
