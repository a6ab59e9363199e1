import { Button, Checkbox, FileButton, Group, NumberInput, Select, Text, Textarea } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Minor } from '../../../main/core/kernel/money.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import {
  definitiveGrounds,
  taxDueKinds,
  type WriteOff,
  writeOffReasons,
} from '../../../main/core/writeoffs/writeoffs.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { CustomerInput, type NamedCustomer } from '../../components/CustomerInput.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import classes from './writeoffs.module.css'

type Chosen = Record<string, Minor | null>
type Props = {
  /** Without one it is asked for, with the open items of its first currency. */
  customer?: NamedCustomer
  items?: readonly ItemRow[]
  onClose: (id?: string) => void
}

type Definitive = { ground: (typeof definitiveGrounds)[number] | null; on: string | null }

const wholly = (items: readonly ItemRow[]): Chosen => Object.fromEntries(items.map(({ id, open }) => [id, open]))

/** Proposes to write items of one customer off, all or part of each, with the reason and what proves the loss. */
export const ProposeDialog = ({ customer: given, items: ticked, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [customer, setCustomer] = useState<NamedCustomer | null>(given ?? null)
  const [chosen, setChosen] = useState<Chosen>(() => wholly(ticked ?? []))
  const [reason, setReason] = useState<WriteOff['reason']>('insolvent-liquidation')
  const [note, setNote] = useState('')
  const [taxDue, setTaxDue] = useState<WriteOff['tax']['due']>('invoiced')
  const [taxRate, setTaxRate] = useState<number | string>(20)
  const [event, setEvent] = useState<Definitive | null>(null)
  const [evidence, setEvidence] = useState<File[]>([])
  const found = useQuery({
    ...api.receivables.items.queryOptions({ input: { customerId: customer?.id ?? '', limit: 200 } }),
    enabled: ticked === undefined && customer !== null,
  })
  // What registers tell of a liquidation stands there already, until something else is said.
  const registers = useQuery({
    ...api.registers.ofCustomer.queryOptions({ input: { customerId: customer?.id ?? '' } }),
    enabled: customer !== null,
  })
  const insolvency = registers.data?.insolvency
  const known: Definitive =
    insolvency?.kind === 'liquidation' ? { ground: 'liquidation', on: insolvency.since } : { ground: null, on: null }
  const { ground, on } = event ?? known
  const owed = (found.data?.items ?? []).filter(({ open }) => open > 0)
  const currency = (ticked ?? owed)[0]?.currency ?? 'EUR'
  const items = ticked ?? owed.filter((item) => item.currency === currency)
  const parts = items.filter(({ id }) => id in chosen)
  const total = parts.reduce((sum, { id }) => sum + (chosen[id] ?? 0), 0)
  const propose = useCommand(api.writeoffs.propose.mutationOptions(), {
    done: ({ reference }) => t('writeoffs:dialog.done', { reference }),
    onDone: ({ id }) => onClose(id),
    quiet: true,
  })
  const money = (amount: Minor) => format.money(amount, currency)
  const put = (item: ItemRow, amount: Minor | null) => setChosen({ ...chosen, [item.id]: amount })
  const drop = ({ id }: ItemRow) => setChosen(Object.fromEntries(Object.entries(chosen).filter(([key]) => key !== id)))
  const wrong = parts.some(({ id, open }) => {
    const amount = chosen[id]
    return amount === null || amount === undefined || amount < 1 || amount > open
  })
  const complete =
    customer !== null &&
    parts.length > 0 &&
    !wrong &&
    (reason !== 'other' || note.trim() !== '') &&
    (ground === null || on !== null)
  return (
    <FormDialog
      title={customer ? t('writeoffs:dialog.title', { name: customer.name }) : t('writeoffs:dialog.pick')}
      onClose={() => onClose()}
      size={700}
      submit={t('writeoffs:dialog.submit', { amount: money(total) })}
      disabled={!complete}
      pending={propose.isPending}
      error={propose.error}
      onSubmit={() =>
        customer &&
        propose.mutate({
          customerId: customer.id,
          items: parts.map(({ id }) => ({ itemId: id, amount: chosen[id] ?? 0 })),
          reason,
          note,
          taxDue,
          taxRate: taxRate === '' ? null : String(taxRate),
          definitive: ground && on ? { on, ground } : null,
          evidence: evidence.map((file) => ({ name: file.name, file })),
        })
      }
    >
      {!given && (
        <CustomerInput
          data-autofocus
          required
          label={t('writeoffs:dialog.customer')}
          value={customer}
          onChange={(next) => {
            setCustomer(next)
            setChosen({})
            setEvent(null)
          }}
        />
      )}
      {customer && (
        <div className={classes.items}>
          {items.map((item) => (
            <div key={item.id} className={classes.item}>
              <Checkbox
                label={item.number}
                disabled={ticked !== undefined && items.length === 1}
                checked={item.id in chosen}
                onChange={(event) => (event.currentTarget.checked ? put(item, item.open) : drop(item))}
              />
              <Text size="sm" c="dimmed">
                {format.day(item.due)}
              </Text>
              <MoneyInput
                size="xs"
                w={150}
                aria-label={t('writeoffs:dialog.amountOf', { number: item.number })}
                currency={currency}
                disabled={!(item.id in chosen)}
                value={chosen[item.id] ?? null}
                onChange={(amount) => put(item, amount)}
                error={item.id in chosen && ((chosen[item.id] ?? 0) < 1 || (chosen[item.id] ?? 0) > item.open)}
              />
              <Text size="sm" c="dimmed" ta="right">
                {t('writeoffs:dialog.of', { amount: money(item.open) })}
              </Text>
            </div>
          ))}
          {found.isSuccess && items.length === 0 && <Text size="sm">{t('writeoffs:dialog.none')}</Text>}
        </div>
      )}
      <div className={classes.pair}>
        <Select
          required
          allowDeselect={false}
          {...(given && { 'data-autofocus': true })}
          label={t('writeoffs:dialog.reason')}
          data={writeOffReasons.map((value) => ({ value, label: t(`writeoffs:reason.${value}`) }))}
          value={reason}
          onChange={(value) => value && setReason(value)}
        />
        <Textarea
          autosize
          minRows={1}
          maxLength={1000}
          required={reason === 'other'}
          label={t('writeoffs:dialog.note')}
          placeholder={t('writeoffs:dialog.noteHint')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Select
          allowDeselect={false}
          label={t('writeoffs:vat.due')}
          data={taxDueKinds.map((value) => ({ value, label: t(`writeoffs:taxDue.${value}`) }))}
          value={taxDue}
          onChange={(value) => value && setTaxDue(value)}
        />
        <NumberInput
          label={t('writeoffs:vat.rate')}
          description={t('writeoffs:vat.rateHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          min={0}
          max={99}
          decimalScale={3}
          hideControls
          disabled={taxDue === 'received'}
          value={taxRate}
          onChange={setTaxRate}
        />
        <Select
          clearable
          label={t('writeoffs:vat.ground')}
          placeholder={t('writeoffs:vat.none')}
          data={definitiveGrounds.map((value) => ({ value, label: t(`writeoffs:ground.${value}`) }))}
          value={ground}
          onChange={(next) => setEvent({ ground: next, on })}
        />
        <DayInput
          w="100%"
          label={t('writeoffs:vat.on')}
          maxDate={today}
          disabled={ground === null}
          value={on}
          onChange={(day) => setEvent({ ground, on: day })}
        />
      </div>
      <Group gap="xs">
        <FileButton multiple onChange={(files) => setEvidence([...evidence, ...files])}>
          {(button) => (
            <Button {...button} variant="default" size="compact-sm" leftSection={<IconPaperclip size={14} />}>
              {t('writeoffs:dialog.addEvidence')}
            </Button>
          )}
        </FileButton>
        {evidence.map((file, place) => (
          <Button
            // biome-ignore lint/suspicious/noArrayIndexKey: a file is its place
            key={place}
            variant="subtle"
            size="compact-sm"
            rightSection={<IconX size={13} />}
            aria-label={t('writeoffs:dialog.removeEvidence', { name: file.name })}
            onClick={() => setEvidence(evidence.filter((_, at) => at !== place))}
          >
            {file.name}
          </Button>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {t('writeoffs:dialog.consequence')}
      </Text>
    </FormDialog>
  )
}
