import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeliveryRow } from '../../../main/core/deliveries/deliveries.contract.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { CustomerInput } from '../../components/CustomerInput.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import classes from './deliveries.module.css'
import { toldOf } from './delivery.told.ts'

type Props = { delivery?: DeliveryRow; onClose: () => void }

/** Records what was delivered and is still to be invoiced, or changes it. */
export const DeliveryDialog = ({ delivery, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const home = useQuery(api.company.get.queryOptions({ input: {} })).data?.currency ?? 'EUR'
  const [customer, setCustomer] = useState(delivery ? { id: delivery.customerId, name: delivery.customerName } : null)
  const [reference, setReference] = useState(delivery?.reference ?? '')
  const [deliveredOn, setDeliveredOn] = useState<Day | null>(delivery?.deliveredOn ?? today)
  const [amount, setAmount] = useState<Minor | null>(delivery?.amount ?? null)
  const [written, setCurrency] = useState(delivery?.currency ?? '')
  const [note, setNote] = useState(delivery?.note ?? '')
  const currency = written || home
  const add = useCommand(api.deliveries.add.mutationOptions(), {
    done: (made) => t('deliveries:form.done', { reference: made.reference }),
    undo: ({ id }) => client.deliveries.remove({ id }),
    onDone: onClose,
    quiet: true,
  })
  const update = useCommand(api.deliveries.update.mutationOptions(), {
    done: t('deliveries:form.saved'),
    ...(delivery && { undo: () => client.deliveries.update(toldOf(delivery)) }),
    onDone: onClose,
    quiet: true,
  })
  const readable = /^[A-Z]{3}$/.test(currency)
  const submit = () => {
    if (!customer || !deliveredOn) return
    const told = { customerId: customer.id, reference, deliveredOn, amount, currency, note }
    if (delivery) update.mutate({ ...told, id: delivery.id, itemId: delivery.itemId })
    else add.mutate(told)
  }
  return (
    <FormDialog
      title={delivery ? t('deliveries:form.edit', { reference: delivery.reference }) : t('deliveries:form.add')}
      onClose={onClose}
      submit={t(delivery ? 'deliveries:form.save' : 'deliveries:form.submit')}
      disabled={!customer || reference.trim() === '' || !deliveredOn || !readable || (amount !== null && amount <= 0)}
      pending={add.isPending || update.isPending}
      error={add.error ?? update.error}
      onSubmit={submit}
    >
      <div className={classes.two}>
        <CustomerInput
          data-autofocus
          className={classes.full}
          required
          label={t('deliveries:form.customer')}
          placeholder={t('deliveries:form.customerHint')}
          nothingFoundMessage={t('deliveries:form.nobody')}
          value={customer}
          onChange={setCustomer}
        />
        <TextInput
          required
          label={t('deliveries:form.reference')}
          maxLength={100}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <DayInput
          required
          w="100%"
          maxDate={today}
          label={t('deliveries:form.deliveredOn')}
          value={deliveredOn}
          onChange={setDeliveredOn}
        />
        <MoneyInput
          label={t('deliveries:form.amount')}
          currency={readable ? currency : home}
          value={amount}
          onChange={setAmount}
        />
        <TextInput
          label={t('deliveries:form.currency')}
          maxLength={3}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
        />
        <TextInput
          className={classes.full}
          label={t('deliveries:form.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  )
}
