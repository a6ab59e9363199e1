import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { itemKinds } from '../../../main/core/receivables/receivables.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { type ItemsSearch, itemShows } from './receivables.search.ts'

type Props = {
  search: ItemsSearch
  change: (part: ItemsSearch) => void
  clear: () => void
  currencies: readonly string[]
}

/** Filters of the list; those at their default are left out of the address. */
export const ItemsToolbar = ({ search, change, clear, currencies }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const { sort: _sort, descending: _descending, ...filters } = search
  const filtered = Object.values(filters).some((value) => value !== undefined)
  return (
    <Toolbar
      end={
        filtered && (
          <Button variant="subtle" size="compact-sm" leftSection={<IconX size={14} />} onClick={clear}>
            {t('receivables:items.clear')}
          </Button>
        )
      }
    >
      <SearchField
        w={240}
        value={search.search ?? ''}
        onChange={(text) => change({ search: text || undefined })}
        placeholder={t('receivables:items.search')}
        aria-label={t('receivables:items.search')}
      />
      <SegmentedControl
        aria-label={t('receivables:items.showLabel')}
        value={search.cell ? '' : (search.show ?? 'open')}
        onChange={(show) =>
          change({ show: show === 'open' ? undefined : (show as ItemsSearch['show']), cell: undefined })
        }
        data={itemShows.map((show) => ({ value: show, label: t(`receivables:items.show.${show}`) }))}
      />
      <Select
        w={150}
        aria-label={t('receivables:items.kindLabel')}
        placeholder={t('receivables:items.everyKind')}
        clearable
        value={search.kind ?? null}
        onChange={(kind) => change({ kind: (kind as ItemsSearch['kind']) ?? undefined })}
        data={itemKinds.map((kind) => ({ value: kind, label: t(`receivables:kind.${kind}`) }))}
      />
      {currencies.length > 1 && (
        <Select
          w={146}
          aria-label={t('receivables:items.currencyLabel')}
          placeholder={t('receivables:items.everyCurrency')}
          clearable
          value={search.currency ?? null}
          onChange={(currency) => change({ currency: currency ?? undefined })}
          data={[...currencies]}
        />
      )}
      <DayInput
        aria-label={t('receivables:items.asOf')}
        value={search.asOf ?? today}
        onChange={(day) => change({ asOf: day === today ? undefined : (day ?? undefined) })}
      />
    </Toolbar>
  )
}
