import { SegmentedControl, Select, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import type { WriteOff } from '../../../main/core/writeoffs/writeoffs.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { Note } from '../../components/Note.tsx'
import { partsUpTo } from './recovery.parts.ts'

/** Takes a write-off back, in whole or in part: a receipt that came after all, or a mistake. */
export const RecoverDialog = ({ writeOff, onClose }: { writeOff: WriteOff; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { id, reference, currency, customerId } = writeOff
  const left = writeOff.amount - writeOff.recovered
  const [kind, setKind] = useState<'received' | 'reversed'>('received')
  const [receiptId, setReceiptId] = useState<string | null>(null)
  const [typed, setTyped] = useState<Minor | null | undefined>(undefined)
  const [day, setDay] = useState<Day | null>(today)
  const [reason, setReason] = useState('')
  const open = useQuery(api.receivables.items.queryOptions({ input: { customerId, limit: 500 } }))
  const receipts = (open.data?.items ?? []).filter(
    (item) => item.kind === 'payment' && item.open < 0 && item.currency === currency,
  )
  const receipt = receipts.find((one) => one.id === (receiptId ?? receipts[0]?.id))
  const most = kind === 'received' ? Math.min(left, receipt ? -receipt.open : 0) : left
  const amount = typed === undefined ? most : typed
  const recover = useCommand(api.writeoffs.recover.mutationOptions(), {
    done: t('writeoffs:recover.done', { reference, amount: format.money(amount ?? 0, currency) }),
    onDone: onClose,
    quiet: true,
  })
  const complete =
    day !== null &&
    amount !== null &&
    amount > 0 &&
    amount <= most &&
    (kind === 'received' ? receipt !== undefined : reason.trim() !== '')
  return (
    <FormDialog
      title={t('writeoffs:recover.title', { reference })}
      onClose={onClose}
      submit={t('writeoffs:recover.submit', { amount: format.money(amount ?? 0, currency) })}
      disabled={!complete}
      pending={recover.isPending}
      error={recover.error}
      onSubmit={() =>
        complete &&
        recover.mutate({
          id,
          day,
          items: partsUpTo(writeOff.items, amount),
          receiptId: kind === 'received' && receipt ? receipt.id : null,
          reason,
        })
      }
    >
      <SegmentedControl
        aria-label={t('writeoffs:recover.how')}
        value={kind}
        onChange={(value) => {
          setKind(value as typeof kind)
          setTyped(undefined)
        }}
        data={(['received', 'reversed'] as const).map((value) => ({ value, label: t(`writeoffs:recover.${value}`) }))}
      />
      {kind === 'received' &&
        (open.isSuccess && receipts.length === 0 ? (
          <Note tone="late">
            <Text size="sm">{t('writeoffs:recover.noReceipt')}</Text>
          </Note>
        ) : (
          <Select
            data-autofocus
            required
            allowDeselect={false}
            label={t('writeoffs:recover.receipt')}
            data={receipts.map((one) => ({
              value: one.id,
              label: t('writeoffs:recover.receiptOption', {
                number: one.number,
                day: format.day(one.issued),
                amount: format.money(-one.open, currency),
              }),
            }))}
            value={receipt?.id ?? null}
            onChange={(value) => {
              setReceiptId(value)
              setTyped(undefined)
            }}
          />
        ))}
      <MoneyInput
        w={200}
        required
        label={t('writeoffs:recover.amount')}
        currency={currency}
        value={amount}
        onChange={setTyped}
        error={amount !== null && amount > most}
      />
      <DayInput w={200} required label={t('writeoffs:recover.day')} maxDate={today} value={day} onChange={setDay} />
      <TextInput
        required={kind === 'reversed'}
        maxLength={500}
        label={t('writeoffs:recover.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {t('writeoffs:recover.text')}
      </Text>
    </FormDialog>
  )
}
