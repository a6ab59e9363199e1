import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { api, type client } from '../../api/client.ts'
import { type Format, useFormat } from '../../app/format.ts'
import { type Translate, useT } from '../../app/i18n.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { Report } from './Report.tsx'

type ImportedFile = Awaited<ReturnType<typeof client.imports.history>>['files'][number]

const route = getRouteApi('/book/imports')

const documentsOf = ({ report: { created } }: ImportedFile) =>
  created.invoices + created.creditNotes + created.payments + created.openings + created.adjustments + created.bankLines

/** Files imported, newest first, each with its report. */
export const History = () => {
  const t = useT()
  const { report } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(api.imports.history.queryOptions({ input: {} }))
  const columns = useColumns(report === undefined)
  const opened = data?.files.find(({ id }) => id === report)
  const open = (file: ImportedFile | null) =>
    navigate({ search: (old) => ({ ...old, report: file?.id }), replace: true })
  if (error) return <ErrorNote error={error} />
  return (
    <>
      <DataTable
        label={t('imports:history.title')}
        columns={columns}
        rows={data?.files ?? []}
        rowId={({ id }) => id}
        selectedId={report ?? null}
        onSelect={open}
        empty={
          data && (
            <EmptyState
              title={t('imports:history.empty.title')}
              text={t('imports:history.empty.text')}
              action={<ButtonLink to="/imports">{t('imports:history.empty.action')}</ButtonLink>}
            />
          )
        }
      />
      {opened && (
        <SidePanel opened onClose={() => open(null)} title={opened.name} label={t('imports:history.report')}>
          <Report report={opened.report} />
        </SidePanel>
      )}
    </>
  )
}

const BESIDE_PANEL = ['at', 'name', 'created', 'refused']

/** All of them, or those that leave room for the report beside the list. */
const useColumns = (all: boolean): Column<ImportedFile>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => allColumns(t, format).filter(({ id }) => all || BESIDE_PANEL.includes(id)), [all, t, format])
}

const allColumns = (t: Translate, format: Format): Column<ImportedFile>[] => [
  { id: 'at', header: t('imports:history.at'), width: 140, cell: ({ at }) => format.moment(at) },
  { id: 'name', header: t('imports:history.name'), width: 'minmax(140px, 2fr)', cell: ({ name }) => name },
  {
    id: 'format',
    header: t('imports:history.format'),
    width: 'minmax(120px, 1fr)',
    cell: ({ report }) => t(`imports:formats.${report.format}`),
  },
  { id: 'user', header: t('imports:history.user'), width: 110, cell: ({ user }) => user },
  {
    id: 'records',
    header: t('imports:history.records'),
    align: 'right',
    width: 90,
    cell: ({ report }) => format.number(report.records),
  },
  {
    id: 'created',
    header: t('imports:history.created'),
    align: 'right',
    width: 100,
    cell: (file) => format.number(documentsOf(file)),
  },
  {
    id: 'refused',
    header: t('imports:history.refused'),
    align: 'right',
    width: 90,
    cell: ({ report }) =>
      report.rejectedCount === 0 ? '–' : <ToneBadge tone="risk">{format.number(report.rejectedCount)}</ToneBadge>,
  },
]
