import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../../main/core/kernel/day.ts'
import type { Claim } from '../../../../main/core/limits/covers.schema.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { FormDialog } from '../../../components/FormDialog.tsx'

/** Notes that an invoice was declared to its insurer. */
export const DeclareDialog = ({ claim, onClose }: { claim: Claim; onClose: () => void }) => {
  const t = useT()
  const today = useWorkingDay()
  const [day, setDay] = useState<Day | null>(today)
  const [reference, setReference] = useState('')
  const declare = useCommand(api.limits.declareClaim.mutationOptions(), {
    done: t('limits:claims.declare.done', { number: claim.number }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('limits:claims.declare.title', { number: claim.number })}
      onClose={onClose}
      submit={t('limits:claims.declare.submit')}
      disabled={day === null}
      pending={declare.isPending}
      error={declare.error}
      onSubmit={() => day && declare.mutate({ itemId: claim.itemId, day, reference })}
    >
      <Text size="sm">{t('limits:claims.declare.text', { insurer: claim.insurer })}</Text>
      <TextInput
        data-autofocus
        label={t('limits:claims.declare.reference')}
        maxLength={100}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <DayInput required label={t('limits:claims.declare.day')} maxDate={today} value={day} onChange={setDay} />
    </FormDialog>
  )
}
