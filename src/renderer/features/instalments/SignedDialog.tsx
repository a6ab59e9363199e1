import { Text } from '@mantine/core'
import { useState } from 'react'
import type { InstalmentPlan } from '../../../main/core/instalments/instalments.contract.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'

/** The copy that came back signed is dropped here, with the day it was signed. */
export const SignedDialog = ({ plan, onClose }: { plan: InstalmentPlan; onClose: () => void }) => {
  const t = useT()
  const today = useWorkingDay()
  const [day, setDay] = useState<Day | null>(today)
  const [file, setFile] = useState<File | null>(null)
  const signed = useCommand(api.instalments.signed.mutationOptions(), {
    done: t('instalments:agreement.signedDone'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('instalments:agreement.signedTitle', { name: plan.customerName })}
      onClose={onClose}
      submit={t('instalments:agreement.signedSubmit')}
      disabled={day === null || file === null}
      pending={signed.isPending}
      error={signed.error}
      onSubmit={() => day && file && signed.mutate({ id: plan.id, day, name: file.name, file })}
    >
      <FileDrop
        accept=".pdf,.png,.jpg,.jpeg"
        title={file ? file.name : t('instalments:agreement.drop')}
        onFile={setFile}
      />
      <DayInput
        w={200}
        required
        label={t('instalments:agreement.signedOn')}
        {...(plan.letter && { minDate: plan.letter.on })}
        maxDate={today}
        value={day}
        onChange={setDay}
      />
      <Text size="sm" c="dimmed">
        {t('instalments:agreement.signedText')}
      </Text>
    </FormDialog>
  )
}
