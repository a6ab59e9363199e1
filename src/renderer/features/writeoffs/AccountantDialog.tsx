import { Group, SegmentedControl, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'

const formats = ['xlsx', 'csv', 'pdf'] as const

/** The accountant's list of a period, saved as a file. */
export const AccountantDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const language = useLanguage()
  const today = useWorkingDay()
  const [from, setFrom] = useState<Day | null>(`${today.slice(0, 4)}-01-01`)
  const [until, setUntil] = useState<Day | null>(today)
  const [format, setFormat] = useState<(typeof formats)[number]>('xlsx')
  const save = useMutation({
    mutationFn: (input: { from: Day; until: Day }) => client.writeoffs.accountantList({ ...input, format, language }),
    onSuccess: ({ name, file }) => {
      saveFile(name, file)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('writeoffs:accountant.title')}
      onClose={onClose}
      focusSubmit
      submit={t('writeoffs:accountant.submit')}
      disabled={from === null || until === null || from > until}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => from && until && save.mutate({ from, until })}
    >
      <Text size="sm">{t('writeoffs:accountant.text')}</Text>
      <Group>
        <DayInput label={t('writeoffs:accountant.from')} maxDate={until ?? today} value={from} onChange={setFrom} />
        <DayInput label={t('writeoffs:accountant.until')} maxDate={today} value={until} onChange={setUntil} />
      </Group>
      <SegmentedControl
        style={{ alignSelf: 'flex-start' }}
        aria-label={t('writeoffs:accountant.format')}
        value={format}
        onChange={(value) => setFormat(value as typeof format)}
        data={formats.map((value) => ({ value, label: value.toUpperCase() }))}
      />
    </FormDialog>
  )
}
