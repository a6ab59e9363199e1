import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ExchangeRate, rateSchema } from '../../../../main/core/exchange/exchange.contract.ts'
import type { Day } from '../../../../main/core/kernel/day.ts'
import { api, client } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { FormDialog } from '../../../components/FormDialog.tsx'
import { CurrencySelect } from '../../../components/PlaceSelects.tsx'
import classes from './exchange.module.css'

type Props = { home: string; rates: readonly ExchangeRate[]; onClose: () => void }

/** The rate of a currency on a day; a rate already there is replaced. */
export const RateDialog = ({ home, rates, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [currency, setCurrency] = useState(home === 'USD' ? 'EUR' : 'USD')
  const [day, setDay] = useState<Day | null>(today)
  const [written, setWritten] = useState('')
  const [source, setSource] = useState('')
  const rate = written.trim().replace(',', '.')
  const right = rateSchema.safeParse(rate).success
  const same = currency === home
  const set = useCommand(api.exchange.setRate.mutationOptions(), {
    done: ({ items }, input) =>
      t(items > 0 ? 'exchange:dialog.doneItems' : 'exchange:dialog.done', {
        count: items,
        currency: input.currency,
        day: format.day(input.day),
      }),
    undo: (_, { currency, day }) => {
      const before = rates.find((rate) => rate.currency === currency && rate.day === day)
      return before ? client.exchange.setRate(before) : client.exchange.removeRate({ currency, day })
    },
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('exchange:dialog.title')}
      onClose={onClose}
      submit={t('exchange:dialog.submit')}
      disabled={!right || day === null || same}
      pending={set.isPending}
      error={set.error}
      summary={right && !same && t('exchange:dialog.reads', { currency, home, rate: format.decimal(rate) })}
      onSubmit={() => day && set.mutate({ currency, day, rate, source })}
    >
      <div className={classes.fields}>
        <CurrencySelect
          label={t('exchange:rates.currency')}
          value={currency}
          onChange={setCurrency}
          error={same && t('exchange:dialog.same')}
        />
        <DayInput required w="100%" label={t('exchange:rates.day')} value={day} onChange={setDay} />
        <TextInput
          data-autofocus
          required
          inputMode="decimal"
          label={t('exchange:dialog.rate', { currency, home })}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
          error={written !== '' && !right && t('payments:rate.wrong')}
        />
        <TextInput
          label={t('exchange:rates.source')}
          placeholder={t('exchange:dialog.sourceHint')}
          maxLength={100}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  )
}
