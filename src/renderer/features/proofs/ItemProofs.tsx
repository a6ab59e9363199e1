import { Anchor, Button, FileButton, Group, Text, Title } from '@mantine/core'
import { IconCheck, IconFile, IconQuestionMark } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isClaim } from '../../../main/core/disputes/disputes.rules.ts'
import type { ProofKind } from '../../../main/core/proofs/proofs.contract.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FileZone } from '../../components/files/FileZone.tsx'
import { kindsText } from '../../components/files/kinds.ts'
import { useKeptFile } from '../../components/files/useKeptFile.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { AddDialog } from './AddDialog.tsx'
import classes from './proofs.module.css'

/** Is this claim provable? What is there and what is missing; files are dropped onto it. */
export const ItemProofs = ({ item }: { item: ItemRow }) => (isClaim(item) ? <Checklist item={item} /> : null)

const Checklist = ({ item }: { item: ItemRow }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const checklist = useQuery(api.proofs.checklist.queryOptions({ input: { itemId: item.id } }))
  const kept = useQuery(api.proofs.list.queryOptions({ input: { itemId: item.id, limit: 1000 } }))
  const [adding, setAdding] = useState<{ files: File[]; kind?: ProofKind } | null>(null)
  const file = useKeptFile()
  const rows = kept.data?.proofs ?? []
  const lines = checklist.data?.lines ?? []
  const named = new Set(lines.flatMap(({ proofs }) => proofs.map(({ documentId }) => documentId)))
  const others = rows.filter(({ documentId, itemId }) => itemId !== null && !named.has(documentId))
  const open = (documentId: string, fileName: string) =>
    file.open(
      rows.find((row) => row.documentId === documentId) ?? {
        documentId,
        fileName,
        // The e-invoice itself: a PDF or its XML.
        mediaType: /\.pdf$/i.test(fileName) ? 'application/pdf' : 'application/xml',
        executable: false,
      },
    )
  return (
    <FileZone small label={t('proofs:checklist.title')} onFiles={(files) => setAdding({ files })}>
      <Group justify="space-between">
        <Title order={3}>{t('proofs:checklist.title')}</Title>
        {checklist.data && (
          <ToneBadge tone={checklist.data.provable ? 'settled' : 'late'}>
            {t(checklist.data.provable ? 'proofs:checklist.yes' : 'proofs:checklist.no')}
          </ToneBadge>
        )}
      </Group>
      <ErrorNote error={checklist.error} />
      {checklist.data && lines.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('proofs:checklist.nothing')}
        </Text>
      )}
      <ul className={classes.lines}>
        {lines.map(({ kinds, met, proofs }) => (
          <li key={kinds.join()} className={classes.line}>
            {met ? (
              <IconCheck size={16} className={classes.met} aria-hidden />
            ) : (
              <IconQuestionMark size={16} className={classes.missing} aria-hidden />
            )}
            <span>
              <span className={met ? undefined : classes.missing}>
                {t(met ? 'proofs:checklist.met' : 'proofs:checklist.missing', { kinds: kindsText(kinds, t) })}
              </span>
              {proofs.map((proof) => (
                <Anchor
                  key={proof.id ?? proof.documentId}
                  component="button"
                  type="button"
                  display="block"
                  className={classes.file}
                  onClick={() => open(proof.documentId, proof.fileName)}
                >
                  {proof.id === null
                    ? `${t('proofs:checklist.eInvoice')} ${proof.title}`
                    : proof.title || proof.fileName}
                </Anchor>
              ))}
            </span>
            {!met && !readOnly && (
              <FileButton
                multiple
                onChange={(files) => files.length > 0 && setAdding({ files, ...(kinds[0] && { kind: kinds[0] }) })}
              >
                {(button) => (
                  <Button
                    {...button}
                    variant="default"
                    size="compact-xs"
                    aria-label={t('proofs:checklist.attachKind', { kinds: kindsText(kinds, t) })}
                  >
                    {t('proofs:checklist.attach')}
                  </Button>
                )}
              </FileButton>
            )}
          </li>
        ))}
        {others.map((proof) => (
          <li key={proof.id} className={classes.line}>
            <IconFile size={16} aria-hidden />
            <span>
              {t(`proofs:kind.${proof.kind}`)}{' '}
              {proof.expired && <ToneBadge tone="late">{t('proofs:expired')}</ToneBadge>}
              <Anchor
                component="button"
                type="button"
                display="block"
                className={classes.file}
                onClick={() => file.open(proof)}
              >
                {proof.title || proof.fileName}
              </Anchor>
            </span>
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Text size="xs" c="dimmed">
          {t('proofs:drop.title')}. {t('proofs:drop.text')}
        </Text>
      )}
      {adding && (
        <AddDialog
          customer={{ id: item.customerId, name: item.customerName }}
          item={item}
          {...adding}
          onClose={() => setAdding(null)}
        />
      )}
    </FileZone>
  )
}
