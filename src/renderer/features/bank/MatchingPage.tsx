import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { AcceptReady } from './AcceptReady.tsx'
import { BankTabs } from './BankTabs.tsx'
import classes from './bank.module.css'
import type { MatchingSearch } from './bank.search.ts'
import { closingLines } from './closing.ts'
import type { Deed } from './deeds.ts'
import { LinePane } from './LinePane.tsx'
import { LinesCount } from './LinesCount.tsx'
import { LinesToolbar } from './LinesToolbar.tsx'
import { nextLine } from './next.ts'
import { useLineColumns } from './useLineColumns.tsx'
import { useLines, useLinesRead } from './useLines.ts'
import { useMatching } from './useMatching.ts'

const route = getRouteApi('/book/bank')

/** Bank lines at the left, who may have paid at the right; a line dealt with gives way to the next. */
export const MatchingPage = () => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const lines = useLines(search)
  const linesRead = useLinesRead(lines)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const matching = useMatching(({ id }) => setChosenId(id))
  const read = linesRead()
  const line = read.find(({ id }) => id === chosenId) ?? read.find(({ id }) => !closingLines().has(id)) ?? null
  const columns = useLineColumns(new Set(read.map(({ currency }) => currency)).size > 1)
  const change = (part: MatchingSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const clear = () => navigate({ search: {}, replace: true })
  const filtered = Object.values(search).some((value) => value !== undefined)
  const counts = lines.first?.counts
  const deal = (deed: Deed) => {
    if (readOnly) return
    matching.carryOut(deed)
    setChosenId(nextLine(linesRead(), deed.line, closingLines())?.id ?? null)
  }
  useShortcuts(readOnly ? [] : [{ key: 'u', label: t('bank:actions.undo'), run: matching.undoLast }])
  return (
    <>
      <PageHeader
        title={t('bank:lines.title')}
        actions={
          <>
            {counts && <LinesCount counts={counts} done={matching.count} />}
            {!readOnly && counts && counts.receipts > 0 && <AcceptReady />}
          </>
        }
      >
        <BankTabs value="matching" />
      </PageHeader>
      <LinesToolbar search={search} change={change} clear={clear} />
      <div className={classes.bench} data-alone={line === null || undefined}>
        <div className={classes.column}>
          <DataTable<BankLine>
            label={t('bank:lines.label')}
            columns={columns}
            source={lines}
            rowId={({ id }) => id}
            selectedId={line?.id ?? null}
            onSelect={(row) => row && setChosenId(row.id)}
            empty={<NoLines filtered={filtered} search={search} clear={clear} />}
          />
        </div>
        {line && <LinePane key={line.id} line={line} onDeed={deal} onReopen={() => matching.reopen(line)} />}
      </div>
    </>
  )
}

type Nothing = { filtered: boolean; search: MatchingSearch; clear: () => void }

/** No line was ever imported, all are dealt with, or none answers the filters. */
const NoLines = ({ filtered, search, clear }: Nothing) => {
  const t = useT()
  const any = useLines({ show: 'all', role: 'all' }).total
  if (filtered)
    return (
      <EmptyState
        title={t('bank:lines.none.title')}
        action={
          <Button variant="default" onClick={clear}>
            {t('bank:lines.none.action')}
          </Button>
        }
      />
    )
  const words = any === 0 && search.show === undefined ? 'empty' : 'finished'
  return (
    <EmptyState
      title={t(`bank:lines.${words}.title`)}
      text={t(`bank:lines.${words}.text`)}
      action={<ButtonLink to="/imports">{t(`bank:lines.${words}.action`)}</ButtonLink>}
    />
  )
}
