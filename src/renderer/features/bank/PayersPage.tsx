import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { fold } from '../../../main/core/kernel/text.ts'
import { api, type client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { BankTabs } from './BankTabs.tsx'
import classes from './bank.module.css'
import { accountText } from './LineFacts.tsx'

type Payer = Awaited<ReturnType<typeof client.bank.payers>>['payers'][number]

const route = getRouteApi('/book/bank/payers')
const textOf = ({ kind, value }: Payer): string => (kind === 'account' ? accountText(value) : value)

/** The accounts and labels that past choices taught, each with a way to forget it. */
export const PayersPage = () => {
  const t = useT()
  const { search = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(api.bank.payers.queryOptions({ input: {} }))
  const columns = usePayerColumns()
  const wanted = fold(search)
  const rows = (data?.payers ?? []).filter((payer) =>
    [payer.customerName, payer.value, textOf(payer)].some((text) => fold(text).includes(wanted)),
  )
  return (
    <>
      <PageHeader title={t('bank:payers.title')}>
        <BankTabs value="payers" />
      </PageHeader>
      <Text maw={760}>{t('bank:payers.about')}</Text>
      <Toolbar>
        <SearchField
          w={280}
          value={search}
          onChange={(text) => navigate({ search: { search: text || undefined }, replace: true })}
          placeholder={t('bank:payers.search')}
          aria-label={t('bank:payers.search')}
        />
      </Toolbar>
      <ErrorNote error={error} />
      {data && (
        <div className={classes.list}>
          <DataTable<Payer>
            label={t('bank:payers.title')}
            columns={columns}
            rows={rows}
            rowId={({ kind, value, customerId }) => `${kind} ${value} ${customerId}`}
            empty={
              data.payers.length > 0 ? (
                <EmptyState title={t('bank:payers.none')} />
              ) : (
                <EmptyState
                  title={t('bank:payers.empty.title')}
                  text={t('bank:payers.empty.text')}
                  action={<ButtonLink to="/bank">{t('bank:payers.empty.action')}</ButtonLink>}
                />
              )
            }
          />
        </div>
      )}
    </>
  )
}

const usePayerColumns = (): Column<Payer>[] => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  return useMemo(
    () => [
      {
        id: 'customer',
        header: t('bank:payers.columns.customer'),
        width: 'minmax(160px, 2fr)',
        cell: ({ customerName }) => customerName,
      },
      {
        id: 'kind',
        header: t('bank:payers.columns.kind'),
        width: 110,
        cell: ({ kind }) => t(`bank:payers.kinds.${kind}`),
      },
      { id: 'value', header: t('bank:payers.columns.value'), width: 'minmax(240px, 3fr)', cell: textOf },
      {
        id: 'uses',
        header: t('bank:payers.columns.uses'),
        align: 'right',
        width: 70,
        cell: ({ uses }) => format.number(uses),
      },
      {
        id: 'lastUsed',
        header: t('bank:payers.columns.lastUsed'),
        align: 'right',
        width: 120,
        cell: ({ lastUsed }) => <DayText day={lastUsed} />,
      },
      { id: 'forget', header: '', width: 100, cell: (payer) => !readOnly && <Forget payer={payer} /> },
    ],
    [t, format, readOnly],
  )
}

const Forget = ({ payer }: { payer: Payer }) => {
  const t = useT()
  const { kind, value, customerId, customerName } = payer
  const forget = useCommand(api.bank.forget.mutationOptions(), { done: t('bank:payers.forgotten') })
  const ask = () =>
    modals.openConfirmModal({
      title: t('bank:payers.confirm'),
      children: <Text size="sm">{t('bank:payers.consequence', { value: textOf(payer), customer: customerName })}</Text>,
      labels: { confirm: t('bank:payers.forget'), cancel: t('common:cancel') },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => forget.mutate({ kind, value, customerId }),
    })
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      aria-label={t('bank:payers.forgetOf', { value: textOf(payer) })}
      loading={forget.isPending}
      onClick={ask}
    >
      {t('bank:payers.forget')}
    </Button>
  )
}
