import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable, type Sort } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { usePaged } from '../../components/paging.ts'
import { DisputePanel } from './DisputePanel.tsx'
import classes from './disputes.module.css'
import { disputeShows } from './disputes.search.ts'
import { type DisputeSort, useDisputeColumns } from './useDisputeColumns.tsx'

/** The disputes of a customer, those closed as well when asked for. */
export const CustomerDisputes = ({ customer }: { customer: Customer }) => {
  const t = useT()
  const [show, setShow] = useState<(typeof disputeShows)[number]>('open')
  const [chosen, setChosen] = useState<string | null>(null)
  const [sort, setSort] = useState<Sort<DisputeSort>>({ key: 'age', descending: true })
  const { ref, width } = useElementSize()
  const columns = useDisputeColumns(width, true)
  const disputes = usePaged(
    (page) =>
      api.disputes.list.queryOptions({
        input: { customerId: customer.id, show, sort: sort.key, descending: sort.descending, ...page },
      }),
    (out) => ({ total: out.total, rows: out.disputes }),
  )
  return (
    <>
      <SegmentedControl
        style={{ alignSelf: 'flex-start' }}
        aria-label={t('disputes:list.show.label')}
        value={show}
        onChange={(value) => setShow(value as typeof show)}
        data={disputeShows.map((value) => ({ value, label: t(`disputes:list.show.${value}`) }))}
      />
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('disputes:list.title')}
          columns={columns}
          source={disputes}
          rowId={({ id }) => id}
          selectedId={chosen}
          onSelect={(dispute) => setChosen(dispute?.id ?? null)}
          sort={sort}
          onSort={setSort}
          empty={
            <EmptyState
              title={t(show === 'open' || show === 'all' ? 'disputes:customer.none' : 'disputes:list.none.title')}
              text={t('disputes:customer.text')}
              action={
                <ButtonLink to="/customers/$id" params={{ id: customer.id }} variant="default">
                  {t('disputes:customer.action')}
                </ButtonLink>
              }
            />
          }
        />
      </div>
      {chosen && <DisputePanel key={chosen} id={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}
