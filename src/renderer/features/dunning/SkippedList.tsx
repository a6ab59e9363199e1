import { Select } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { type Proposal, skipReasons } from '../../../main/core/dunning/dunning.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { useSkippedColumns } from './useSkippedColumns.tsx'

type Skipped = Proposal['skipped'][number]

/** Every overdue item that is in no letter, with the reason and the day it comes back. */
export const SkippedList = ({ skipped }: { skipped: readonly Skipped[] }) => {
  const t = useT()
  const navigate = useNavigate()
  const { ref, width } = useElementSize()
  const { data } = useQuery(api.dunning.holds.queryOptions({ input: {} }))
  const [reason, setReason] = useState<string | null>(null)
  const counts = useMemo(() => Map.groupBy(skipped, (one) => one.reason), [skipped])
  const rows = useMemo(() => (reason ? skipped.filter((one) => one.reason === reason) : skipped), [skipped, reason])
  const columns = useSkippedColumns(width, data?.holds)
  return (
    <>
      {counts.size > 1 && (
        <Select
          aria-label={t('dunning:proposal.skipped.filter')}
          placeholder={t('dunning:proposal.skipped.every')}
          clearable
          value={reason}
          onChange={setReason}
          data={skipReasons
            .filter((one) => counts.has(one))
            .map((one) => ({
              value: one,
              label: t(`dunning:proposal.reason.${one}`, { count: counts.get(one)?.length ?? 0 }),
            }))}
        />
      )}
      <div ref={ref} style={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <DataTable
          label={t('dunning:proposal.skipped.title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.itemId}
          onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
          empty={t('dunning:proposal.skipped.empty')}
        />
      </div>
    </>
  )
}
