import { SegmentedControl, Select, Text } from '@mantine/core'
import { proofKinds } from '../../../main/core/proofs/proofs.contract.ts'
import { useT } from '../../app/i18n.ts'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { type ProofsSearch, proofShows } from './proofs.search.ts'

type Props = { filters: ProofsSearch; change: (part: ProofsSearch) => void; total: number | undefined }

export const ProofsToolbar = ({ filters, change, total }: Props) => {
  const t = useT()
  return (
    <Toolbar
      end={
        total !== undefined && (
          <Text size="sm" c="dimmed" role="status">
            {t('proofs:list.count', { count: total })}
          </Text>
        )
      }
    >
      <SearchField
        w={240}
        aria-label={t('proofs:list.search')}
        placeholder={t('proofs:list.search')}
        value={filters.search ?? ''}
        onChange={(text) => change({ search: text || undefined })}
      />
      <SegmentedControl
        aria-label={t('proofs:list.show.label')}
        value={filters.show ?? 'all'}
        onChange={(value) => change({ show: proofShows.find((show) => show === value && show !== 'all') })}
        data={proofShows.map((value) => ({ value, label: t(`proofs:list.show.${value}`) }))}
      />
      <Select
        w={190}
        clearable
        aria-label={t('proofs:list.kind')}
        placeholder={t('proofs:list.everyKind')}
        data={proofKinds.map((value) => ({ value, label: t(`proofs:kind.${value}`) }))}
        value={filters.kind ?? null}
        onChange={(value) => change({ kind: proofKinds.find((kind) => kind === value) })}
      />
    </Toolbar>
  )
}
