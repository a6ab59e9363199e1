import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FileRegister } from '../../../main/core/registers/registers.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import classes from './registers.module.css'

type Check = {
  id: string
  day: string
  user: string
  name: string
  register: FileRegister
  records: number
  matched: number
  problems: number
}

/** Every file that was held against the customers. */
export const CheckHistory = () => {
  const t = useT()
  const format = useFormat()
  const { data, error } = useQuery(api.registers.history.queryOptions({ input: {} }))
  const columns = useMemo((): Column<Check>[] => {
    const count = (id: 'records' | 'matched' | 'problems'): Column<Check> => ({
      id,
      header: t(`registers:history.${id}`),
      width: 150,
      align: 'right',
      cell: (check) => (check[id] === 0 ? t('common:none') : format.number(check[id])),
    })
    return [
      { id: 'day', header: t('registers:history.day'), width: 110, cell: ({ day }) => <DayText day={day} /> },
      {
        id: 'register',
        header: t('registers:history.register'),
        width: 100,
        cell: ({ register }) => t(`registers:register.${register}`),
      },
      { id: 'file', header: t('registers:history.file'), width: 'minmax(180px, 3fr)', cell: ({ name }) => name },
      { id: 'user', header: t('registers:history.user'), width: 'minmax(80px, 1fr)', cell: ({ user }) => user },
      count('records'),
      count('matched'),
      count('problems'),
    ]
  }, [t, format])
  return (
    <div className={classes.list}>
      <ErrorNote error={error} />
      {data && (
        <DataTable
          label={t('registers:history.label')}
          columns={columns}
          rows={data.checks}
          rowId={({ id }) => id}
          empty={
            <EmptyState
              title={t('registers:history.empty')}
              text={t('registers:history.emptyText')}
              action={<ButtonLink to="/credit/registers">{t('registers:marked.action')}</ButtonLink>}
            />
          }
        />
      )}
    </div>
  )
}
