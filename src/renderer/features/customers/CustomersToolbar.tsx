import { SegmentedControl, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { type CustomersSearch, customerShows } from './customers.search.ts'

type Props = { search: CustomersSearch; change: (part: CustomersSearch) => void; total: number | undefined }

export const CustomersToolbar = ({ search, change, total }: Props) => {
  const t = useT()
  const segments = useQuery(api.customers.segments.queryOptions({ input: {} })).data?.segments ?? []
  return (
    <Toolbar
      end={
        total !== undefined && (
          <Text size="sm" c="dimmed" role="status">
            {t('customers:list.count', { count: total })}
          </Text>
        )
      }
    >
      <SearchField
        w={260}
        aria-label={t('customers:list.search')}
        placeholder={t('customers:list.search')}
        value={search.search ?? ''}
        onChange={(text) => change({ search: text || undefined })}
      />
      <SegmentedControl
        aria-label={t('customers:list.show.label')}
        value={search.show ?? 'all'}
        onChange={(value) => change({ show: customerShows.find((show) => show === value && show !== 'all') })}
        data={customerShows.map((value) => ({ value, label: t(`customers:list.show.${value}`) }))}
      />
      {segments.length > 0 && (
        <Select
          w={170}
          aria-label={t('customers:list.segment')}
          placeholder={t('customers:list.everySegment')}
          data={segments}
          value={search.segment ?? null}
          onChange={(segment) => change({ segment: segment ?? undefined })}
          clearable
        />
      )}
    </Toolbar>
  )
}
