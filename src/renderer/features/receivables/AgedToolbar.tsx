import { SegmentedControl, Select } from '@mantine/core'
import { defaultBuckets } from '../../../main/core/receivables/ageing.rules.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { endOfLastMonth, endOfLastYear } from './aged.rows.ts'
import { BucketsEditor } from './BucketsEditor.tsx'
import type { AgedSearch } from './receivables.search.ts'

type Props = {
  search: AgedSearch
  change: (part: AgedSearch) => void
  currency: string | undefined
  currencies: readonly string[]
}

export const AgedToolbar = ({ search, change, currency, currencies }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const asOf = search.asOf ?? today
  const setDay = (day: string | null) => day && change({ asOf: day === today ? undefined : day })
  const presets = [
    { label: t('receivables:aged.today'), value: today },
    { label: t('receivables:aged.lastMonth'), value: endOfLastMonth(today) },
    { label: t('receivables:aged.lastYear'), value: endOfLastYear(today) },
  ]
  return (
    <Toolbar>
      <DayInput aria-label={t('receivables:aged.day')} value={asOf} onChange={setDay} presets={presets} />
      <SegmentedControl
        aria-label={t('receivables:aged.basis')}
        value={search.basis ?? 'due'}
        onChange={(basis) => change({ basis: basis === 'due' ? undefined : 'issued', cell: undefined })}
        data={[
          { value: 'due', label: t('receivables:aged.due') },
          { value: 'issued', label: t('receivables:aged.issued') },
        ]}
      />
      <BucketsEditor
        buckets={search.buckets ?? [...defaultBuckets]}
        onChange={(buckets) => change({ buckets, cell: undefined, sort: undefined, ascending: undefined })}
      />
      {currencies.length > 1 && (
        <Select
          w={90}
          aria-label={t('receivables:aged.currency')}
          allowDeselect={false}
          value={currency ?? null}
          onChange={(chosen) => change({ currency: chosen ?? undefined, cell: undefined })}
          data={[...currencies]}
        />
      )}
      <SearchField
        w={160}
        value={search.search ?? ''}
        onChange={(text) => change({ search: text || undefined })}
        placeholder={t('receivables:aged.search')}
        aria-label={t('receivables:aged.search')}
      />
    </Toolbar>
  )
}
