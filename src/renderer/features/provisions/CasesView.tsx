import { Button, SegmentedControl, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { ProvisionCase } from '../../../main/core/provisions/provisions.schema.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { CasePanel } from './CasePanel.tsx'
import { ClearDialog, DecideDialog } from './DecideDialog.tsx'
import classes from './provisions.module.css'
import { type ProvisionsSearch, type Show, shows } from './provisions.search.ts'
import { useCaseColumns } from './useCaseColumns.tsx'

type Props = {
  asOf: Day
  taxRate: string
  show: Show | undefined
  id: string | undefined
  onChange: (part: ProvisionsSearch) => void
}

/** As many as one decision takes. */
const MOST = 1000

/** Debts that may be doubtful: what speaks for it, and what a person decides of each. */
export const CasesView = ({ asOf, taxRate, show: wanted, id, onChange }: Props) => {
  const t = useT()
  const format = useFormat()
  const mayDecide = !useReadOnly('approve')
  const { ref, width } = useElementSize()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<'decide' | 'clear' | null>(null)
  const asked = (show: Show) => api.provisions.cases.queryOptions({ input: { asOf, taxRate, show, limit: MOST } })
  const waiting = useQuery({ ...asked('proposed'), enabled: wanted === undefined })
  // What waits comes first; without anything waiting, what was decided.
  const show: Show = wanted ?? (waiting.data?.counts.proposed === 0 ? 'doubtful' : 'proposed')
  const { data, error, isPlaceholderData } = useQuery({ ...asked(show), placeholderData: keepPreviousData })
  const columns = useCaseColumns(data?.currency ?? '', show, width)
  const rows = data?.cases ?? []
  const chosen = rows.find(({ itemId }) => itemId === id)
  const marked = rows.filter(({ itemId }) => ticked.has(itemId))
  const about = marked.length > 0 ? marked : chosen ? [chosen] : []
  const money = (amount: number) => format.money(amount, data?.currency ?? '')
  const ticks = useMemo(
    () => ({
      ids: ticked,
      toggle: (some: readonly ProvisionCase[]) =>
        setTicked((old) => {
          const next = new Set(old)
          const all = some.every(({ itemId }) => old.has(itemId))
          for (const { itemId } of some) all ? next.delete(itemId) : next.add(itemId)
          return next
        }),
      label: ({ number }: ProvisionCase) => t('provisions:cases.tick', { number }),
      labelAll: t('provisions:cases.tickAll'),
    }),
    [ticked, t],
  )
  const close = (done: boolean) => {
    setDialog(null)
    if (done) setTicked(new Set())
  }
  const labelOf = (value: Show): string => {
    const label = t(`provisions:show.${value}`)
    const count = value === 'all' ? 0 : (data?.counts[value] ?? 0)
    return count > 0 ? `${label} (${format.number(count)})` : label
  }
  return (
    <>
      <ErrorNote error={error} />
      <Toolbar
        end={
          mayDecide && (
            <>
              <Button variant="default" disabled={about.length === 0} onClick={() => setDialog('clear')}>
                {t('provisions:cases.clear')}
              </Button>
              <Button disabled={about.length === 0} onClick={() => setDialog('decide')}>
                {t('provisions:cases.decide')}
              </Button>
            </>
          )
        }
      >
        <SegmentedControl
          aria-label={t('provisions:show.label')}
          value={show}
          onChange={(value) => {
            setTicked(new Set())
            onChange({ show: value as Show, id: undefined })
          }}
          data={shows.map((value) => ({ value, label: labelOf(value) }))}
        />
      </Toolbar>
      {data && (
        <div className={classes.cards}>
          <KeyFigure label={t('provisions:cases.doubtful')} value={money(data.doubtful.gross)} />
          <KeyFigure label={t('provisions:cases.base')} value={money(data.doubtful.base)} />
          <KeyFigure
            label={t('provisions:cases.amount')}
            value={money(data.doubtful.amount)}
            {...(data.doubtful.amount > 0 && { tone: 'risk' as const })}
          />
        </div>
      )}
      {data && data.total > rows.length && (
        <Text size="xs" c="dimmed">
          {t('provisions:cases.first', { shown: rows.length, count: data.total })}
        </Text>
      )}
      <div className={classes.list} ref={ref}>
        {data && (
          <DataTable
            label={t('provisions:cases.label')}
            columns={columns}
            rows={rows}
            rowId={({ itemId }) => itemId}
            selectedId={id ?? null}
            onSelect={(row) => onChange({ id: row?.itemId })}
            {...(mayDecide && { ticks })}
            stale={isPlaceholderData}
            empty={
              <EmptyState
                title={t(`provisions:cases.none.${show}.title`)}
                text={t(`provisions:cases.none.${show}.text`)}
              />
            }
          />
        )}
      </div>
      {chosen && data && (
        <CasePanel key={id} row={chosen} currency={data.currency} onClose={() => onChange({ id: undefined })} />
      )}
      {dialog === 'decide' && data && (
        <DecideDialog rows={about} asOf={asOf} currency={data.currency} onClose={close} />
      )}
      {dialog === 'clear' && <ClearDialog rows={about} asOf={asOf} onClose={close} />}
    </>
  )
}
