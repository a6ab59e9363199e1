import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { agencyOf } from '../../components/credit/agencyName.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { MappingEditor } from './MappingEditor.tsx'
import { draftOfMapping, type MappingDraft, newMapping } from './mapping.draft.ts'
import type { Scale } from './scale.ts'

type Props = { customer: Customer; file: File; scales: readonly Scale[]; onClose: () => void }

/** A file dropped on a customer: read by the reader or the mapping that knows it, or mapped once. */
export const ImportReport = ({ customer, file, scales, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const [day, setDay] = useState<string | null>(null)
  const [mapping, setMapping] = useState<MappingDraft | null>(null)
  const inspected = useQuery({
    ...api.ratings.inspect.queryOptions({ input: { name: file.name, file } }),
    // A file has no name that tells one from another.
    queryKey: ['ratings.inspect', file.name, file.size, file.lastModified],
    retry: false,
  })
  const importing = useCommand(api.ratings.import.mutationOptions(), {
    done: ({ state }) => t(`ratings:importing.done.${state}`),
    onDone: onClose,
    quiet: true,
  })
  const asTable = useCommand(api.ratings.importTable.mutationOptions(), {
    onDone: (counts) => {
      notifications.show({ message: t('ratings:importing.tableDone', counts) })
      onClose()
    },
    quiet: true,
  })
  const inspection = inspected.data
  const known = inspection?.mapping
  const readable = inspection !== undefined && inspection.reader !== null && inspection.missing.length === 0
  if (mapping && inspection)
    return (
      <MappingEditor
        file={file}
        siren={customer.siren}
        inspection={inspection}
        initial={mapping}
        scales={scales}
        onClose={() => setMapping(null)}
        onSaved={() => setMapping(null)}
      />
    )
  return (
    <FormDialog
      title={t('ratings:importing.title')}
      onClose={onClose}
      size={620}
      submit={t('ratings:importing.submit')}
      disabled={!readable}
      pending={importing.isPending}
      error={importing.error ?? asTable.error}
      focusSubmit
      onSubmit={() => importing.mutate({ customerId: customer.id, name: file.name, file, day })}
    >
      <Text size="sm" fw={500}>
        {file.name}
      </Text>
      {inspected.isPending && <Text size="sm">{t('ratings:importing.reading')}</Text>}
      <ErrorNote error={inspected.error} />
      {inspection?.reader === 'dnb' && <Note tone="settled">{t('ratings:importing.dnb')}</Note>}
      {known && (
        <Note tone={inspection.missing.length > 0 ? 'late' : 'settled'}>
          {inspection.missing.length > 0
            ? t('ratings:importing.missing', { name: known.name, paths: inspection.missing.join(', ') })
            : t('ratings:importing.through', { name: known.name, provider: agencyOf(known, t) })}
        </Note>
      )}
      {inspection && !inspection.reader && (
        <Note>
          {t('ratings:importing.unknown', { format: inspection.format.toUpperCase(), count: inspection.paths.length })}
        </Note>
      )}
      {readable && (
        <DayInput w={320} clearable label={t('ratings:importing.day')} maxDate={today} value={day} onChange={setDay} />
      )}
      {inspection && inspection.reader !== 'dnb' && (
        <Group>
          <Button
            variant={readable ? 'default' : 'filled'}
            onClick={() => setMapping(known ? draftOfMapping(known) : newMapping(inspection, file.name))}
          >
            {t(known ? 'ratings:importing.remap' : 'ratings:importing.map')}
          </Button>
          {inspection.format === 'csv' && !known && (
            <Button
              variant="default"
              loading={asTable.isPending}
              onClick={() => asTable.mutate({ name: file.name, file })}
            >
              {t('ratings:importing.asTable')}
            </Button>
          )}
        </Group>
      )}
      {inspection?.format === 'csv' && !known && (
        <Text size="xs" c="dimmed">
          {t('ratings:importing.table')}
        </Text>
      )}
    </FormDialog>
  )
}
