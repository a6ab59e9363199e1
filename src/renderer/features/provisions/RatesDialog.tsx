import { NumberInput, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type AskedSettings, buckets, percentSchema } from '../../../main/core/provisions/provisions.schema.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import classes from './provisions.module.css'
import type { ProvisionsSearch } from './provisions.search.ts'

type Props = { settings: AskedSettings; onApply: (part: ProvisionsSearch) => void; onClose: () => void }

/** What is to come, rates given by hand, the VAT of what the book does not know it of, and why. */
export const RatesDialog = ({ settings, onApply, onClose }: Props) => {
  const t = useT()
  const [adjustment, setAdjustment] = useState<number | string>(Number(settings.adjustment))
  const [byHand, setByHand] = useState<(number | string)[]>(
    settings.byHand.map((rate) => (rate === null ? '' : Number(rate))),
  )
  const [taxRate, setTaxRate] = useState<number | string>(Number(settings.taxRate))
  const [reason, setReason] = useState(settings.reason)
  const handed = byHand.map((rate) => (rate === '' ? null : String(rate)))
  const fits = (rate: string | null) => rate === null || percentSchema.safeParse(rate).success
  const changed = Number(adjustment || 0) !== 0 || handed.some((rate) => rate !== null)
  return (
    <FormDialog
      title={t('provisions:rates.title')}
      size={640}
      onClose={onClose}
      submit={t('provisions:rates.submit')}
      disabled={taxRate === '' || !fits(String(taxRate)) || !handed.every(fits) || (changed && reason.trim() === '')}
      onSubmit={() => {
        onApply({
          adjustment: Number(adjustment || 0) === 0 ? undefined : String(adjustment),
          byHand: handed.some((rate) => rate !== null) ? handed : undefined,
          taxRate: String(taxRate) === '20' ? undefined : String(taxRate),
          reason: reason.trim() || undefined,
        })
        onClose()
      }}
    >
      <NumberInput
        data-autofocus
        label={t('provisions:rates.adjustment')}
        description={t('provisions:rates.adjustmentAbout')}
        min={-100}
        max={500}
        decimalScale={2}
        hideControls
        value={adjustment}
        onChange={setAdjustment}
      />
      <div>
        <Text size="sm" fw={500}>
          {t('provisions:rates.byHand')}
        </Text>
        <Text size="xs" c="dimmed" mb={6}>
          {t('provisions:rates.byHandAbout')}
        </Text>
        <div className={classes.five}>
          {buckets.map((bucket, at) => (
            <NumberInput
              key={bucket}
              label={t(`provisions:bucket.${bucket}`)}
              min={0}
              max={100}
              decimalScale={2}
              hideControls
              value={byHand[at] ?? ''}
              onChange={(rate) => setByHand((old) => old.map((one, place) => (place === at ? rate : one)))}
            />
          ))}
        </div>
      </div>
      <Textarea
        autosize
        minRows={2}
        maxLength={500}
        required={changed}
        label={t('provisions:rates.reason')}
        description={t('provisions:rates.reasonAbout')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <NumberInput
        label={t('provisions:rates.taxRate')}
        description={t('provisions:rates.taxAbout')}
        min={0}
        max={100}
        decimalScale={2}
        hideControls
        value={taxRate}
        onChange={setTaxRate}
      />
    </FormDialog>
  )
}
