import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { AnswerDetail } from '../../../main/core/answers/answers.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Note } from '../../components/Note.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { useReasons } from '../../components/useReasons.ts'
import { AcceptContact } from './AcceptContact.tsx'
import { AcceptCredit, AcceptDispute, AcceptPayment } from './AcceptForms.tsx'
import classes from './answers.module.css'

const accepting = { payment: AcceptPayment, dispute: AcceptDispute, credit: AcceptCredit, contact: AcceptContact }

/** One answer: who says what, what the book has of it, and the decision. */
export const AnswerPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const t = useT()
  const { data: answer, error } = useQuery(api.answers.get.queryOptions({ input: { id } }))
  const Accept = answer && accepting[answer.kind]
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={answer ? t(`answers:kind.${answer.kind}`) : ''}
      label={t('answers:title')}
    >
      <ErrorNote error={error} />
      {answer && (
        <Stack gap="md">
          <Text fw={600}>
            <AnchorLink to="/customers/$id" params={{ id: answer.customerId }}>
              {answer.customerName}
            </AnchorLink>{' '}
            <Text span size="sm" c="dimmed">
              {answer.customerCode}
            </Text>
          </Text>
          <Said answer={answer} />
          {answer.state === 'waiting' && Accept && (
            <>
              <Note>{t('answers:panel.verified')}</Note>
              <Title order={3}>{t('answers:accept.title')}</Title>
              <Accept answer={answer} />
              <Decline answer={answer} />
            </>
          )}
        </Stack>
      )}
    </SidePanel>
  )
}

const Said = ({ answer }: { answer: AnswerDetail }) => {
  const t = useT()
  const format = useFormat()
  const reasons = useReasons()
  const { request, sender } = answer
  const text = 'text' in request ? request.text : request.note
  const facts: (readonly [string, ReactNode] | false)[] = [
    [t('answers:panel.sender'), [sender.name, sender.email, sender.phone].filter(Boolean).join(' · ')],
    [t('answers:panel.issued'), format.day(answer.issuedAt.slice(0, 10))],
    [t('answers:panel.read'), t('answers:panel.on', { day: format.day(answer.readOn), user: answer.readBy })],
    (request.kind === 'payment' || request.kind === 'dispute') && [
      t('answers:panel.items'),
      answer.items.length === 0 ? t('answers:panel.noItems') : <Items key="items" answer={answer} />,
    ],
    request.kind === 'dispute' && [t('answers:panel.reason'), reasons.nameOf(request.reason)],
    request.kind === 'credit' &&
      request.amount !== null && [t('answers:panel.asked'), format.money(request.amount, request.currency)],
    request.kind === 'credit' && request.terms !== '' && [t('answers:panel.terms'), request.terms],
    text !== '' && [
      t('answers:panel.note'),
      <span key="note" className={classes.said}>
        {text}
      </span>,
    ],
    answer.files.length > 0 && [
      t('answers:panel.files'),
      answer.files.map(({ documentId, name }) => (
        <AttachedFile key={documentId} documentId={documentId} documentName={name} onAttach={null} />
      )),
    ],
    answer.decidedOn !== null && [
      t('answers:panel.decided'),
      `${t(`answers:state.${answer.state}`)}, ${t('answers:panel.on', { day: format.day(answer.decidedOn), user: answer.decidedBy })}`,
    ],
    answer.reason !== '' && [t('answers:panel.declinedBecause'), answer.reason],
  ]
  return <Facts facts={facts} />
}

const Items = ({ answer }: { answer: AnswerDetail }) => {
  const t = useT()
  const format = useFormat()
  return (
    <ul className={classes.items}>
      {answer.items.map(({ itemId, number, label, due, open, currency }) => (
        <li key={itemId}>
          {t('answers:panel.item', {
            number: number || label,
            due: format.day(due),
            open: format.money(open, currency),
          })}
        </li>
      ))}
    </ul>
  )
}

const Decline = ({ answer }: { answer: AnswerDetail }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const name = answer.customerName
  const decline = useCommand(api.answers.decline.mutationOptions(), {
    quiet: true,
    done: t('answers:decline.done', { name }),
    onDone: () => setAsked(false),
  })
  if (readOnly) return null
  return (
    <>
      <Group>
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('answers:decline.action')}
        </Button>
      </Group>
      {asked && (
        <FormDialog
          title={t('answers:decline.title', { name })}
          submit={t('answers:decline.submit')}
          onClose={() => setAsked(false)}
          onSubmit={() => decline.mutate({ id: answer.id, reason })}
          disabled={reason.trim() === ''}
          pending={decline.isPending}
          error={decline.error}
        >
          <Text size="sm">{t('answers:decline.about')}</Text>
          <Textarea
            data-autofocus
            label={t('answers:decline.reason')}
            maxLength={500}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </FormDialog>
      )}
    </>
  )
}
