import { NumberInput, Select, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type RegimeCode, regimeCodes } from '../../../main/core/limitations/limitations.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import classes from './limitation.module.css'

type Props = {
  /** Whose period is asked for; null: that of the book or of a segment. */
  customer: { id: string; name: string } | null
  onClose: () => void
}

const NONE = 'none'

/** How long claims live: of all, of a segment, or of one customer. */
export const RegimeDialog = ({ customer, onClose }: Props) => {
  const t = useT()
  const { data, error } = useQuery(api.limitations.settings.queryOptions({ input: {} }))
  const segments = useQuery(api.customers.segments.queryOptions({ input: {} })).data?.segments ?? []
  const [segment, setSegment] = useState<string | null>(null)
  const [chosen, setChosen] = useState<RegimeCode | typeof NONE | null>(null)
  const [months, setMonths] = useState<number | string>('')
  const [law, setLaw] = useState('')
  const set = useCommand(api.limitations.setRegime.mutationOptions(), {
    done: t('limitation:regime.done'),
    onDone: onClose,
    quiet: true,
  })
  const own = customer
    ? data?.customers.find(({ customerId }) => customerId === customer.id)?.regime
    : segment === null
      ? data?.book
      : data?.segments.find((one) => one.segment === segment)?.regime
  const code = chosen ?? own?.code ?? NONE
  const isBook = customer === null && segment === null
  const complete = code !== 'other' || (Number(months) > 0 && law.trim() !== '')
  return (
    <FormDialog
      title={customer ? `${t('limitation:regime.title')}, ${customer.name}` : t('limitation:regime.title')}
      onClose={onClose}
      submit={t('limitation:regime.submit')}
      disabled={!data || !complete || (isBook && code === NONE)}
      pending={set.isPending}
      error={set.error}
      onSubmit={() =>
        set.mutate({
          ...(customer ? { customerId: customer.id } : segment !== null && { segment }),
          regime:
            code === NONE ? null : code === 'other' ? { code, months: Number(months), law } : { code, months: null },
        })
      }
    >
      <ErrorNote error={error} />
      <Note>
        <Text size="sm">{t('limitation:regime.text')}</Text>
      </Note>
      {customer === null && (
        <Select
          clearable
          label={t('limitation:regime.of')}
          placeholder={t('limitation:regime.book')}
          data={segments.map((name) => ({ value: name, label: name }))}
          value={segment}
          onChange={(value) => {
            setSegment(value)
            setChosen(null)
          }}
        />
      )}
      <Select
        data-autofocus
        allowDeselect={false}
        label={t('limitation:regime.rule')}
        data={[
          ...(isBook ? [] : [{ value: NONE, label: t('limitation:regime.none', { months: data?.book.months ?? 60 }) }]),
          ...regimeCodes.map((value) => ({ value, label: t(`limitation:regime.code.${value}`) })),
        ]}
        value={code}
        onChange={(value) => value && setChosen(value as RegimeCode | typeof NONE)}
      />
      {code === 'other' && (
        <div className={classes.pair}>
          <NumberInput
            required
            hideControls
            allowDecimal={false}
            min={1}
            max={360}
            label={t('limitation:regime.months')}
            value={months}
            onChange={setMonths}
          />
          <TextInput
            required
            maxLength={120}
            label={t('limitation:regime.law')}
            value={law}
            onChange={(event) => setLaw(event.currentTarget.value)}
          />
        </div>
      )}
    </FormDialog>
  )
}
