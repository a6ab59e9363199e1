import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Period } from '../../../../main/core/privacy/privacy.contract.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { FormDialog } from '../../../components/FormDialog.tsx'

export const PeriodDialog = ({ period, onClose }: { period: Period; onClose: () => void }) => {
  const t = useT()
  const { kind, leastMonths } = period
  const [months, setMonths] = useState<number | string>(period.months)
  const [source, setSource] = useState(period.source)
  const save = useCommand(api.privacy.setPeriod.mutationOptions(), {
    done: t('safety:privacy.periods.saved'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('safety:privacy.periods.dialog', { what: t(`safety:privacy.kinds.${kind}`) })}
      onClose={onClose}
      onSubmit={() => save.mutate({ kind, months: Number(months), source })}
      submit={t('safety:privacy.periods.save')}
      disabled={!(Number(months) > 0) || source.trim() === ''}
      pending={save.isPending}
      error={save.error}
      summary={
        period.own && (
          <Button variant="subtle" color="gray" onClick={() => save.mutate({ kind, months: null })}>
            {t('safety:privacy.periods.back')}
          </Button>
        )
      }
    >
      <NumberInput
        data-autofocus
        label={t('safety:privacy.periods.months')}
        description={leastMonths > 1 ? t('safety:privacy.periods.least', { count: leastMonths }) : undefined}
        min={1}
        max={1200}
        allowDecimal={false}
        value={months}
        onChange={setMonths}
      />
      <TextInput
        label={t('safety:privacy.periods.source')}
        description={t('safety:privacy.periods.sourceHint')}
        maxLength={300}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
