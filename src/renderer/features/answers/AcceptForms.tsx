import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AnswerDetail } from '../../../main/core/answers/answers.contract.ts'
import type { Permission } from '../../../main/core/kernel/contract.ts'
import { maxDay } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { TermsInput } from '../../components/TermsInput.tsx'
import { useReasons } from '../../components/useReasons.ts'

export type AcceptProps = { answer: AnswerDetail }

type FrameProps = {
  needs: Permission
  submit: string
  ready: boolean
  pending: boolean
  error: unknown
  onSubmit: () => void
  children: ReactNode
}

/** The values of an answer, to be changed before they are taken over; Enter accepts. */
export const AcceptFrame = ({ needs, submit, ready, pending, error, onSubmit, children }: FrameProps) => {
  const readOnly = useReadOnly(needs)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !pending) onSubmit()
      }}
    >
      <fieldset disabled={readOnly} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack gap="sm">
          {children}
          <ErrorNote error={error} />
          {!readOnly && (
            <Group>
              <Button type="submit" disabled={!ready} loading={pending}>
                {submit}
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  )
}

export const useAccepted = ({ customerName }: AnswerDetail) => {
  const t = useT()
  return { quiet: true, done: t('answers:accept.done', { name: customerName }) }
}

export const AcceptPayment = ({ answer }: AcceptProps) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { request } = answer
  const asked = request.kind === 'payment' ? request : null
  const [amount, setAmount] = useState(asked?.amount ?? null)
  const [day, setDay] = useState<string | null>(maxDay(asked?.day ?? today, today))
  const [note, setNote] = useState(asked?.note ?? '')
  const accept = useCommand(api.answers.acceptPayment.mutationOptions(), useAccepted(answer))
  if (!asked) return null
  const open = answer.items.filter((item) => item.open > 0)
  return (
    <AcceptFrame
      needs="collect"
      submit={t('answers:accept.payment', { amount: format.money(amount ?? 0, asked.currency) })}
      ready={amount !== null && amount > 0 && day !== null}
      pending={accept.isPending}
      error={accept.error}
      onSubmit={() =>
        amount !== null &&
        day !== null &&
        accept.mutate({ id: answer.id, amount, day, itemIds: open.map(({ itemId }) => itemId), note })
      }
    >
      <Group align="flex-end">
        <MoneyInput label={t('answers:accept.amount')} value={amount} currency={asked.currency} onChange={setAmount} />
        <DayInput label={t('answers:accept.day')} value={day} onChange={setDay} minDate={today} />
      </Group>
      {answer.items.length > 0 && open.length === 0 && <Text size="sm">{t('answers:accept.settled')}</Text>}
      <Textarea
        label={t('answers:accept.note')}
        autosize
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </AcceptFrame>
  )
}

export const AcceptDispute = ({ answer }: AcceptProps) => {
  const t = useT()
  const { offered } = useReasons()
  const { request } = answer
  const asked = request.kind === 'dispute' ? request : null
  const [amount, setAmount] = useState(asked?.amount ?? null)
  const [chosen, setReason] = useState<string | null>(asked?.reason ?? null)
  const [description, setDescription] = useState(asked?.text ?? '')
  const accept = useCommand(api.answers.acceptDispute.mutationOptions(), useAccepted(answer))
  if (!asked) return null
  // A policy of one's own may not offer what the page names.
  const reason = offered.find(({ value }) => value === chosen)?.value ?? null
  return (
    <AcceptFrame
      needs="collect"
      submit={t('answers:accept.dispute')}
      ready={amount !== null && amount > 0 && reason !== null}
      pending={accept.isPending}
      error={accept.error}
      onSubmit={() =>
        amount !== null && reason !== null && accept.mutate({ id: answer.id, amount, reason, description })
      }
    >
      <MoneyInput label={t('answers:accept.amount')} value={amount} currency={asked.currency} onChange={setAmount} />
      <Select label={t('answers:accept.reason')} data={offered} value={reason} onChange={setReason} />
      <Textarea
        label={t('answers:accept.description')}
        autosize
        maxLength={2000}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
    </AcceptFrame>
  )
}

export const AcceptCredit = ({ answer }: AcceptProps) => {
  const t = useT()
  const { request } = answer
  const asked = request.kind === 'credit' ? request : null
  const [limit, setLimit] = useState(asked?.amount ?? null)
  const [terms, setTerms] = useState('')
  const [note, setNote] = useState(
    [asked?.terms && t('answers:about.terms', { terms: asked.terms }), asked?.text].filter(Boolean).join('\n'),
  )
  const accept = useCommand(api.answers.acceptCredit.mutationOptions(), useAccepted(answer))
  if (!asked) return null
  return (
    <AcceptFrame
      needs="edit"
      submit={t('answers:accept.credit')}
      ready={limit !== null && limit >= 0}
      pending={accept.isPending}
      error={accept.error}
      onSubmit={() => limit !== null && accept.mutate({ id: answer.id, asked: limit, terms, note })}
    >
      <MoneyInput label={t('answers:accept.limit')} value={limit} currency={asked.currency} onChange={setLimit} />
      <TermsInput label={t('answers:accept.terms')} value={terms} onChange={setTerms} />
      <Textarea
        label={t('answers:accept.note')}
        autosize
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </AcceptFrame>
  )
}
