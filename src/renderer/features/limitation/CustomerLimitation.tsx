import { Button, Group, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import type { Limitation } from '../../../main/core/limitations/limitations.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Note } from '../../components/Note.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { ActDialog } from './ActDialog.tsx'
import { ActList } from './ActList.tsx'
import { LimitationPanel } from './LimitationPanel.tsx'
import classes from './limitation.module.css'
import { RegimeDialog } from './RegimeDialog.tsx'
import { useLimitationColumns } from './useLimitationColumns.tsx'

const ROWS_SHOWN = 12
const ROW = 32

/** A customer's open invoices with their two days of limitation, and the acts that moved them. */
export const CustomerLimitation = ({ customer }: { customer: Customer }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const [asked, setAsked] = useState<'act' | 'regime' | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const { ref, width } = useElementSize()
  const columns = useLimitationColumns<Limitation>(width, true)
  const { data, error } = useQuery(api.limitations.ofCustomer.queryOptions({ input: { customerId: customer.id } }))
  const item = data?.items.find(({ itemId }) => itemId === chosen)
  return (
    <div className={classes.page}>
      <ErrorNote error={error} />
      {data && (
        <Toolbar
          end={
            !readOnly && (
              <Group gap="xs">
                <Button variant="default" onClick={() => setAsked('regime')}>
                  {t('limitation:customer.change')}
                </Button>
                <Button disabled={data.items.length === 0} onClick={() => setAsked('act')}>
                  {t('limitation:panel.record')}
                </Button>
              </Group>
            )
          }
        >
          <Text size="sm">
            {t('limitation:customer.rule', {
              months: data.regime.months,
              law: data.regime.law,
              of: t(`limitation:customer.of.${data.regimeOf}`),
            })}
          </Text>
        </Toolbar>
      )}
      {data && data.unsignedPlans.length > 0 && (
        <Note tone="late">
          <Text size="sm">{t('limitation:customer.unsigned', { count: data.unsignedPlans.length })}</Text>
        </Note>
      )}
      {data && (
        <div
          className={classes.list}
          ref={ref}
          style={{ flex: 'none', height: ROW * (Math.min(ROWS_SHOWN, Math.max(4, data.items.length)) + 1) + 4 }}
        >
          <DataTable
            label={t('limitation:title')}
            columns={columns}
            rows={data.items}
            rowId={({ itemId }) => itemId}
            selectedId={chosen}
            onSelect={(row) => setChosen(row?.itemId ?? null)}
            empty={<EmptyState title={t('limitation:customer.none')} text={t('limitation:customer.noneText')} />}
          />
        </div>
      )}
      {data && <ActList acts={data.acts} />}
      {item && (
        <LimitationPanel key={item.itemId} item={item} customer={customer} onItsPage onClose={() => setChosen(null)} />
      )}
      {asked === 'act' && <ActDialog customer={customer} item={null} onClose={() => setAsked(null)} />}
      {asked === 'regime' && <RegimeDialog customer={customer} onClose={() => setAsked(null)} />}
    </div>
  )
}
