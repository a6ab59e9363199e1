import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { WriteOff } from '../../../main/core/writeoffs/writeoffs.schema.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { Facts } from '../../components/Facts.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { TaxBadge } from './useWriteOffColumns.tsx'
import { ClaimDialog, NoticeDialog, VatDialog } from './VatDialogs.tsx'

/** The VAT of a write-off: where its recovery stands, and the next step. */
export const VatPart = ({ writeOff }: { writeOff: WriteOff }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const [asked, setAsked] = useState<'edit' | 'notice' | 'claim' | null>(null)
  const { tax, currency, documents, state } = writeOff
  const notice = documents.find(({ documentId }) => documentId === tax.noticeId)
  const close = () => setAsked(null)
  const booked = state === 'booked'
  return (
    <>
      <Group justify="space-between">
        <Title order={3}>{t('writeoffs:vat.title')}</Title>
        <TaxBadge state={tax.state} />
      </Group>
      <Text size="sm">{t(`writeoffs:taxNext.${tax.state}`)}</Text>
      <Facts
        facts={[
          tax.tax !== null && [t('writeoffs:vat.amount'), format.money(tax.tax, currency)],
          tax.ground !== null &&
            tax.definitiveOn !== null && [
              t('writeoffs:vat.event'),
              t('writeoffs:vat.eventOn', {
                ground: t(`writeoffs:ground.${tax.ground}`),
                day: format.day(tax.definitiveOn),
              }),
            ],
          tax.deadline !== null &&
            tax.daysLeft !== null && [
              t('writeoffs:vat.deadline'),
              tax.state === 'claimed' || tax.daysLeft < 0
                ? format.day(tax.deadline)
                : `${format.day(tax.deadline)}, ${t('writeoffs:vat.left', { count: tax.daysLeft })}`,
            ],
          tax.noticeOn !== null && [t('writeoffs:vat.notice'), format.day(tax.noticeOn)],
          tax.noticeSentOn !== null && [t('writeoffs:vat.sent'), format.day(tax.noticeSentOn)],
          tax.claimedOn !== null && [t('writeoffs:vat.claimed'), format.day(tax.claimedOn)],
        ]}
      />
      {notice && <AttachedFile documentId={notice.documentId} documentName={notice.name} onAttach={null} />}
      {!readOnly && booked && (
        <Group gap="xs">
          {tax.state === 'notice' && (
            <Button variant="light" onClick={() => setAsked('notice')}>
              {t('writeoffs:vat.issue')}
            </Button>
          )}
          {tax.state === 'claim' && (
            <Button variant="light" onClick={() => setAsked('claim')}>
              {t('writeoffs:vat.claim')}
            </Button>
          )}
          {tax.state !== 'claimed' && (
            <Button variant="default" onClick={() => setAsked('edit')}>
              {t('writeoffs:vat.edit')}
            </Button>
          )}
        </Group>
      )}
      {asked === 'edit' && <VatDialog writeOff={writeOff} onClose={close} />}
      {asked === 'notice' && <NoticeDialog writeOff={writeOff} onClose={close} />}
      {asked === 'claim' && <ClaimDialog writeOff={writeOff} onClose={close} />}
    </>
  )
}
