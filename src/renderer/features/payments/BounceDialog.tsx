import { Autocomplete, List, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { ActionProps } from '../../app/items.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import classes from './payments.module.css'

const reasons = ['funds', 'directDebit', 'cheque', 'draft', 'account'] as const

/** A receipt came back: names what is owed again. */
export const BounceDialog = ({ target, onClose }: ActionProps) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [item] = target.items
  const [day, setDay] = useState<Day | null>(today)
  const [reason, setReason] = useState('')
  const [reference, setReference] = useState('')
  const itemId = item?.id ?? ''
  const matches = useQuery({ ...api.payments.matches.queryOptions({ input: { itemId } }), enabled: itemId !== '' })
  const detail = useQuery({ ...api.payments.detail.queryOptions({ input: { itemId } }), enabled: itemId !== '' })
  const bounce = useCommand(api.payments.bounce.mutationOptions(), {
    done: ({ reopened }) => t('payments:bounce.done', { count: reopened.length }),
    // The receipt takes up its matches again.
    undo: (made) => client.payments.remove({ itemId: made.itemId }),
    onDone: () => onClose(true),
    quiet: true,
  })
  if (!item) return null
  const inForce = (matches.data?.matches ?? []).filter(({ undoneOn }) => undoneOn === null)
  const bouncedOn = detail.data?.payment?.bouncedOn ?? null
  const amount = format.money(Math.abs(item.amount), item.currency)
  return (
    <FormDialog
      title={t('payments:bounce.title', { number: item.number })}
      onClose={onClose}
      grave
      submit={t('payments:bounce.submit', { amount })}
      disabled={day === null || bouncedOn !== null}
      pending={bounce.isPending}
      error={bounce.error ?? matches.error}
      onSubmit={() => day && bounce.mutate({ itemId, day, reason, reference })}
    >
      {bouncedOn ? (
        <Note tone="risk" role="alert">
          <Text size="sm">{t('payments:bounce.already', { day: format.day(bouncedOn) })}</Text>
        </Note>
      ) : (
        <Note tone="late" title={t(inForce.length > 0 ? 'payments:bounce.reopens' : 'payments:bounce.reopensNone')}>
          {inForce.length > 0 && (
            <List size="sm">
              {inForce.map((match) => (
                <List.Item key={match.id}>
                  {t(`receivables:kind.${match.otherKind}`)} {match.otherNumber},{' '}
                  {format.money(match.amount, item.currency)}
                </List.Item>
              ))}
            </List>
          )}
        </Note>
      )}
      <div className={classes.two}>
        <DayInput
          required
          w="100%"
          minDate={item.booked}
          label={t('payments:bounce.day')}
          value={day}
          onChange={setDay}
        />
        <TextInput
          label={t('payments:field.reference')}
          maxLength={100}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <Autocomplete
          data-autofocus
          openOnFocus={false}
          className={classes.full}
          label={t('payments:bounce.reason')}
          maxLength={200}
          value={reason}
          onChange={setReason}
          data={reasons.map((one) => t(`payments:bounce.reasons.${one}`))}
        />
      </div>
    </FormDialog>
  )
}
