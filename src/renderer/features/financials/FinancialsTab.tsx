import { Button, FileButton, Group, Stack } from '@mantine/core'
import { IconDownload, IconFileImport, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import type { Statement } from '../../../main/core/financials/financials.contract.ts'
import { api } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FileZone } from '../../components/files/FileZone.tsx'
import { Flags } from './Flags.tsx'
import classes from './financials.module.css'
import { ImportDialog } from './ImportDialog.tsx'
import { RatiosSheet } from './RatiosSheet.tsx'
import { ScoreSheets } from './ScoreSheets.tsx'
import { StatementEditor } from './StatementEditor.tsx'
import { YearsTable } from './YearsTable.tsx'

const SHOWN = 3
// Charts are the heaviest part of the window: read when one is shown.
const TrendChart = lazy(() => import('./TrendChart.tsx'))

/** Three years of a customer's accounts side by side, their ratios and scores with the working. */
export const FinancialsTab = ({ customer }: { customer: Customer }) => {
  const t = useT()
  const language = useLanguage()
  const readOnly = useReadOnly('edit')
  const [editing, setEditing] = useState<Statement | 'new' | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const { data, error } = useQuery(api.financials.list.queryOptions({ input: { customerId: customer.id } }))
  const template = useMutation(
    api.financials.template.mutationOptions({ onSuccess: (made) => saveFile(made.name, made.file) }),
  )
  useShortcuts(readOnly ? [] : [{ key: 'n', label: t('financials:add'), run: () => setEditing('new') }])
  const actions = (
    <Group gap="xs">
      <Button leftSection={<IconPlus size={16} />} disabled={readOnly} onClick={() => setEditing('new')}>
        {t('financials:add')}
      </Button>
      <FileButton accept=".csv,.txt,.xlsx" onChange={(chosen) => chosen && setFile(chosen)} disabled={readOnly}>
        {(button) => (
          <Button {...button} variant="default" leftSection={<IconFileImport size={16} />} disabled={readOnly}>
            {t('financials:import')}
          </Button>
        )}
      </FileButton>
      <Button
        variant="subtle"
        leftSection={<IconDownload size={16} />}
        onClick={() => template.mutate({ language })}
        loading={template.isPending}
      >
        {t('financials:template')}
      </Button>
    </Group>
  )
  const statements = data?.statements ?? []
  const shown = statements.slice(0, SHOWN)
  const [newest] = shown
  return (
    <FileZone needed="edit" label={t('financials:drop')} onFiles={([first]) => first && setFile(first)}>
      <div className={classes.tab}>
        <ErrorNote error={error ?? template.error} />
        {data && !newest && (
          <EmptyState title={t('financials:empty.title')} text={t('financials:empty.text')} action={actions} />
        )}
        {data && newest && (
          <Stack gap="lg">
            {actions}
            <Flags statements={shown} />
            <YearsTable statements={shown} older={statements.length - shown.length} onEdit={setEditing} />
            {shown.length > 1 && (
              <Suspense fallback={null}>
                <TrendChart statements={shown} />
              </Suspense>
            )}
            <RatiosSheet statements={shown} trend={data.trend} />
            <ScoreSheets statements={shown} />
          </Stack>
        )}
      </div>
      {editing && (
        <StatementEditor
          customer={customer}
          statement={editing === 'new' ? null : editing}
          others={statements.filter((one) => editing === 'new' || one.id !== editing.id)}
          onClose={() => setEditing(null)}
        />
      )}
      {file && <ImportDialog customer={customer} file={file} onClose={() => setFile(null)} />}
    </FileZone>
  )
}
