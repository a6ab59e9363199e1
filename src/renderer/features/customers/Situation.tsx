import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Customer, Position } from '../../../main/core/customers/customers.contract.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DataTable, type Sort } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ItemActions } from '../../components/items/ItemActions.tsx'
import { ItemPanel } from '../../components/items/ItemPanel.tsx'
import { useItemTicks } from '../../components/items/useItemTicks.ts'
import { usePaged } from '../../components/paging.ts'
import { AgeingStrip } from './AgeingStrip.tsx'
import classes from './customers.module.css'
import { type CustomerSearch, itemShows } from './customers.search.ts'
import { PayerStrip } from './PayerStrip.tsx'
import { AGEING_COLUMNS, ageingCell, useBucketLabel } from './useAgeing.ts'
import { type ItemSort, useItemColumns } from './useItemColumns.tsx'

type Props = {
  customer: Customer
  positions: Position[]
  search: CustomerSearch
  change: (part: CustomerSearch) => void
}

/** The ageing of what a customer owes, and the items behind it. */
export const Situation = ({ customer, positions, search, change }: Props) => {
  const t = useT()
  const format = useFormat()
  const label = useBucketLabel()
  const today = useWorkingDay()
  const [chosen, setChosen] = useState<ItemRow | null>(null)
  const ticked = useItemTicks(customer.id)
  const [sort, setSort] = useState<Sort<ItemSort>>({ key: 'due', descending: false })
  const { ref, width } = useElementSize()
  const severalCurrencies = positions.length > 1
  const columns = useItemColumns(width, severalCurrencies)
  const bucket = AGEING_COLUMNS.find((column) => column === search.bucket)
  const show = bucket ? 'open' : (search.show ?? 'open')
  const items = usePaged(
    (page) =>
      api.receivables.items.queryOptions({
        input: {
          customerId: customer.id,
          show,
          ...(bucket ? { cell: ageingCell(bucket), ...(search.currency ? { currency: search.currency } : {}) } : {}),
          sort: sort.key,
          descending: sort.descending,
          ...page,
        },
      }),
    (out) => ({ total: out.total, rows: out.items }),
  )
  const sums = items.first?.sums ?? []
  const only = sums.length === 1 ? sums[0] : undefined
  return (
    <>
      {positions.map(({ currency }) => (
        <AgeingStrip
          key={currency}
          customerId={customer.id}
          currency={currency}
          chosen={search.currency === undefined || search.currency === currency ? bucket : undefined}
          onChoose={(column) =>
            column === bucket && search.currency === currency
              ? change({ bucket: undefined, currency: undefined })
              : change({ bucket: column, currency })
          }
        />
      ))}
      <PayerStrip
        customerId={customer.id}
        onOpen={() => change({ show: 'settled', bucket: undefined, currency: undefined })}
      />
      {bucket ? (
        <Group gap="xs">
          <Text size="sm">{t('customers:items.bucket', { bucket: label(bucket) })}</Text>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconX size={14} />}
            onClick={() => change({ bucket: undefined, currency: undefined })}
          >
            {t('customers:items.clearBucket')}
          </Button>
        </Group>
      ) : (
        <SegmentedControl
          style={{ alignSelf: 'flex-start' }}
          aria-label={t('customers:items.show.label')}
          value={show}
          onChange={(value) => change({ show: itemShows.find((one) => one === value && one !== 'open') })}
          data={itemShows.map((value) => ({ value, label: t(`customers:items.show.${value}`) }))}
        />
      )}
      <ItemActions
        target={{
          customer: { id: customer.id, name: customer.name },
          items: ticked.items.length > 0 ? ticked.items : chosen ? [chosen] : [],
        }}
        ticked={ticked.items.length > 0}
        onDone={ticked.clear}
      />
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('customers:items.label', { name: customer.name })}
          columns={columns}
          source={items}
          rowId={(item) => item.id}
          selectedId={chosen?.id ?? null}
          onSelect={setChosen}
          ticks={ticked.ticks}
          sort={sort}
          onSort={setSort}
          empty={<EmptyState title={t('customers:items.empty.title')} text={t('customers:items.empty.text')} />}
          {...(only
            ? { footer: { number: t('customers:items.total'), open: format.amount(only.open, only.currency) } }
            : {})}
        />
      </div>
      {chosen && <ItemPanel key={chosen.id} row={chosen} asOf={today} onClose={() => setChosen(null)} />}
    </>
  )
}
