import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { usePaged } from '../../components/paging.ts'
import classes from './registers.module.css'

type Unidentified = { id: string; code: string; name: string; country: string }

/** Customers without a number by which a register could tell them. */
export const UnidentifiedList = () => {
  const t = useT()
  const navigate = useNavigate()
  const customers = usePaged(
    (page) => api.registers.unidentified.queryOptions({ input: page }),
    (out) => ({ total: out.total, rows: out.customers }),
  )
  const columns = useMemo(
    (): Column<Unidentified>[] => [
      { id: 'customer', header: t('registers:found.customer'), width: 'minmax(160px, 3fr)', cell: ({ name }) => name },
      { id: 'code', header: t('registers:found.code'), width: 'minmax(90px, 1fr)', cell: ({ code }) => code },
      {
        id: 'country',
        header: t('registers:unidentified.country'),
        width: 'minmax(90px, 1fr)',
        cell: ({ country }) => country,
      },
    ],
    [t],
  )
  return (
    <div className={classes.list}>
      {customers.total !== 0 && (
        <Text size="sm" c="dimmed">
          {t('registers:unidentified.about')}
        </Text>
      )}
      <DataTable
        label={t('registers:unidentified.label')}
        columns={columns}
        source={customers}
        rowId={({ id }) => id}
        onOpen={({ id }) => navigate({ to: '/customers/$id', params: { id }, search: { tab: 'file' } })}
        empty={<EmptyState title={t('registers:unidentified.empty')} text={t('registers:unidentified.emptyText')} />}
      />
    </div>
  )
}
