import { SegmentedControl } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { StatementCandidate } from '../../../main/core/statements/statements.contract.ts'
import { useT } from '../../app/i18n.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ReceivablesTabs } from '../../components/ReceivablesTabs.tsx'
import { MadeStatements } from './MadeStatements.tsx'
import { NewStatements } from './NewStatements.tsx'
import type { StatementsSearch } from './statements.routes.tsx'

const route = getRouteApi('/book/receivables/statements')

/** Who had none, and why. */
export type LeftOut = Pick<StatementCandidate, 'customerId' | 'code' | 'name'> & {
  reason: NonNullable<StatementCandidate['without']>
}

/** Statements of account of many customers: chosen, made together, then printed or sent. */
export const StatementsPage = () => {
  const t = useT()
  const { view, ...search } = route.useSearch()
  const navigate = route.useNavigate()
  // What was told once of the run just made.
  const [told, setTold] = useState<{ runId: string; leftOut: LeftOut[] } | null>(null)
  const change = (part: StatementsSearch) =>
    navigate({ search: (old: StatementsSearch) => ({ ...old, ...part }), replace: true })
  const views = (
    <SegmentedControl
      aria-label={t('statements:view.label')}
      value={view ?? 'new'}
      onChange={(value) => change({ view: value === 'made' ? 'made' : undefined, run: undefined })}
      data={(['new', 'made'] as const).map((value) => ({ value, label: t(`statements:view.${value}`) }))}
    />
  )
  return (
    <>
      <PageHeader title={t('statements:title')}>
        <ReceivablesTabs value="statements" />
      </PageHeader>
      {view === 'made' ? (
        <MadeStatements views={views} runId={search.run} told={told} change={change} />
      ) : (
        <NewStatements
          views={views}
          search={search}
          change={change}
          onMade={(runId, leftOut) => {
            setTold({ runId, leftOut })
            change({ view: 'made', run: runId })
          }}
        />
      )}
    </>
  )
}
