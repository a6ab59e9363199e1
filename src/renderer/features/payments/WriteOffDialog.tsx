import { Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { ActionProps } from '../../app/items.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { useItem } from '../../components/items/useItem.ts'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { Note } from '../../components/Note.tsx'
import { Left } from './Left.tsx'
import classes from './payments.module.css'
import { takeBack } from './takeBack.ts'

/** Gives up a small difference, of a debit or of a credit, as far as the policy allows. */
export const WriteOffDialog = ({ target, onClose }: ActionProps) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  // The list may show another day.
  const item = useItem(target.items[0], today)
  const policy = useQuery(api.policy.get.queryOptions({ input: {} })).data
  const open = Math.abs(item?.open ?? 0)
  const [written, setWritten] = useState<Minor | null | undefined>(undefined)
  const amount = written === undefined ? open : written
  const [day, setDay] = useState<Day | null>(today)
  const [note, setNote] = useState('')
  const writeOff = useCommand(api.payments.writeOff.mutationOptions(), {
    done: t('payments:writeOff.done', { number: item?.number }),
    undo: takeBack,
    onDone: () => onClose(true),
    quiet: true,
  })
  if (!item) return null
  const limit = policy ? (policy.content.writeOffLimits[item.currency] ?? 0) : null
  const money = (minor: Minor) => format.money(minor, item.currency)
  const above = limit !== null && amount !== null && amount > limit
  const wrong =
    amount !== null && amount > open
      ? t('payments:split.tooMuch', { number: item.number, open: money(open) })
      : above && limit !== null
        ? t('payments:writeOff.aboveLimit', { limit: money(limit) })
        : undefined
  return (
    <FormDialog
      title={t('payments:writeOff.title', { number: item.number })}
      onClose={onClose}
      submit={t('payments:writeOff.submit', { amount: money(amount ?? 0) })}
      disabled={amount === null || amount <= 0 || day === null || wrong !== undefined}
      pending={writeOff.isPending}
      error={writeOff.error}
      summary={amount !== null && !wrong && <Left left={open - amount} currency={item.currency} words="writeOff" />}
      onSubmit={() => day && amount && writeOff.mutate({ itemId: item.id, day, amount, note })}
    >
      <Note>
        <Text size="sm">
          {t('payments:field.openIs', { open: money(open) })}.{' '}
          {t(item.open > 0 ? 'payments:writeOff.aboutDebit' : 'payments:writeOff.aboutCredit')}{' '}
          {limit !== null &&
            (limit > 0
              ? t('payments:writeOff.limit', { limit: money(limit) })
              : t('payments:writeOff.noLimit', { currency: item.currency }))}
        </Text>
      </Note>
      <div className={classes.two}>
        <MoneyInput
          data-autofocus
          required
          label={t('payments:field.amount')}
          currency={item.currency}
          value={amount}
          onChange={setWritten}
          error={wrong}
        />
        <DayInput
          required
          w="100%"
          label={t('payments:field.day')}
          minDate={item.booked}
          value={day}
          onChange={setDay}
        />
        <TextInput
          className={classes.full}
          label={t('payments:field.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  )
}
