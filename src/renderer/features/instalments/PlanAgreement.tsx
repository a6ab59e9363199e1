import { Button, Group, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { InstalmentPlan } from '../../../main/core/instalments/instalments.contract.ts'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { AgreementDialog } from './AgreementDialog.tsx'
import { SignedDialog } from './SignedDialog.tsx'

/** The agreement of a plan: to be issued, out for signature, or signed. */
export const PlanAgreement = ({ plan }: { plan: InstalmentPlan }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('issue')
  const failed = useErrorToast()
  const [asked, setAsked] = useState<'issue' | 'signed' | null>(null)
  const draft = useMutation({
    mutationFn: (documentId: string) => client.mail.agreement({ documentId }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  const { letter, signedOn, documentId, documentName } = plan
  const running = plan.state !== 'cancelled' && plan.state !== 'kept'
  if (!letter && !running) return null
  const state = signedOn ? 'signed' : letter ? 'out' : 'none'
  const close = () => setAsked(null)
  return (
    <>
      <Group justify="space-between">
        <Title order={3}>{t('instalments:agreement.title')}</Title>
        <ToneBadge tone={state === 'signed' ? 'settled' : 'neutral'}>
          {t(`instalments:agreement.state.${state}`)}
        </ToneBadge>
      </Group>
      <Text size="sm">
        {state === 'signed' && signedOn
          ? t('instalments:agreement.told.signed', { day: format.day(signedOn) })
          : letter
            ? t('instalments:agreement.told.out', {
                reference: letter.reference,
                day: format.day(letter.on),
                person: letter.by,
              })
            : t('instalments:agreement.told.none')}
      </Text>
      {letter && <AttachedFile documentId={letter.documentId} documentName={letter.name} onAttach={null} />}
      {documentId && <AttachedFile documentId={documentId} documentName={documentName} onAttach={null} />}
      {!readOnly && running && (
        <Group gap="xs">
          {!signedOn && (
            <Button variant={letter ? 'default' : 'light'} onClick={() => setAsked('issue')}>
              {t(letter ? 'instalments:agreement.again' : 'instalments:agreement.issue')}
            </Button>
          )}
          {letter && !signedOn && (
            <>
              <Button variant="default" loading={draft.isPending} onClick={() => draft.mutate(letter.documentId)}>
                {t('instalments:agreement.draft')}
              </Button>
              <Button variant="light" onClick={() => setAsked('signed')}>
                {t('instalments:agreement.signed')}
              </Button>
            </>
          )}
        </Group>
      )}
      {asked === 'issue' && <AgreementDialog plan={plan} onClose={close} />}
      {asked === 'signed' && <SignedDialog plan={plan} onClose={close} />}
    </>
  )
}
