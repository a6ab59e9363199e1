import { Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { ActionProps } from '../../app/items.ts'
import { useHome } from '../../app/useHome.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { Left } from './Left.tsx'
import classes from './payments.module.css'
import { SplitTable } from './SplitTable.tsx'
import { takeBack } from './takeBack.ts'
import { currencyOf, idsOf, tickedOf, useOpen } from './useOpen.ts'
import { usePlacement } from './usePlacement.ts'
import { WayChoice } from './WayChoice.tsx'

/** What we owe the same party is set against what they owe. */
export const SetOffDialog = ({ target, onClose }: ActionProps) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const home = useHome()
  const [chosen, setCurrency] = useState(currencyOf(target))
  const currency = chosen ?? home
  const { debits, currencies } = useOpen(target, currency)
  const [amount, setAmount] = useState<Minor | null>(null)
  const [reference, setReference] = useState('')
  const [day, setDay] = useState<Day | null>(today)
  const [note, setNote] = useState('')
  const ticked = tickedOf(debits, idsOf(target))
  const placement = usePlacement(debits, amount, ticked)
  const setOff = useCommand(api.payments.setOff.mutationOptions(), {
    done: ({ counterLeft }, input) =>
      t(counterLeft > 0 ? 'payments:setOff.doneLeft' : 'payments:setOff.done', {
        left: format.money(counterLeft, input.currency),
        amount: format.money(input.amount - counterLeft, input.currency),
      }),
    undo: takeBack,
    onDone: () => onClose(true),
    quiet: true,
  })
  if (!target.customer) return null
  const customerId = target.customer.id
  const complete = amount !== null && amount > 0 && day !== null && reference.trim() !== '' && placement.placed > 0
  return (
    <FormDialog
      title={t('payments:setOff.title', { name: target.customer.name })}
      onClose={onClose}
      size={760}
      submit={t('payments:setOff.submit', { amount: format.money(placement.placed, currency) })}
      disabled={!complete || placement.left < 0 || placement.wrong !== undefined}
      pending={setOff.isPending}
      error={setOff.error}
      summary={amount !== null && <Left left={placement.left} currency={currency} words="setOff" />}
      onSubmit={() =>
        complete && setOff.mutate({ customerId, day, reference, amount, currency, note, allocate: placement.choice })
      }
    >
      <Text size="sm">{t('payments:setOff.about')}</Text>
      <div className={classes.row}>
        <TextInput
          data-autofocus
          required
          label={t('payments:setOff.reference')}
          maxLength={100}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <MoneyInput
          required
          label={t('payments:setOff.amount')}
          currency={currency}
          value={amount}
          onChange={setAmount}
        />
        <DayInput required w="100%" label={t('payments:field.day')} value={day} onChange={setDay} />
        <TextInput
          className={classes.wide}
          label={t('payments:field.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {currencies.length > 1 && (
          <Select
            label={t('payments:field.currency')}
            allowDeselect={false}
            value={currency}
            onChange={(value) => value && setCurrency(value)}
            data={currencies}
          />
        )}
      </div>
      <WayChoice placement={placement} label={t('payments:setOff.settles')} ways={['oldest', 'hand']} />
      {placement.way === 'hand' && (
        <SplitTable label={t('payments:split.debits')} lines={debits} placement={placement} currency={currency} />
      )}
    </FormDialog>
  )
}
