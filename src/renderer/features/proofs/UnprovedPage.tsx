import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { api, type client } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { shortKinds } from '../../components/files/kinds.ts'
import { ItemById } from '../../components/items/ItemById.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ProofsTabs } from '../../components/ProofsTabs.tsx'
import { usePaged } from '../../components/paging.ts'
import { Toolbar } from '../../components/Toolbar.tsx'
import classes from './proofs.module.css'

/** An open invoice with what it lacks. */
type UnprovedRow = Awaited<ReturnType<typeof client.proofs.unproved>>['items'][number]

/** Open invoices with a proof missing, the largest first; the panel shows what, and takes it. */
export const UnprovedPage = () => {
  const t = useT()
  const today = useWorkingDay()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<UnprovedRow | null>(null)
  const items = usePaged(
    (page) => api.proofs.unproved.queryOptions({ input: page }),
    (out) => ({ total: out.total, rows: out.items }),
  )
  const columns = useColumns()
  return (
    <>
      <PageHeader title={t('proofs:unproved.title')}>
        <ProofsTabs value="unproved" />
      </PageHeader>
      {items.total !== undefined && items.total > 0 && (
        <Toolbar
          end={
            <Text size="sm" c="dimmed">
              {t('proofs:unproved.about')}
            </Text>
          }
        >
          <Text size="sm" role="status">
            {t('proofs:unproved.count', { count: items.total })}
          </Text>
        </Toolbar>
      )}
      <div className={classes.list}>
        <DataTable
          label={t('proofs:unproved.label')}
          columns={columns}
          source={items}
          rowId={({ itemId }) => itemId}
          selectedId={chosen?.itemId ?? null}
          onSelect={setChosen}
          onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
          empty={
            <EmptyState
              title={t('proofs:unproved.empty.title')}
              text={t('proofs:unproved.empty.text')}
              action={
                <ButtonLink to="/policy" variant="default">
                  {t('proofs:unproved.empty.action')}
                </ButtonLink>
              }
            />
          }
        />
      </div>
      {chosen && (
        <ItemById
          key={chosen.itemId}
          id={chosen.itemId}
          customerId={chosen.customerId}
          number={chosen.number}
          asOf={today}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}

const useColumns = (): Column<UnprovedRow>[] => {
  const t = useT()
  return useMemo(
    () => [
      {
        id: 'customer',
        header: t('proofs:columns.customer'),
        width: 'minmax(130px, 2fr)',
        cell: (row) => row.customerName,
      },
      { id: 'item', header: t('proofs:columns.item'), width: 'minmax(112px, 1fr)', cell: (row) => row.number },
      {
        id: 'missing',
        header: t('proofs:columns.missing'),
        width: 'minmax(160px, 3fr)',
        cell: (row) => row.missing.map((kinds) => shortKinds(kinds, t)).join(' · '),
      },
      { id: 'due', header: t('proofs:columns.due'), width: 102, cell: (row) => <DayText day={row.due} /> },
      {
        id: 'open',
        header: t('proofs:columns.open'),
        width: 118,
        align: 'right',
        cell: (row) => <MoneyText amount={row.open} currency={row.currency} showCurrency strong />,
      },
    ],
    [t],
  )
}
