import { Button, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type Answer,
  answers,
  type RetentionClaim,
  type RetentionOutcome,
  retentionOutcomes,
} from '../../../main/core/declarations/retention.schema.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'
import classes from './insolvency.module.css'

const tones: Partial<Record<RetentionClaim['state'], Tone>> = {
  prepared: 'late',
  agreed: 'settled',
  refused: 'risk',
}

type Action = 'sent' | 'receipt' | 'answer' | 'judge' | 'outcome' | 'cancel'

/** What can be recorded of a claim, the next thing first. */
const actionsOf = ({ state, sentOn, receivedOn, answer, judgeOn }: RetentionClaim): Action[] => {
  if (state === 'cancelled' || state === 'ended') return []
  if (sentOn === null) return ['sent', 'cancel']
  return [
    ...(receivedOn === null && answer === null ? (['receipt'] as const) : []),
    ...(answer === null ? (['answer'] as const) : []),
    ...(answer !== 'agreed' && judgeOn === null ? (['judge'] as const) : []),
    'outcome',
    'cancel',
  ]
}

/** Claims of goods, the newest first. */
export const RetentionClaims = ({ claims }: { claims: readonly RetentionClaim[] }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const [asked, setAsked] = useState<{ what: Action; claim: RetentionClaim } | null>(null)
  return (
    <>
      {claims.map((claim) => (
        <article key={claim.id} className={classes.paper} aria-label={claim.reference}>
          <Group gap="xs">
            <Text fw={600} size="sm">
              {claim.reference}
            </Text>
            <ToneBadge tone={tones[claim.state] ?? 'neutral'}>
              {t(`insolvency:retention.state.${claim.state}`)}
            </ToneBadge>
            <Text size="sm">{t('insolvency:declarations.to', { name: claim.addressee })}</Text>
          </Group>
          <span />
          <Text size="sm" c="dimmed" className={classes.wide}>
            {[
              claim.goods.map(({ description }) => description).join(', '),
              claim.sentOn && t('insolvency:declarations.sent', { day: format.day(claim.sentOn) }),
              claim.receivedOn && t('insolvency:declarations.received', { day: format.day(claim.receivedOn) }),
              claim.answer &&
                claim.answeredOn &&
                `${t(`insolvency:retention.answer.${claim.answer}`)} ${format.day(claim.answeredOn)}`,
              claim.outcome && t(`insolvency:retention.outcome.${claim.outcome}`),
              claim.note,
              claim.cancelledBecause,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Group gap="xs" className={classes.wide}>
            <AttachedFile documentId={claim.documentId} documentName={`${claim.reference}.pdf`} onAttach={null} />
            {!readOnly &&
              actionsOf(claim).map((what, place) => (
                <Button
                  key={what}
                  size="compact-sm"
                  variant={place === 0 ? 'light' : 'subtle'}
                  {...(what === 'cancel' && { color: 'gray' })}
                  onClick={() => setAsked({ what, claim })}
                >
                  {t(`insolvency:retention.do.${what}`)}
                </Button>
              ))}
          </Group>
        </article>
      ))}
      {asked && <StepDialog {...asked} onClose={() => setAsked(null)} />}
    </>
  )
}

type Props = { what: Action; claim: RetentionClaim; onClose: () => void }

const StepDialog = ({ what, claim, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const [day, setDay] = useState<Day | null>(today)
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<Answer>('agreed')
  const [outcome, setOutcome] = useState<RetentionOutcome>('returned')
  const feedback = { done: t('insolvency:retention.dialog.done'), onDone: onClose, quiet: true }
  const { declarations } = api
  const sent = useCommand(declarations.recordRetentionSent.mutationOptions(), feedback)
  const receipt = useCommand(declarations.recordRetentionReceipt.mutationOptions(), feedback)
  const answered = useCommand(declarations.recordRetentionAnswer.mutationOptions(), feedback)
  const judge = useCommand(declarations.recordRetentionJudge.mutationOptions(), feedback)
  const ended = useCommand(declarations.recordRetentionOutcome.mutationOptions(), feedback)
  const cancel = useCommand(declarations.cancelRetention.mutationOptions(), feedback)
  const command = { sent, receipt, answer: answered, judge, outcome: ended, cancel }[what]
  const { id, reference } = claim
  const save = () => {
    if (what === 'cancel') return cancel.mutate({ id, reason: text })
    if (day === null) return
    const steps = {
      sent: () => sent.mutate({ id, day, registeredNumber: text }),
      receipt: () => receipt.mutate({ id, day }),
      answer: () => answered.mutate({ id, day, answer, note: text }),
      judge: () => judge.mutate({ id, day }),
      outcome: () => ended.mutate({ id, day, outcome, note: text }),
    }
    steps[what]()
  }
  const cancelling = what === 'cancel'
  return (
    <FormDialog
      title={
        cancelling
          ? t('insolvency:cancel.title', { reference })
          : `${t(`insolvency:retention.do.${what}`)}, ${reference}`
      }
      onClose={onClose}
      grave={cancelling}
      submit={t(cancelling ? 'insolvency:cancel.submit' : 'insolvency:retention.dialog.submit')}
      disabled={cancelling ? text.trim() === '' : day === null}
      pending={command.isPending}
      error={command.error}
      onSubmit={save}
    >
      {cancelling ? (
        <>
          <Text size="sm">{t('insolvency:cancel.retention')}</Text>
          <TextInput
            data-autofocus
            required
            maxLength={500}
            label={t('insolvency:cancel.reason')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </>
      ) : (
        <DayInput
          data-autofocus
          w={200}
          required
          label={t('insolvency:retention.dialog.day')}
          maxDate={today}
          value={day}
          onChange={setDay}
        />
      )}
      {what === 'sent' && (
        <TextInput
          maxLength={60}
          label={t('insolvency:retention.dialog.number')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {what === 'answer' && (
        <Select
          allowDeselect={false}
          label={t('insolvency:retention.dialog.answer')}
          data={answers.map((value) => ({ value, label: t(`insolvency:retention.answer.${value}`) }))}
          value={answer}
          onChange={(value) => value && setAnswer(value as Answer)}
        />
      )}
      {what === 'outcome' && (
        <Select
          allowDeselect={false}
          label={t('insolvency:retention.dialog.outcome')}
          data={retentionOutcomes.map((value) => ({ value, label: t(`insolvency:retention.outcome.${value}`) }))}
          value={outcome}
          onChange={(value) => value && setOutcome(value as RetentionOutcome)}
        />
      )}
      {(what === 'answer' || what === 'outcome') && (
        <Textarea
          autosize
          minRows={1}
          maxLength={1000}
          label={t('insolvency:outcome.note')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}
