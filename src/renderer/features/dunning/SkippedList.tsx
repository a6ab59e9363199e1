import { Group, Select } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { type Proposal, skipReasons } from '../../../main/core/dunning/dunning.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { useSkippedColumns } from './useSkippedColumns.tsx'

type Skipped = Proposal['skipped'][number]

/** What other minimums would bring back. */
const byPlan = ['item-minimum', 'below-minimum', 'no-threshold-for-currency'] as const

/** Every overdue item that is in no letter, with the reason and the day it comes back. */
export const SkippedList = ({ skipped }: { skipped: readonly Skipped[] }) => {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { ref, width } = useElementSize()
  const { data } = useQuery(api.dunning.holds.queryOptions({ input: {} }))
  const [reason, setReason] = useState<string | null>(null)
  const counts = useMemo(() => Map.groupBy(skipped, (one) => one.reason), [skipped])
  const rows = useMemo(() => (reason ? skipped.filter((one) => one.reason === reason) : skipped), [skipped, reason])
  const shows = (one: string) => reason === null || reason === one
  const columns = useSkippedColumns(width, data?.holds)
  return (
    <>
      <Group gap="sm" wrap="nowrap">
        {counts.size > 1 && (
          <Select
            flex={1}
            maw={320}
            miw={150}
            aria-label={t('dunning:proposal.skipped.filter')}
            placeholder={t('dunning:proposal.skipped.every')}
            clearable
            value={reason}
            onChange={setReason}
            data={skipReasons.flatMap((one) => {
              const items = counts.get(one)
              const words = items && t(`dunning:proposal.reason.${one}`, { currency: items[0]?.currency })
              return items ? [{ value: one, label: `${words} (${format.number(items.length)})` }] : []
            })}
          />
        )}
        {counts.has('previous-not-sent') && shows('previous-not-sent') && (
          <AnchorLink size="sm" style={{ whiteSpace: 'nowrap' }} to="/dunning/letters">
            {t('dunning:proposal.reasonAction.letters')}
          </AnchorLink>
        )}
        {counts.has('ladder-finished') && shows('ladder-finished') && (
          <AnchorLink size="sm" style={{ whiteSpace: 'nowrap' }} to="/dunning/handovers">
            {t('dunning:handovers.title')}
          </AnchorLink>
        )}
        {byPlan.some((one) => counts.has(one) && shows(one)) && (
          <AnchorLink size="sm" style={{ whiteSpace: 'nowrap' }} to="/dunning/plan">
            {t('dunning:proposal.reasonAction.plan')}
          </AnchorLink>
        )}
      </Group>
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
