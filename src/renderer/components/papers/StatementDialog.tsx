import { Button, Group, Modal, SegmentedControl, Select, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { letterLanguages } from '../../../main/core/kernel/contract.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { StatementKind } from '../../../main/core/statements/statements.contract.ts'
import { defaultFrom } from '../../../main/core/statements/statements.rules.ts'
import { api, client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../DayInput.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { PagesView } from '../PagesView.tsx'
import { useFocusBack } from '../useFocusBack.ts'
import classes from './papers.module.css'

export type StatementOf = Pick<Customer, 'id' | 'name' | 'language'>

type Props = {
  customer: StatementOf
  /** What it shows first; open items of the working day unless told. */
  start?: { asOf: Day; kind: StatementKind; from: Day | null }
  onClose: () => void
}

/** A statement of account, looked at before it is saved: day, contents, language. */
export const StatementDialog = ({ customer, start, onClose }: Props) => {
  useFocusBack()
  const t = useT()
  const failed = useErrorToast()
  const today = useWorkingDay()
  const [asOf, setAsOf] = useState<Day>(start?.asOf ?? today)
  const [kind, setKind] = useState<StatementKind>(start?.kind ?? 'open')
  const [since, setSince] = useState<Day | null>(start?.from ?? null)
  const [language, setLanguage] = useState<Customer['language']>(customer.language)
  const from = kind === 'movements' ? (since ?? defaultFrom(asOf)) : null
  const input = { customerId: customer.id, asOf, kind, from, language }
  const preview = useQuery({ ...api.statements.preview.queryOptions({ input }), placeholderData: keepPreviousData })
  const save = useMutation({
    mutationFn: () => client.statements.file(input),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  return (
    <Modal
      opened
      size={860}
      onClose={onClose}
      title={t('papers:statement.title', { name: customer.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <DayInput label={t('papers:statement.day')} value={asOf} onChange={(day) => day && setAsOf(day)} />
          <SegmentedControl
            aria-label={t('papers:statement.kind')}
            value={kind}
            onChange={(value) => setKind(value as StatementKind)}
            data={(['open', 'movements'] as const).map((value) => ({ value, label: t(`papers:statement.${value}`) }))}
          />
          {from !== null && (
            <DayInput label={t('papers:statement.from')} value={from} onChange={setSince} maxDate={asOf} />
          )}
          <Select
            w={120}
            label={t('papers:statement.language')}
            value={language}
            onChange={(value) => value && setLanguage(value as Customer['language'])}
            data={letterLanguages.map((value) => ({ value, label: t(`papers:statement.languages.${value}`) }))}
            allowDeselect={false}
          />
          <Button
            ml="auto"
            data-autofocus
            leftSection={<IconDownload size={16} />}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('papers:statement.save')}
          </Button>
        </Group>
        <ErrorNote error={preview.error} />
        <div className={classes.preview}>
          {preview.data && (
            <PagesView
              pages={preview.data.pages}
              stale={preview.isPlaceholderData}
              label={(page) => t('papers:statement.page', { page })}
            />
          )}
        </div>
      </Stack>
    </Modal>
  )
}
