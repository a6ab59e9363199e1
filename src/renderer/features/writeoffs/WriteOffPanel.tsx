import { Button, FileButton, Group, Table, Text, Title } from '@mantine/core'
import { IconExternalLink, IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WriteOff } from '../../../main/core/writeoffs/writeoffs.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DayText } from '../../components/DayText.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { Note } from '../../components/Note.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { ApproveDialog, RefuseDialog } from './AnswerDialogs.tsx'
import { RecoverDialog } from './RecoverDialog.tsx'
import { VatPart } from './VatPart.tsx'
import { Warnings } from './Warnings.tsx'

type Asked = 'approve' | 'refuse' | 'withdraw' | 'recover'

/** One write-off: what it gives up, who decided, its VAT, what came in since. */
export const WriteOffPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const t = useT()
  const { data, error } = useQuery(api.writeoffs.get.queryOptions({ input: { id } }))
  return (
    <SidePanel opened onClose={onClose} title={data?.customerName ?? ''} label={t('writeoffs:title')}>
      <ErrorNote error={error} />
      {data && <Whole writeOff={data} />}
    </SidePanel>
  )
}

const Whole = ({ writeOff }: { writeOff: WriteOff }) => {
  const t = useT()
  const format = useFormat()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { currency, state, amount, recovered, reference, reason, note, day } = writeOff
  const close = () => setAsked(null)
  return (
    <>
      <Group justify="space-between">
        <Text c="dimmed" size="sm">
          {reference}
        </Text>
        <ToneBadge tone={state === 'proposed' ? 'late' : 'neutral'}>{t(`writeoffs:state.${state}`)}</ToneBadge>
      </Group>
      <KeyFigure
        label={t('writeoffs:panel.amount')}
        value={format.money(amount, currency)}
        tone="risk"
        {...(recovered > 0 && {
          hint: t('writeoffs:panel.recovered', { amount: format.money(recovered, currency) }),
        })}
      />
      <Warnings writeOff={writeOff} />
      <Facts
        facts={[
          [t('writeoffs:panel.reason'), t(`writeoffs:reason.${reason}`)],
          note !== '' && [t('writeoffs:panel.note'), note],
          [
            t('writeoffs:panel.proposed'),
            t('writeoffs:panel.by', { day: format.day(writeOff.proposedOn), person: writeOff.proposedBy }),
          ],
          ...answerFacts(writeOff, t, format),
          day !== null && [t('writeoffs:panel.booked'), format.day(day)],
          state === 'proposed' && [t('writeoffs:panel.who'), whoMay(writeOff, t)],
        ]}
      />
      <Actions writeOff={writeOff} onAsk={setAsked} />
      <Items writeOff={writeOff} />
      {state !== 'refused' && state !== 'withdrawn' && <VatPart writeOff={writeOff} />}
      <Documents writeOff={writeOff} />
      <Recoveries writeOff={writeOff} />
      {asked === 'approve' && <ApproveDialog writeOff={writeOff} onClose={close} />}
      {(asked === 'refuse' || asked === 'withdraw') && <RefuseDialog how={asked} writeOff={writeOff} onClose={close} />}
      {asked === 'recover' && <RecoverDialog writeOff={writeOff} onClose={close} />}
    </>
  )
}

type Texts = ReturnType<typeof useT>

const answerFacts = (
  { state, answeredOn, answeredBy, answeredFor, answer }: WriteOff,
  t: Texts,
  format: ReturnType<typeof useFormat>,
): [string, string][] => {
  if (answeredOn === null || state === 'proposed') return []
  const told = { day: format.day(answeredOn), person: answeredBy, other: answeredFor }
  return [
    [
      t(`writeoffs:panel.${state === 'booked' ? 'approved' : state}`),
      t(answeredFor === '' ? 'writeoffs:panel.by' : 'writeoffs:panel.byFor', told),
    ],
    ...(answer === '' ? [] : [[t('writeoffs:panel.answer'), answer] as [string, string]]),
  ]
}

const whoMay = ({ anyone, approvers, proposedBy }: WriteOff, t: Texts): string => {
  if (anyone) return t('writeoffs:panel.anyone', { person: proposedBy })
  return approvers.length === 0 ? t('writeoffs:panel.nobody') : approvers.join(', ')
}

const Actions = ({ writeOff, onAsk }: { writeOff: WriteOff; onAsk: (what: Asked) => void }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const mayDecide = !useReadOnly('approve')
  const { state, standing, currency, amount, recovered, customerId } = writeOff
  const customer = (
    <ButtonLink
      to="/customers/$id"
      params={{ id: customerId }}
      variant="default"
      leftSection={<IconExternalLink size={16} />}
    >
      {t('writeoffs:panel.openCustomer')}
    </ButtonLink>
  )
  return (
    <>
      {state === 'proposed' && standing !== 'may' && standing !== 'answered' && (
        <Note>
          <Text size="sm">{t(`writeoffs:standing.${standing}`, { currency })}</Text>
        </Note>
      )}
      <Group gap="xs">
        {mayDecide && state === 'proposed' && standing === 'may' && (
          <Button onClick={() => onAsk('approve')}>{t('writeoffs:approve.action')}</Button>
        )}
        {mayDecide && state === 'proposed' && standing !== 'own-proposal' && (
          <Button variant="default" onClick={() => onAsk('refuse')}>
            {t('writeoffs:refuse.action')}
          </Button>
        )}
        {!readOnly && state === 'proposed' && standing === 'own-proposal' && (
          <Button variant="default" onClick={() => onAsk('withdraw')}>
            {t('writeoffs:withdraw.action')}
          </Button>
        )}
        {!readOnly && state === 'booked' && recovered < amount && (
          <Button variant="default" onClick={() => onAsk('recover')}>
            {t('writeoffs:recover.action')}
          </Button>
        )}
        {customer}
      </Group>
    </>
  )
}

const Items = ({ writeOff: { items, currency } }: { writeOff: WriteOff }) => {
  const t = useT()
  return (
    <Table verticalSpacing={4} aria-label={t('writeoffs:panel.items')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('writeoffs:panel.item')}</Table.Th>
          <Table.Th>{t('writeoffs:panel.due')}</Table.Th>
          <Table.Th ta="right">{t('writeoffs:panel.tax')}</Table.Th>
          <Table.Th ta="right">{t('writeoffs:panel.gross')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.itemId}>
            <Table.Td>{item.number}</Table.Td>
            <Table.Td>
              <DayText day={item.due} />
            </Table.Td>
            <Table.Td ta="right">{item.tax !== null && <MoneyText amount={item.tax} currency={currency} />}</Table.Td>
            <Table.Td ta="right">
              <MoneyText amount={item.amount} currency={currency} strong />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const Documents = ({ writeOff: { id, documents } }: { writeOff: WriteOff }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const add = useCommand(api.writeoffs.addEvidence.mutationOptions())
  const evidence = documents.filter(({ kind }) => kind === 'evidence')
  return (
    <>
      <Title order={3}>{t('writeoffs:panel.documents')}</Title>
      {evidence.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('writeoffs:panel.noDocument')}
        </Text>
      )}
      {evidence.map(({ documentId, name }) => (
        <AttachedFile key={documentId} documentId={documentId} documentName={name} onAttach={null} />
      ))}
      {!readOnly && (
        <Group>
          <FileButton onChange={(file) => file && add.mutate({ id, name: file.name, file })}>
            {(button) => (
              <Button
                {...button}
                variant="default"
                size="compact-sm"
                leftSection={<IconPaperclip size={14} />}
                loading={add.isPending}
              >
                {t('writeoffs:panel.addDocument')}
              </Button>
            )}
          </FileButton>
        </Group>
      )}
    </>
  )
}

const Recoveries = ({ writeOff: { recoveries, currency } }: { writeOff: WriteOff }) => {
  const t = useT()
  const format = useFormat()
  if (recoveries.length === 0) return null
  return (
    <>
      <Title order={3}>{t('writeoffs:panel.recoveries')}</Title>
      <Facts
        facts={recoveries.map(
          ({ day, kind, amount, receiptNumber, reason }) =>
            [
              format.day(day),
              [format.money(amount, currency), t(`writeoffs:kind.${kind}`), receiptNumber ?? reason]
                .filter(Boolean)
                .join(' · '),
            ] as const,
        )}
      />
    </>
  )
}
