import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { ProofRow } from '../../../main/core/proofs/proofs.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ProofsTabs } from '../../components/ProofsTabs.tsx'
import { usePaged } from '../../components/paging.ts'
import { ProofPanel } from './ProofPanel.tsx'
import { ProofsToolbar } from './ProofsToolbar.tsx'
import classes from './proofs.module.css'
import type { ProofsSearch } from './proofs.search.ts'
import { useProofColumns } from './useProofColumns.tsx'

const route = getRouteApi('/book/proofs')

/** Every document kept in the book, those expired or about to. */
export const ProofsPage = () => {
  const t = useT()
  const filters = route.useSearch()
  const navigate = route.useNavigate()
  const { search = '', show = 'all', kind } = filters
  const proofs = usePaged(
    (page) => api.proofs.list.queryOptions({ input: { search, show, ...(kind && { kind }), ...page } }),
    (out) => ({ total: out.total, rows: out.proofs }),
  )
  const [chosen, setChosen] = useState<ProofRow | null>(null)
  const { ref, width } = useElementSize()
  const columns = useProofColumns(width)
  const change = (part: ProofsSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  return (
    <>
      <PageHeader title={t('proofs:list.title')}>
        <ProofsTabs value="list" />
      </PageHeader>
      <ProofsToolbar filters={filters} change={change} total={proofs.total} />
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('proofs:list.title')}
          columns={columns}
          source={proofs}
          rowId={({ id }) => id}
          selectedId={chosen?.id ?? null}
          onSelect={setChosen}
          onOpen={({ customerId }) =>
            navigate({ to: '/customers/$id', params: { id: customerId }, search: { tab: 'documents' } })
          }
          empty={
            search !== '' || show !== 'all' || kind ? (
              <EmptyState
                title={t('proofs:list.none.title')}
                text={t('proofs:list.none.text')}
                action={
                  <Button variant="default" onClick={() => navigate({ search: {}, replace: true })}>
                    {t('proofs:list.none.action')}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                title={t('proofs:list.empty.title')}
                text={t('proofs:list.empty.text')}
                action={
                  <ButtonLink to="/proofs/unproved" variant="default">
                    {t('proofs:list.empty.action')}
                  </ButtonLink>
                }
              />
            )
          }
        />
      </div>
      {chosen && <ProofPanel key={chosen.id} row={chosen} customerLink onClose={() => setChosen(null)} />}
    </>
  )
}
