import { Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../../main/core/kernel/day.ts'
import { rateFollows } from '../../../../main/core/rates/rates.contract.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { useHome } from '../../../app/useHome.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { FormDialog } from '../../../components/FormDialog.tsx'
import { MoneyInput } from '../../../components/MoneyInput.tsx'
import { CurrencySelect } from '../../../components/PlaceSelects.tsx'
import classes from './rates.module.css'

const KEY = /^[A-Za-z][A-Za-z0-9-]{1,39}$/

/** A series of one's own: another country, or a contract with its own index. */
export const SeriesDialog = ({ onClose, onAdded }: { onClose: () => void; onAdded: (key: string) => void }) => {
  const t = useT()
  const home = useHome()
  const today = useWorkingDay()
  const [key, setKey] = useState('')
  const [label, setLabel] = useState('')
  const [currency, setCurrency] = useState(home)
  const [margin, setMargin] = useState('')
  const [follows, setFollows] = useState<(typeof rateFollows)[number]>('semester')
  const [from, setFrom] = useState<Day | null>(`${today.slice(0, 4)}-01-01`)
  const [source, setSource] = useState('')
  const [indemnity, setIndemnity] = useState<number | null>(null)
  const right = KEY.test(key.trim())
  const add = useCommand(api.rates.addSeries.mutationOptions(), {
    done: (_, input) => t('rates:seriesDialog.done', { label: input.label }),
    onDone: (_, input) => {
      onAdded(input.key)
      onClose()
    },
    quiet: true,
  })
  return (
    <FormDialog
      title={t('rates:seriesDialog.title')}
      submit={t('rates:seriesDialog.submit')}
      size={640}
      disabled={!right || label.trim() === '' || source.trim().length < 3 || from === null}
      pending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={() =>
        from &&
        add.mutate({
          key: key.trim(),
          label: label.trim(),
          currency,
          margin,
          follows,
          from,
          source: source.trim(),
          indemnity: indemnity ?? 0,
        })
      }
    >
      <Text size="sm" c="dimmed">
        {t('rates:seriesDialog.about')}
      </Text>
      <div className={classes.fields}>
        <TextInput
          data-autofocus
          required
          label={t('rates:seriesDialog.key')}
          placeholder={t('rates:seriesDialog.keyHint')}
          maxLength={40}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={key !== '' && !right && t('rates:seriesDialog.keyWrong')}
        />
        <TextInput
          required
          label={t('rates:seriesDialog.label')}
          placeholder={t('rates:seriesDialog.labelHint')}
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <CurrencySelect label={t('rates:seriesDialog.currency')} value={currency} onChange={setCurrency} />
        <DayInput w="100%" required label={t('rates:seriesDialog.from')} value={from} onChange={setFrom} />
        <Select
          className={classes.full ?? ''}
          label={t('rates:seriesDialog.follows')}
          data={rateFollows.map((value) => ({ value, label: t(`rates:followsWords.${value}`) }))}
          allowDeselect={false}
          value={follows}
          onChange={(value) => value && setFollows(value as typeof follows)}
        />
        <TextInput
          label={t('rates:seriesDialog.margin')}
          maxLength={200}
          value={margin}
          onChange={(event) => setMargin(event.currentTarget.value)}
        />
        <MoneyInput
          label={t('rates:seriesDialog.indemnity')}
          currency={currency}
          value={indemnity}
          onChange={setIndemnity}
        />
        <TextInput
          required
          className={classes.full ?? ''}
          label={t('rates:seriesDialog.source')}
          placeholder={t('rates:seriesDialog.sourceHint')}
          maxLength={300}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  )
}
