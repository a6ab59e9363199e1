import { Group, Text } from '@mantine/core'
import type { Aged } from '../../../main/core/receivables/receivables.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import type { AgedRow } from './aged.rows.ts'
import classes from './receivables.module.css'
import { useCellColumns } from './useCellColumns.tsx'
import { useColumnLabel } from './useColumnLabel.ts'
import { useItems } from './useItems.ts'

type Props = {
  aged: Aged
  buckets: number[]
  /** Null: every customer. */
  customer: AgedRow | null
  column: string
  onClose: () => void
}

/** The items behind a figure of the balance; they add up to it. */
export const CellPanel = ({ aged, buckets, customer, column, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const label = useColumnLabel(aged.basis)
  const { asOf, currency, basis } = aged
  const cell = column === 'total' ? undefined : { column, basis, buckets }
  const items = useItems({
    asOf,
    currency,
    search: '',
    show: 'open',
    ...(customer && { customerId: customer.customerId }),
    ...(cell && { cell }),
  })
  const columns = useCellColumns({ withCustomer: customer === null })
  const sum = items.first?.sums[0]
  const title = t('receivables:aged.cell', {
    name: customer?.name ?? t('receivables:aged.allCustomers'),
    column: label(column),
  })
  return (
    <SidePanel opened onClose={onClose} title={title}>
      <Text size="lg" fw={600}>
        {t('receivables:aged.panelText', { count: sum?.count ?? 0, amount: format.money(sum?.open ?? 0, currency) })}
      </Text>
      <div className={classes.panelList}>
        <DataTable label={title} columns={columns} source={items} rowId={(item) => item.id} />
      </div>
      <Group gap="xs">
        <ButtonLink
          to="/receivables"
          search={{ asOf, currency, ...(customer && { customer: customer.customerId }), ...(cell && { cell }) }}
          variant="default"
        >
          {t('receivables:aged.inList')}
        </ButtonLink>
        {customer && (
          <ButtonLink to="/customers/$id" params={{ id: customer.customerId }} variant="default">
            {t('receivables:aged.openCustomer')}
          </ButtonLink>
        )}
      </Group>
    </SidePanel>
  )
}
