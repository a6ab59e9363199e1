import { Button, FileButton, Group, Stack } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import type { Rating } from '../../../main/core/ratings/ratings.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FileZone } from '../../components/files/FileZone.tsx'
import { ImportReport } from './ImportReport.tsx'
import { Mappings } from './Mappings.tsx'
import { NewestReports } from './NewestReports.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import { ReportList } from './ReportList.tsx'
import classes from './ratings.module.css'

/** What agencies say of a customer, each on its own scale. */
export const RatingsTab = ({ customer }: { customer: Customer }) => {
  const t = useT()
  const readOnly = useReadOnly('edit')
  const [editing, setEditing] = useState<Rating | 'new' | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const [mappings, setMappings] = useState(false)
  const { data, error } = useQuery(api.ratings.ofCustomer.queryOptions({ input: { customerId: customer.id } }))
  const scales = useQuery(api.ratings.scales.queryOptions({ input: {} })).data?.scales ?? []
  useShortcuts(readOnly ? [] : [{ key: 'n', label: t('ratings:add'), run: () => setEditing('new') }])
  const actions = (
    <Group gap="xs">
      <Button leftSection={<IconPlus size={16} />} disabled={readOnly} onClick={() => setEditing('new')}>
        {t('ratings:add')}
      </Button>
      <FileButton onChange={(chosen) => chosen && setFile(chosen)} disabled={readOnly}>
        {(button) => (
          <Button {...button} variant="default" leftSection={<IconFileImport size={16} />} disabled={readOnly}>
            {t('ratings:import')}
          </Button>
        )}
      </FileButton>
      <Button variant="subtle" onClick={() => setMappings(true)}>
        {t('ratings:mappings')}
      </Button>
    </Group>
  )
  return (
    <FileZone needed="import" label={t('ratings:drop')} onFiles={([first]) => first && setFile(first)}>
      <div className={classes.tab}>
        <ErrorNote error={error} />
        {data?.all.length === 0 && (
          <EmptyState title={t('ratings:empty.title')} text={t('ratings:empty.text')} action={actions} />
        )}
        {data && data.all.length > 0 && (
          <Stack gap="lg">
            {actions}
            <NewestReports ratings={data.newest} scales={scales} />
            <ReportList ratings={data.all} onEdit={setEditing} />
          </Stack>
        )}
      </div>
      {editing && (
        <ReportDialog
          customer={customer}
          rating={editing === 'new' ? null : editing}
          scales={scales}
          onClose={() => setEditing(null)}
        />
      )}
      {file && <ImportReport customer={customer} file={file} scales={scales} onClose={() => setFile(null)} />}
      {mappings && <Mappings onClose={() => setMappings(false)} />}
    </FileZone>
  )
}
