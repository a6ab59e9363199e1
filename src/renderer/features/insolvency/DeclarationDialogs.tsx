import { Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Channel, channels, type Declaration } from '../../../main/core/declarations/declarations.contract.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { Note } from '../../components/Note.tsx'
import classes from './insolvency.module.css'
import { useKeptReceipt } from './useKeptReceipt.ts'

type Props = { declaration: Declaration; onClose: () => void }

/** The day a declaration left: the one that counts. */
export const SentDialog = ({ declaration, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const [day, setDay] = useState<Day | null>(today)
  const [channel, setChannel] = useState<Channel>('registered')
  const [number, setNumber] = useState('')
  const send = useCommand(api.declarations.recordSent.mutationOptions(), {
    done: t('insolvency:sent.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('insolvency:sent.title', { reference: declaration.reference })}
      onClose={onClose}
      submit={t('insolvency:sent.submit')}
      disabled={day === null}
      pending={send.isPending}
      error={send.error}
      onSubmit={() => day && send.mutate({ id: declaration.id, day, channel, registeredNumber: number })}
    >
      <Note>
        <Text size="sm">{t('insolvency:sent.text')}</Text>
      </Note>
      <div className={classes.pair}>
        <DayInput
          data-autofocus
          w="auto"
          required
          label={t('insolvency:sent.day')}
          minDate={declaration.judgment}
          maxDate={today}
          value={day}
          onChange={setDay}
        />
        <Select
          allowDeselect={false}
          label={t('insolvency:sent.channel')}
          data={channels.map((value) => ({ value, label: t(`insolvency:declarations.sentBy.${value}`) }))}
          value={channel}
          onChange={(value) => value && setChannel(value as Channel)}
        />
        {channel === 'registered' && (
          <TextInput
            className={classes.wide}
            maxLength={60}
            label={t('insolvency:sent.number')}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
        )}
      </div>
    </FormDialog>
  )
}

export const ReceiptDialog = ({ declaration, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const [day, setDay] = useState<Day | null>(today)
  const kept = useKeptReceipt(declaration.customerId, `${t('insolvency:receipt.document')} ${declaration.reference}`)
  const receive = useCommand(api.declarations.recordReceipt.mutationOptions(), {
    done: t('insolvency:receipt.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('insolvency:receipt.title', { reference: declaration.reference })}
      onClose={onClose}
      submit={t('insolvency:receipt.submit')}
      disabled={day === null}
      pending={receive.isPending}
      error={receive.error}
      onSubmit={() => day && receive.mutate({ id: declaration.id, day, documentId: kept.file?.id ?? null })}
    >
      <DayInput
        data-autofocus
        w={200}
        required
        label={t('insolvency:receipt.day')}
        {...(declaration.sentOn && { minDate: declaration.sentOn })}
        maxDate={today}
        value={day}
        onChange={setDay}
      />
      <Stack gap={2} align="flex-start">
        <Text size="sm" fw={600}>
          {t('insolvency:receipt.document')}
        </Text>
        <AttachedFile
          documentId={kept.file?.id ?? null}
          documentName={kept.file?.name ?? null}
          onAttach={kept.keep}
          pending={kept.pending}
        />
      </Stack>
    </FormDialog>
  )
}

/** What became of the claim: three parts that make its total. */
export const OutcomeDialog = ({ declaration, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { id, reference, total, currency } = declaration
  const [day, setDay] = useState<Day | null>(today)
  const [parts, setParts] = useState({
    admitted: declaration.admitted ?? total,
    contested: declaration.contested ?? 0,
    rejected: declaration.rejected ?? 0,
  })
  const [contestedOn, setContestedOn] = useState<Day | null>(declaration.contestedOn)
  const [note, setNote] = useState(declaration.outcomeNote)
  const save = useCommand(api.declarations.recordOutcome.mutationOptions(), {
    done: t('insolvency:outcome.done'),
    onDone: onClose,
    quiet: true,
  })
  const left = total - parts.admitted - parts.contested - parts.rejected
  const money = (part: keyof typeof parts) => (
    <MoneyInput
      key={part}
      label={t(`insolvency:outcome.${part}`)}
      currency={currency}
      value={parts[part]}
      onChange={(amount) => setParts((old) => ({ ...old, [part]: amount ?? 0 }))}
    />
  )
  return (
    <FormDialog
      title={t('insolvency:outcome.title', { reference })}
      onClose={onClose}
      size={600}
      submit={t('insolvency:outcome.submit')}
      disabled={day === null || left !== 0}
      pending={save.isPending}
      error={save.error}
      summary={left !== 0 && t('insolvency:outcome.left', { amount: format.money(left, currency) })}
      onSubmit={() => day && save.mutate({ id, day, ...parts, contestedOn, note })}
    >
      <Text size="sm">{t('insolvency:outcome.text', { total: format.money(total, currency) })}</Text>
      <div className={classes.three}>{(['admitted', 'contested', 'rejected'] as const).map(money)}</div>
      <div className={classes.pair}>
        <DayInput w="auto" required label={t('insolvency:outcome.day')} maxDate={today} value={day} onChange={setDay} />
        {parts.contested > 0 && (
          <DayInput
            w="auto"
            clearable
            label={t('insolvency:outcome.contestedOn')}
            description={t('insolvency:outcome.contestedHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxDate={today}
            value={contestedOn}
            onChange={setContestedOn}
          />
        )}
      </div>
      <Textarea
        autosize
        minRows={1}
        maxLength={1000}
        label={t('insolvency:outcome.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

export const AnswerDialog = ({ declaration, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const [day, setDay] = useState<Day | null>(today)
  const save = useCommand(api.declarations.recordAnswer.mutationOptions(), {
    done: t('insolvency:answer.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('insolvency:answer.title', { reference: declaration.reference })}
      onClose={onClose}
      submit={t('insolvency:answer.submit')}
      disabled={day === null}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => day && save.mutate({ id: declaration.id, day })}
    >
      <DayInput
        data-autofocus
        w={200}
        required
        label={t('insolvency:answer.day')}
        maxDate={today}
        value={day}
        onChange={setDay}
      />
    </FormDialog>
  )
}

export const CancelDialog = ({ declaration, onClose }: Props) => {
  const t = useT()
  const [reason, setReason] = useState('')
  const cancel = useCommand(api.declarations.cancel.mutationOptions(), {
    done: t('insolvency:cancel.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('insolvency:cancel.title', { reference: declaration.reference })}
      onClose={onClose}
      grave
      submit={t('insolvency:cancel.submit')}
      disabled={reason.trim() === ''}
      pending={cancel.isPending}
      error={cancel.error}
      onSubmit={() => cancel.mutate({ id: declaration.id, reason })}
    >
      <Text size="sm">{t('insolvency:cancel.declaration')}</Text>
      <TextInput
        data-autofocus
        required
        maxLength={500}
        label={t('insolvency:cancel.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
