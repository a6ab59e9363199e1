import { Button, SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DunningTabs } from '../../components/DunningTabs.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { AccountantDialog } from './AccountantDialog.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { useRecoveryColumns, useWriteOffColumns } from './useWriteOffColumns.tsx'
import { WriteOffPanel } from './WriteOffPanel.tsx'
import classes from './writeoffs.module.css'
import { type Show, shows } from './writeoffs.search.ts'

const route = getRouteApi('/book/dunning/write-offs')

/** Proposals that wait for another person, what is written off, the VAT to recover, what came in after all. */
export const WriteOffsPage = () => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const { show: wanted, id } = route.useSearch()
  const navigate = route.useNavigate()
  const [asked, setAsked] = useState<'propose' | 'list' | null>(null)
  const counts = useQuery(api.writeoffs.list.queryOptions({ input: { show: 'proposed', limit: 1 } })).data
  // What waits comes first; without anything waiting, what was done.
  const show: Show = wanted ?? (counts && counts.waiting === 0 ? 'booked' : 'proposed')
  const choose = (chosen: string | undefined) => navigate({ search: { show, id: chosen }, replace: true })
  const labelOf = (value: Show): string => {
    const count = value === 'proposed' ? counts?.waiting : value === 'vat' ? counts?.vatToDo : 0
    return count ? `${t(`writeoffs:show.${value}`)} (${count})` : t(`writeoffs:show.${value}`)
  }
  return (
    <>
      <PageHeader
        title={t('writeoffs:title')}
        actions={
          <Button variant="default" onClick={() => setAsked('list')}>
            {t('writeoffs:list')}
          </Button>
        }
      >
        <DunningTabs value="writeOffs" />
      </PageHeader>
      <Toolbar end={!readOnly && <Button onClick={() => setAsked('propose')}>{t('writeoffs:propose')}</Button>}>
        <SegmentedControl
          aria-label={t('writeoffs:show.label')}
          value={show}
          onChange={(value) => navigate({ search: { show: value as Show }, replace: true })}
          data={shows.map((value) => ({ value, label: labelOf(value) }))}
        />
      </Toolbar>
      {show === 'recoveries' ? (
        <RecoveryList selected={id} onSelect={choose} />
      ) : (
        <WriteOffList show={show} selected={id} onSelect={choose} />
      )}
      {id && <WriteOffPanel key={id} id={id} onClose={() => choose(undefined)} />}
      {asked === 'list' && <AccountantDialog onClose={() => setAsked(null)} />}
      {asked === 'propose' && (
        <ProposeDialog
          onClose={(made) => {
            setAsked(null)
            if (made) navigate({ search: { show: 'proposed', id: made }, replace: true })
          }}
        />
      )}
    </>
  )
}

type ListProps = { selected: string | undefined; onSelect: (id: string | undefined) => void }

const Nothing = ({ show }: { show: Show }) => {
  const t = useT()
  return (
    <EmptyState
      title={t(`writeoffs:empty.${show}.title`)}
      text={t(`writeoffs:empty.${show}.text`)}
      action={
        <ButtonLink to="/receivables" variant="default">
          {t('writeoffs:empty.action')}
        </ButtonLink>
      }
    />
  )
}

const WriteOffList = ({ show, selected, onSelect }: ListProps & { show: Exclude<Show, 'recoveries'> }) => {
  const t = useT()
  const format = useFormat()
  const navigate = route.useNavigate()
  const { ref, width } = useElementSize()
  const columns = useWriteOffColumns(show, width)
  const { data, error, isPlaceholderData } = useQuery({
    ...api.writeoffs.list.queryOptions({ input: { show, limit: 1000 } }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <ErrorNote error={error} />
      {data && show !== 'refused' && data.sums.length > 0 && (
        <div className={classes.figures}>
          {data.sums.map(({ currency, amount, tax }) => (
            <KeyFigure
              key={currency}
              label={t(`writeoffs:sums.${show}`)}
              value={format.money(show === 'vat' ? tax : amount, currency)}
              tone={show === 'booked' ? 'risk' : 'neutral'}
              hint={
                show === 'vat' || tax === 0
                  ? t('writeoffs:count', { count: data.total })
                  : `${t('writeoffs:count', { count: data.total })}, ${t('writeoffs:sums.tax', { amount: format.money(tax, currency) })}`
              }
            />
          ))}
        </div>
      )}
      <div className={classes.list} ref={ref}>
        {data && (
          <DataTable
            label={t('writeoffs:title')}
            columns={columns}
            rows={data.writeOffs}
            rowId={(row) => row.id}
            selectedId={selected ?? null}
            onSelect={(row) => onSelect(row?.id)}
            onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
            stale={isPlaceholderData}
            empty={<Nothing show={show} />}
          />
        )}
      </div>
    </>
  )
}

const RecoveryList = ({ selected, onSelect }: ListProps) => {
  const t = useT()
  const navigate = route.useNavigate()
  const { ref, width } = useElementSize()
  const columns = useRecoveryColumns(width)
  const { data, error } = useQuery(api.writeoffs.recoveries.queryOptions({ input: {} }))
  const recoveries = data?.recoveries ?? []
  const chosen = recoveries.find(({ writeOffId }) => writeOffId === selected)
  return (
    <>
      <ErrorNote error={error} />
      <div className={classes.list} ref={ref}>
        {data && (
          <DataTable
            label={t('writeoffs:show.recoveries')}
            columns={columns}
            rows={recoveries}
            rowId={(row) => row.id}
            selectedId={chosen?.id ?? null}
            onSelect={(row) => onSelect(row?.writeOffId)}
            onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
            empty={<Nothing show="recoveries" />}
          />
        )}
      </div>
    </>
  )
}
