import { SegmentedControl, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { AnchorLink } from '../../components/links.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { type CustomersSearch, customerShows } from './customers.search.ts'

type Props = {
  search: CustomersSearch
  change: (part: CustomersSearch) => void
  total: number | undefined
  /** Beside the open panel there is little room. */
  narrow: boolean
}

export const CustomersToolbar = ({ search, change, total, narrow }: Props) => {
  const t = useT()
  const segments = useQuery(api.customers.segments.queryOptions({ input: {} })).data?.segments ?? []
  const salespeople = useQuery(api.customers.salespeople.queryOptions({ input: {} })).data?.salespeople ?? []
  const shows = {
    'aria-label': t('customers:list.show.label'),
    value: search.show ?? 'all',
    onChange: (value: string | null) =>
      change({ show: customerShows.find((show) => show === value && show !== 'all') }),
    data: customerShows.map((value) => ({ value, label: t(`customers:list.show.${value}`) })),
  }
  return (
    <>
      <Toolbar>
        <SearchField
          w={narrow ? 180 : 260}
          aria-label={t('customers:list.search')}
          placeholder={t('customers:list.search')}
          value={search.search ?? ''}
          onChange={(text) => change({ search: text || undefined })}
        />
        {narrow ? <Select w={130} allowDeselect={false} {...shows} /> : <SegmentedControl {...shows} />}
      </Toolbar>
      <Toolbar
        end={
          <>
            <AnchorLink to="/customers/duplicates" fz="sm">
              {t('customers:list.duplicates')}
            </AnchorLink>
            {total !== undefined && (
              <Text size="sm" c="dimmed" role="status">
                {t('customers:list.count', { count: total })}
              </Text>
            )}
          </>
        }
      >
        {segments.length > 0 && (
          <Select
            w={160}
            aria-label={t('customers:list.segment')}
            placeholder={t('customers:list.everySegment')}
            data={segments}
            value={search.segment ?? null}
            onChange={(segment) => change({ segment: segment ?? undefined })}
            clearable
          />
        )}
        {salespeople.length > 0 && (
          <Select
            w={170}
            aria-label={t('customers:list.salesperson')}
            placeholder={t('customers:list.everySalesperson')}
            data={salespeople}
            value={search.salesperson ?? null}
            onChange={(salesperson) => change({ salesperson: salesperson ?? undefined })}
            clearable
          />
        )}
      </Toolbar>
    </>
  )
}
