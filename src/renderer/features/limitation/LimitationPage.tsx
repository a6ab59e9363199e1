import { Button, SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { LimitationRow } from '../../../main/core/limitations/limitations.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DunningTabs } from '../../components/DunningTabs.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { usePaged } from '../../components/paging.ts'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { LimitationPanel } from './LimitationPanel.tsx'
import classes from './limitation.module.css'
import { type LimitationSearch, stretches } from './limitation.search.ts'
import { levelTone } from './limitation.words.ts'
import { RegimeDialog } from './RegimeDialog.tsx'
import { useLimitationColumns } from './useLimitationColumns.tsx'

const route = getRouteApi('/book/dunning/limitation')
const ALL_MONTHS = 12

/** Open invoices whose cautious day of limitation is near or has passed, the nearest first. */
export const LimitationPage = () => {
  const t = useT()
  const format = useFormat()
  const { within = ALL_MONTHS, search = '', id } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: LimitationSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const [setting, setSetting] = useState(false)
  const [chosen, setChosen] = useState<LimitationRow | null>(null)
  const { ref, width } = useElementSize()
  const columns = useLimitationColumns<LimitationRow>(width)
  const items = usePaged(
    (page) => api.limitations.list.queryOptions({ input: { within, search, ...page } }),
    (out) => ({ total: out.total, rows: out.items }),
  )
  const first = items.first
  // The row of an address that was opened; walked rows are known already.
  const shown = chosen?.itemId === id ? chosen : (first?.items.find(({ itemId }) => itemId === id) ?? null)
  return (
    <>
      <PageHeader title={t('limitation:title')}>
        <DunningTabs value="limitation" />
      </PageHeader>
      <ErrorNote error={items.error} />
      <Toolbar
        end={
          <Button variant="default" onClick={() => setSetting(true)}>
            {t('limitation:regime.settings')}
          </Button>
        }
      >
        <SegmentedControl
          aria-label={t('limitation:within.label')}
          value={String(within)}
          onChange={(value) => change({ within: Number(value), id: undefined })}
          data={stretches.map((months) => ({
            value: String(months),
            label: months === 0 ? t('limitation:within.passed') : t('limitation:within.months', { count: months }),
          }))}
        />
        <SearchField
          w={180}
          aria-label={t('limitation:search')}
          placeholder={t('limitation:search')}
          value={search}
          onChange={(text) => change({ search: text === '' ? undefined : text, id: undefined })}
        />
      </Toolbar>
      {first && first.levels.length > 0 && (
        <div className={classes.figures}>
          {first.levels.map(({ level, items: count, amount }) => (
            <KeyFigure
              key={level}
              label={t(`limitation:figure.${level}`)}
              value={format.money(amount, first.currency)}
              tone={levelTone(level)}
              hint={t('limitation:count', { count })}
            />
          ))}
        </div>
      )}
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('limitation:title')}
          columns={columns}
          source={items}
          rowId={({ itemId }) => itemId}
          selectedId={id ?? null}
          onSelect={(row) => {
            setChosen(row)
            change({ id: row?.itemId })
          }}
          onOpen={({ customerId }) =>
            navigate({ to: '/customers/$id', params: { id: customerId }, search: { tab: 'limitation' } })
          }
          empty={
            <EmptyState
              title={t('limitation:empty.title')}
              text={t('limitation:empty.text')}
              action={
                <ButtonLink to="/receivables" variant="default">
                  {t('limitation:empty.action')}
                </ButtonLink>
              }
            />
          }
        />
      </div>
      {shown && (
        <LimitationPanel
          key={shown.itemId}
          item={shown}
          customer={{ id: shown.customerId, name: shown.customerName }}
          onClose={() => change({ id: undefined })}
        />
      )}
      {setting && <RegimeDialog customer={null} onClose={() => setSetting(false)} />}
    </>
  )
}
