import { NumberInput, Stack } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'
import type { EditProps } from './clause.ts'

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

export const EditInstalments = ({ draft, change }: EditProps) => {
  const t = useT()
  return (
    <Stack gap="sm">
      <NumberInput
        w={260}
        label={t('policy:instalments.label')}
        min={0}
        max={60}
        allowDecimal={false}
        value={draft.instalmentGraceDays}
        onChange={(days) => typeof days === 'number' && change({ instalmentGraceDays: days })}
      />
      <NumberInput
        w={260}
        label={t('policy:instalments.promise')}
        min={0}
        max={10}
        allowDecimal={false}
        value={draft.promiseGraceDays}
        onChange={(days) => typeof days === 'number' && change({ promiseGraceDays: days })}
      />
    </Stack>
  )
}
