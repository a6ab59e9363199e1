import { Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ChargesOfCustomer } from '../../../main/core/charges/charges.contract.ts'
import { type Day, maxDay } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { openByCurrency } from './charges.lines.ts'
import classes from './charges.module.css'

type Props = { customerId: string; charges: ChargesOfCustomer; onClose: () => void }

const OUTSIDE = 'outside:'

/** Charges that were paid: from a receipt not allocated yet, or outside the ledger. */
export const PayDialog = ({ customerId, charges, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const owed = openByCurrency(charges).filter(([, open]) => open > 0)
  const receipts = charges.receipts.filter(({ currency }) => owed.some(([code]) => code === currency))
  const [from, setFrom] = useState(receipts[0]?.itemId ?? OUTSIDE + (owed[0]?.[0] ?? ''))
  const receipt = receipts.find(({ itemId }) => itemId === from)
  const currency = receipt?.currency ?? from.slice(OUTSIDE.length)
  const open = owed.find(([code]) => code === currency)?.[1] ?? 0
  const most = Math.min(open, receipt?.left ?? open)
  const [written, setWritten] = useState<number | null | undefined>(undefined)
  const amount = written === undefined ? most : (written ?? 0)
  const [chosen, setChosen] = useState<Day | null>(null)
  const day = chosen ?? (receipt ? maxDay(receipt.day, firstClaim(charges, currency)) : today)
  const [note, setNote] = useState('')
  const pay = useCommand(api.charges.recordPaid.mutationOptions(), {
    done: t('charges:pay.done', { amount: format.money(amount, currency) }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('charges:pay.title')}
      size={600}
      submit={
        amount > 0 ? t('charges:pay.submit', { amount: format.money(amount, currency) }) : t('charges:pay.submitNone')
      }
      disabled={amount < 1 || amount > most}
      pending={pay.isPending}
      error={pay.error}
      summary={amount <= most && t('charges:pay.left', { amount: format.money(open - amount, currency) })}
      onClose={onClose}
      onSubmit={() =>
        pay.mutate({ customerId, currency, day, amount, creditItemId: receipt?.itemId ?? null, note: note.trim() })
      }
    >
      <Text size="sm">{t('charges:pay.text')}</Text>
      <div className={classes.fields}>
        <Select
          className={classes.full ?? ''}
          label={t('charges:pay.from')}
          allowDeselect={false}
          data={[
            ...receipts.map(({ itemId, number, day, left, currency }) => ({
              value: itemId,
              label: t('charges:pay.receipt', { number, day: format.day(day), left: format.money(left, currency) }),
            })),
            ...owed.map(([code]) => ({
              value: OUTSIDE + code,
              label: owed.length > 1 ? `${t('charges:pay.outside')}, ${code}` : t('charges:pay.outside'),
            })),
          ]}
          value={from}
          onChange={(value) => {
            if (!value) return
            setFrom(value)
            setWritten(undefined)
            setChosen(null)
          }}
        />
        <MoneyInput
          data-autofocus
          required
          label={t('charges:pay.amount')}
          currency={currency}
          value={written === undefined ? most : written}
          onChange={setWritten}
          error={amount > most}
        />
        <DayInput w="100%" label={t('charges:pay.day')} value={day} onChange={setChosen} />
        <TextInput
          className={classes.full ?? ''}
          label={t('charges:pay.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      {receipt && (
        <Text size="sm" c="dimmed">
          {t('charges:pay.consequence')}
        </Text>
      )}
    </FormDialog>
  )
}

/** Nothing is paid before it was claimed. */
const firstClaim = ({ entries }: ChargesOfCustomer, currency: string): Day =>
  entries
    .filter((entry) => entry.event === 'claimed' && entry.currency === currency)
    .reduce<Day>((last, { day }) => maxDay(last, day), '')
