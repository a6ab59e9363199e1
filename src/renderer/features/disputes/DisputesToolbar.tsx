import { SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { useReasons } from '../../components/useReasons.ts'
import { type DisputesSearch, disputeShows } from './disputes.search.ts'

type Props = { filters: DisputesSearch; change: (part: DisputesSearch) => void }

export const DisputesToolbar = ({ filters, change }: Props) => {
  const t = useT()
  const { all } = useReasons()
  const owners = useQuery(api.disputes.owners.queryOptions({ input: {} })).data?.owners ?? []
  return (
    <Toolbar>
      <SearchField
        w={220}
        aria-label={t('disputes:list.search')}
        placeholder={t('disputes:list.search')}
        value={filters.search ?? ''}
        onChange={(text) => change({ search: text || undefined })}
      />
      <SegmentedControl
        aria-label={t('disputes:list.show.label')}
        value={filters.show ?? 'open'}
        onChange={(value) => change({ show: disputeShows.find((show) => show === value && show !== 'open') })}
        data={disputeShows.map((value) => ({ value, label: t(`disputes:list.show.${value}`) }))}
      />
      <Select
        w={190}
        clearable
        aria-label={t('disputes:list.reason')}
        placeholder={t('disputes:list.everyReason')}
        data={all}
        value={filters.reason ?? null}
        onChange={(reason) => change({ reason: reason ?? undefined })}
      />
      {owners.length > 0 && (
        <Select
          w={180}
          clearable
          aria-label={t('disputes:list.owner')}
          placeholder={t('disputes:list.everyOwner')}
          data={owners}
          value={filters.owner ?? null}
          onChange={(owner) => change({ owner: owner ?? undefined })}
        />
      )}
    </Toolbar>
  )
}
