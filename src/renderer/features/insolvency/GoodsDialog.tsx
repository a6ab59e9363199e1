import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { type Goods, type GoodsState, goodsStates } from '../../../main/core/declarations/retention.schema.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import classes from './insolvency.module.css'

type Texts = Record<'description' | 'serials' | 'storage' | 'delivery' | 'resoldTo', string>

/** Goods of an unpaid invoice: what they are, where, and what became of them. */
export const GoodsDialog = ({
  customer,
  goods,
  onClose,
}: {
  customer: Customer
  goods: Goods | null
  onClose: () => void
}) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { data } = useQuery(
    api.receivables.items.queryOptions({ input: { customerId: customer.id, show: 'open', limit: 500 } }),
  )
  const invoices = (data?.items ?? []).filter(
    ({ kind, amount }) => amount > 0 && (kind === 'invoice' || kind === 'opening'),
  )
  const [itemId, setItemId] = useState<string | null>(goods?.itemId ?? null)
  const [texts, setTexts] = useState<Texts>({
    description: goods?.description ?? '',
    serials: goods?.serials ?? '',
    storage: goods?.storage ?? '',
    delivery: goods?.delivery ?? '',
    resoldTo: goods?.resoldTo ?? '',
  })
  const [deliveredOn, setDeliveredOn] = useState<Day | null>(goods?.deliveredOn ?? null)
  const [state, setState] = useState<GoodsState>(goods?.state ?? 'in-kind')
  const [resoldOn, setResoldOn] = useState<Day | null>(goods?.resoldOn ?? null)
  const [resalePrice, setResalePrice] = useState<number | null>(goods?.resalePrice ?? null)
  const feedback = { done: t('insolvency:retention.dialog.goodsDone'), onDone: onClose, quiet: true }
  const add = useCommand(api.declarations.addGoods.mutationOptions(), feedback)
  const update = useCommand(api.declarations.updateGoods.mutationOptions(), feedback)
  const currency = goods?.currency ?? invoices.find(({ id }) => id === itemId)?.currency ?? 'EUR'
  const saving = goods ? update : add
  const save = () => {
    if (itemId === null || deliveredOn === null) return
    const resold = state === 'resold'
    const told = {
      itemId,
      ...texts,
      resoldTo: resold ? texts.resoldTo : '',
      deliveredOn,
      state,
      resoldOn: resold ? resoldOn : null,
      resalePrice: resold ? resalePrice : null,
    }
    if (goods) update.mutate({ id: goods.id, ...told })
    else add.mutate(told)
  }
  const text = (field: keyof Texts, maxLength: number) => ({
    label: t(`insolvency:retention.dialog.${field}`),
    value: texts[field],
    maxLength,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      const { value } = currentTarget
      setTexts((old) => ({ ...old, [field]: value }))
    },
  })
  const known = invoices.map(({ id, number, open, currency: own }) => ({
    value: id,
    label: `${number} · ${format.money(open, own)}`,
  }))
  const options =
    goods && !known.some(({ value }) => value === goods.itemId)
      ? [{ value: goods.itemId, label: goods.number }, ...known]
      : known
  return (
    <FormDialog
      title={t('insolvency:retention.dialog.goods')}
      onClose={onClose}
      size={620}
      submit={t('insolvency:retention.dialog.goodsSubmit')}
      disabled={itemId === null || deliveredOn === null || texts.description.trim() === ''}
      pending={saving.isPending}
      error={saving.error}
      onSubmit={save}
    >
      <div className={classes.pair}>
        <Select
          data-autofocus
          searchable
          openOnFocus={false}
          required
          label={t('insolvency:retention.dialog.invoice')}
          data={options}
          value={itemId}
          onChange={setItemId}
        />
        <DayInput
          w="auto"
          required
          label={t('insolvency:retention.dialog.deliveredOn')}
          maxDate={today}
          value={deliveredOn}
          onChange={setDeliveredOn}
        />
        <TextInput required className={classes.wide} {...text('description', 500)} />
        <TextInput {...text('serials', 1000)} />
        <TextInput {...text('delivery', 100)} />
        <Select
          allowDeselect={false}
          label={t('insolvency:retention.dialog.state')}
          data={goodsStates.map((value) => ({ value, label: t(`insolvency:retention.dialog.states.${value}`) }))}
          value={state}
          onChange={(value) => value && setState(value as GoodsState)}
        />
        {state === 'resold' ? (
          <>
            <TextInput {...text('resoldTo', 200)} />
            <DayInput
              w="auto"
              clearable
              label={t('insolvency:retention.dialog.resoldOn')}
              maxDate={today}
              value={resoldOn}
              onChange={setResoldOn}
            />
            <MoneyInput
              label={t('insolvency:retention.dialog.resalePrice')}
              currency={currency}
              value={resalePrice}
              onChange={setResalePrice}
            />
          </>
        ) : (
          <TextInput {...text('storage', 300)} />
        )}
      </div>
    </FormDialog>
  )
}
