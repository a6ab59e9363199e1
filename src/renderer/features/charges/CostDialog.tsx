import { Button, FileButton, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useHome } from '../../app/useHome.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { CurrencySelect } from '../../components/PlaceSelects.tsx'
import classes from './charges.module.css'

/** A recovery cost with its proof. */
export const CostDialog = ({ customer, onClose }: { customer: Customer; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const home = useHome()
  const today = useWorkingDay()
  const [amount, setAmount] = useState<number | null>(null)
  const [currency, setCurrency] = useState(home)
  const [day, setDay] = useState<Day | null>(today)
  const [reason, setReason] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const add = useCommand(api.charges.addCost.mutationOptions(), {
    done: (_, input) => t('charges:cost.done', { amount: format.money(input.amount, input.currency) }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('charges:cost.title')}
      submit={t('charges:cost.submit')}
      disabled={!amount || amount < 1 || day === null || reason.trim() === ''}
      pending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={() =>
        amount &&
        day &&
        add.mutate({
          customerId: customer.id,
          currency,
          amount,
          day,
          reason: reason.trim(),
          file,
          fileName: file?.name ?? '',
        })
      }
    >
      <Text size="sm">{t('charges:cost.text')}</Text>
      <div className={classes.fields}>
        <MoneyInput
          data-autofocus
          required
          label={t('charges:cost.amount')}
          currency={currency}
          value={amount}
          onChange={setAmount}
        />
        <CurrencySelect label={t('charges:cost.currency')} value={currency} onChange={setCurrency} />
        <TextInput
          required
          label={t('charges:cost.reason')}
          placeholder={t('charges:cost.reasonHint')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DayInput required w="100%" label={t('charges:cost.day')} value={day} onChange={setDay} />
        <Group className={classes.full ?? ''} gap="sm">
          <FileButton onChange={setFile}>
            {(button) => (
              <Button variant="default" {...button}>
                {t('charges:cost.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {file ? file.name : t('charges:cost.fileNone')}
          </Text>
        </Group>
      </div>
    </FormDialog>
  )
}
