import { NumberInput } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'
import type { EditProps, ReadProps } from './clause.ts'

export const ReadInvoicing = ({ draft }: ReadProps) => {
  const t = useT()
  return <p>{t('policy:invoicing.text', { count: draft.invoicingHours })}</p>
}

export const EditInvoicing = ({ draft, change }: EditProps) => {
  const t = useT()
  return (
    <NumberInput
      w={260}
      label={t('policy:invoicing.label')}
      min={0}
      max={2000}
      allowDecimal={false}
      value={draft.invoicingHours}
      onChange={(hours) => typeof hours === 'number' && change({ invoicingHours: hours })}
    />
  )
}

export const ReadInstalments = ({ draft }: ReadProps) => {
  const t = useT()
  const count = draft.instalmentGraceDays
  return <p>{count === 0 ? t('policy:instalments.none') : t('policy:instalments.text', { count })}</p>
}

export const EditInstalments = ({ draft, change }: EditProps) => {
  const t = useT()
  return (
    <NumberInput
      w={260}
      label={t('policy:instalments.label')}
      min={0}
      max={60}
      allowDecimal={false}
      value={draft.instalmentGraceDays}
      onChange={(days) => typeof days === 'number' && change({ instalmentGraceDays: days })}
    />
  )
}
