import { Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { type PaymentMethod, paymentMethods } from '../../../main/core/payments/payments.contract.ts'
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
import { Note } from '../../components/Note.tsx'
import { Left } from './Left.tsx'
import classes from './payments.module.css'
import { SplitTable } from './SplitTable.tsx'
import { openOf } from './split.ts'
import { takeBack } from './takeBack.ts'
import { currencyOf, idsOf, tickedOf, useOpen } from './useOpen.ts'
import { usePlacement } from './usePlacement.ts'

/** Pays back what a customer has in credit: those ticked, or all of it. */
export const RefundDialog = ({ target, onClose }: ActionProps) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const home = useHome()
  const currency = currencyOf(target) ?? home
  const { ready, credits } = useOpen(target, currency)
  const ticked = tickedOf(credits, idsOf(target))
  const lines = ticked.length > 0 ? ticked : credits
  const [written, setWritten] = useState<Minor | null | undefined>(undefined)
  const amount = written === undefined ? openOf(lines) || null : written
  const [day, setDay] = useState<Day | null>(today)
  const [method, setMethod] = useState<PaymentMethod>('transfer')
  const [reference, setReference] = useState('')
  const placement = usePlacement(lines, amount, lines)
  const refund = useCommand(api.payments.refund.mutationOptions(), {
    done: (_, input) => t('payments:refund.done', { amount: format.money(input.amount, input.currency) }),
    undo: takeBack,
    onDone: () => onClose(true),
    quiet: true,
  })
  if (!target.customer || !ready) return null
  const customerId = target.customer.id
  const complete = amount !== null && amount > 0 && day !== null && placement.left === 0
  return (
    <FormDialog
      title={t('payments:refund.title', { name: target.customer.name })}
      onClose={onClose}
      size={720}
      submit={t('payments:refund.submit', { amount: amount ? format.money(amount, currency) : '' })}
      disabled={!complete || placement.wrong !== undefined}
      pending={refund.isPending}
      error={refund.error}
      summary={amount !== null && <Left left={placement.left} currency={currency} words="refund" />}
      onSubmit={() =>
        complete && refund.mutate({ customerId, day, amount, currency, method, reference, credits: placement.parts })
      }
    >
      {credits.length === 0 ? (
        <Note>
          <Text size="sm">{t('payments:refund.noCredit')}</Text>
        </Note>
      ) : (
        <>
          <div className={classes.two}>
            <MoneyInput
              data-autofocus
              required
              label={t('payments:field.amount')}
              currency={currency}
              value={amount}
              onChange={setWritten}
              error={
                amount !== null && amount > openOf(lines)
                  ? t('payments:refund.tooMuch', { open: format.money(openOf(lines), currency) })
                  : undefined
              }
            />
            <DayInput required w="100%" label={t('payments:field.day')} value={day} onChange={setDay} />
            <Select
              label={t('payments:field.method')}
              allowDeselect={false}
              value={method}
              onChange={(value) => setMethod(paymentMethods.find((one) => one === value) ?? 'transfer')}
              data={paymentMethods.map((value) => ({ value, label: t(`payments:method.${value}`) }))}
            />
            <TextInput
              label={t('payments:field.reference')}
              maxLength={100}
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
          </div>
          <SplitTable label={t('payments:split.credits')} lines={lines} placement={placement} currency={currency} />
        </>
      )}
    </FormDialog>
  )
}
