import { Button, FileButton } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import type { ProofRow } from '../../../main/core/proofs/proofs.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FileZone } from '../../components/files/FileZone.tsx'
import { usePaged } from '../../components/paging.ts'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { AddDialog } from './AddDialog.tsx'
import { ProofPanel } from './ProofPanel.tsx'
import classes from './proofs.module.css'
import { useProofColumns } from './useProofColumns.tsx'

/** The register of a customer's documents; files are dropped anywhere on it. */
export const CustomerProofs = ({ customer }: { customer: Customer }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ProofRow | null>(null)
  const [files, setFiles] = useState<File[] | null>(null)
  useShortcuts(readOnly ? [] : [{ key: 'n', label: t('proofs:drop.choose'), run: () => setFiles([]) }])
  const { ref, width } = useElementSize()
  const columns = useProofColumns(width, true)
  const proofs = usePaged(
    (page) => api.proofs.list.queryOptions({ input: { customerId: customer.id, search, ...page } }),
    (out) => ({ total: out.total, rows: out.proofs }),
  )
  const add = (
    <FileButton multiple onChange={(picked) => picked.length > 0 && setFiles(picked)} disabled={readOnly}>
      {(button) => (
        <Button {...button} variant="default" disabled={readOnly} leftSection={<IconPlus size={16} />}>
          {t('proofs:drop.choose')}
        </Button>
      )}
    </FileButton>
  )
  // A button that goes away while a file is being chosen would lose it: none is shown before its place is known.
  const empty = proofs.total === 0 && search === ''
  return (
    <FileZone label={t('proofs:drop.title')} onFiles={setFiles}>
      {!empty && proofs.total !== undefined && (
        <Toolbar end={add}>
          <SearchField
            w={240}
            aria-label={t('proofs:customer.search')}
            placeholder={t('proofs:customer.search')}
            value={search}
            onChange={setSearch}
          />
        </Toolbar>
      )}
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('proofs:tab')}
          columns={columns}
          source={proofs}
          rowId={({ id }) => id}
          selectedId={chosen?.id ?? null}
          onSelect={setChosen}
          empty={
            <EmptyState
              title={t(empty ? 'proofs:customer.empty' : 'proofs:list.none.title')}
              text={t(empty ? 'proofs:customer.text' : 'proofs:list.none.text')}
              action={empty && add}
            />
          }
        />
      </div>
      {chosen && <ProofPanel key={chosen.id} row={chosen} onClose={() => setChosen(null)} />}
      {files && <AddDialog customer={customer} files={files} onClose={() => setFiles(null)} />}
    </FileZone>
  )
}
