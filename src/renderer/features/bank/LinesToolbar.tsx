import { Button, Pill, SegmentedControl, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { lineRoles } from '../../../main/core/bank/bank.contract.ts'
import { useT } from '../../app/i18n.ts'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { lineShows, type MatchingSearch } from './bank.search.ts'

type Props = { search: MatchingSearch; change: (part: MatchingSearch) => void; clear: () => void }

/** Filters of the lines; those at their default are left out of the address. */
export const LinesToolbar = ({ search, change, clear }: Props) => {
  const t = useT()
  const filtered = Object.values(search).some((value) => value !== undefined)
  return (
    <Toolbar
      end={
        filtered && (
          <Button variant="subtle" size="compact-sm" leftSection={<IconX size={14} />} onClick={clear}>
            {t('bank:lines.clear')}
          </Button>
        )
      }
    >
      <SearchField
        w={220}
        value={search.search ?? ''}
        onChange={(text) => change({ search: text || undefined })}
        placeholder={t('bank:lines.search')}
        aria-label={t('bank:lines.search')}
      />
      <SegmentedControl
        aria-label={t('bank:lines.showLabel')}
        value={search.show ?? 'open'}
        onChange={(show) => change({ show: show === 'open' ? undefined : (show as MatchingSearch['show']) })}
        data={lineShows.map((show) => ({ value: show, label: t(`bank:lines.show.${show}`) }))}
      />
      <Select
        w={200}
        aria-label={t('bank:lines.roleLabel')}
        placeholder={t('bank:lines.waiting')}
        clearable
        value={search.role ?? null}
        onChange={(role) => change({ role: (role as MatchingSearch['role']) ?? undefined })}
        data={([...lineRoles, 'all'] as const).map((role) => ({ value: role, label: t(`bank:lines.roles.${role}`) }))}
      />
      {search.statement && (
        <Pill
          size="md"
          withRemoveButton
          removeButtonProps={{ 'aria-label': t('bank:lines.clear') }}
          onRemove={() => change({ statement: undefined })}
        >
          {t('bank:lines.statement')}
        </Pill>
      )}
    </Toolbar>
  )
}
