import { Button, Checkbox, Group, Kbd, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Verdict } from '../../../main/core/limits/verdict.schema.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useHome } from '../../app/useHome.ts'
import { CreditTabs } from '../../components/CreditTabs.tsx'
import { CustomerInput } from '../../components/CustomerInput.tsx'
import { AllowOrders } from '../../components/credit/AllowOrders.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { CurrencySelect } from '../../components/PlaceSelects.tsx'
import { isLiftable } from './liftable.ts'
import { OrderDialog } from './OrderDialog.tsx'
import classes from './orders.module.css'
import type { CheckSearch } from './orders.search.ts'
import { VerdictView } from './VerdictView.tsx'

const route = getRouteApi('/book/credit/order')

/** May I accept this order? The answer in one word, its reasons, and what can be done about it. */
export const CheckPage = () => {
  const t = useT()
  const home = useHome()
  const asked = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: CheckSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const { customer: customerId, amount, number = '', prepaid = false, currency = home } = asked
  const [settled] = useDebouncedValue({ amount, number }, 150)
  const named = useQuery({
    ...api.customers.get.queryOptions({ input: { id: customerId ?? '' } }),
    enabled: customerId !== undefined,
  }).data?.customer
  const customer = named && named.id === customerId ? { id: named.id, name: named.name } : null
  const { data, error, isPlaceholderData } = useQuery({
    ...api.limits.verdict.queryOptions({
      input: {
        customerId: customerId ?? '',
        amount: settled.amount ?? 0,
        currency,
        prepaid,
        orderNumber: settled.number,
      },
    }),
    enabled: customerId !== undefined && settled.amount !== undefined,
    placeholderData: keepPreviousData,
  })
  const verdict = customer && amount !== undefined && data?.exposure.customerId === customer.id ? data : null
  return (
    <>
      <PageHeader title={t('orders:check.title')}>
        <CreditTabs value="orders" />
      </PageHeader>
      <div className={classes.asked}>
        <CustomerInput
          key={customer?.id ?? 'none'}
          data-autofocus
          autoFocus={customerId === undefined}
          label={t('orders:check.customer')}
          placeholder={t('orders:check.customerHint')}
          value={customer}
          onChange={(next) => change({ customer: next?.id })}
        />
        <MoneyInput
          label={t('orders:check.amount')}
          currency={currency}
          value={amount ?? null}
          onChange={(next) => change({ amount: next === null || next < 0 ? undefined : next })}
        />
        <CurrencySelect
          label={t('orders:check.currency')}
          value={currency}
          onChange={(next) => change({ currency: next === home ? undefined : next })}
        />
        <TextInput
          label={t('orders:check.number')}
          placeholder={t('orders:check.numberHint')}
          maxLength={100}
          value={number}
          onChange={(event) => change({ number: event.currentTarget.value || undefined })}
        />
        <Checkbox
          className={classes.prepaid}
          label={t('orders:check.prepaid')}
          description={t('orders:check.prepaidHint')}
          checked={prepaid}
          onChange={(event) => change({ prepaid: event.currentTarget.checked || undefined })}
        />
      </div>
      <ErrorNote error={error} />
      {verdict && customer ? (
        <div className={classes.scroll} style={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
          <Answer verdict={verdict} customer={customer} asked={{ ...asked, currency }} />
        </div>
      ) : (
        !error && <Text c="dimmed">{t('orders:check.asking')}</Text>
      )}
    </>
  )
}

type AnswerProps = {
  verdict: Verdict
  customer: { id: string; name: string }
  asked: CheckSearch & { currency: string }
}

const Answer = ({ verdict, customer, asked }: AnswerProps) => {
  const t = useT()
  const format = useFormat()
  const navigate = route.useNavigate()
  const readOnly = useReadOnly('collect')
  const mayAllow = !useReadOnly('approve')
  const [doing, setDoing] = useState<'record' | 'allow' | null>(null)
  const { amount = 0, number = '', prepaid = false, currency } = asked
  const refused = verdict.verdict === 'refuse'
  const actions = readOnly
    ? []
    : [
        ...(amount > 0
          ? [{ what: 'record', key: 'n', label: t(refused ? 'orders:record.held' : 'orders:record.action') } as const]
          : []),
        ...(mayAllow && isLiftable(verdict) && verdict.amount > 0
          ? [{ what: 'allow', key: 'a', label: t('orders:allow.action') } as const]
          : []),
      ]
  useShortcuts(actions.map(({ what, key, label }) => ({ key, label, run: () => setDoing(what) })))
  const leave = () => setDoing(null)
  return (
    <VerdictView
      verdict={verdict}
      about={
        <>
          {t('orders:verdict.of', { amount: format.money(amount, currency), name: customer.name })}
          {currency !== verdict.currency &&
            `, ${t('orders:verdict.converted', { amount: format.money(verdict.amount, verdict.currency) })}`}
          {' · '}
          {t('orders:verdict.on', {
            day: format.day(verdict.asOf),
            policy:
              verdict.policyVersion === 0
                ? t('orders:verdict.shipped')
                : t('orders:verdict.policy', { version: verdict.policyVersion }),
          })}
        </>
      }
    >
      <Group gap="xs">
        {actions.map(({ what, key, label }, i) => (
          <Button
            key={what}
            variant={i === 0 && !refused ? 'filled' : 'default'}
            rightSection={<Kbd size="xs">{key}</Kbd>}
            onClick={() => setDoing(what)}
          >
            {label}
          </Button>
        ))}
        <ButtonLink variant="subtle" to="/customers/$id" params={{ id: customer.id }} search={{ tab: 'credit' }}>
          {t('orders:check.creditFile')}
        </ButtonLink>
      </Group>
      {doing === 'record' && (
        <OrderDialog
          customer={customer}
          draft={{ number, amount, currency, prepaid }}
          refused={refused}
          onClose={leave}
          onDone={({ id }) => navigate({ to: '/credit/orders', search: { id } })}
        />
      )}
      {doing === 'allow' && (
        <AllowOrders customer={customer} amount={verdict.amount} orderNumber={number} onClose={leave} />
      )}
    </VerdictView>
  )
}
