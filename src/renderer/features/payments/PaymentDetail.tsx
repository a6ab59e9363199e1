import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Facts } from '../../components/Facts.tsx'
import { Note } from '../../components/Note.tsx'
import { useBounceNumber } from './useBounceNumber.ts'

/** How a receipt came, or what a write-off, discount or set-off says beside its amount. */
export const PaymentDetail = ({ item }: { item: ItemRow }) => {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery({
    ...api.payments.detail.queryOptions({ input: { itemId: item.id } }),
    enabled: item.kind === 'payment' || item.kind === 'adjustment',
  })
  const bouncedBy = useBounceNumber(item, data?.payment?.bouncedById ?? null)
  const money = (amount: number) => format.money(amount, item.currency)
  if (!data || (!data.payment && !data.adjustment)) return null
  const { payment, adjustment } = data
  return (
    <Stack gap={6}>
      {payment && (
        <>
          <Title order={3}>
            {t(
              payment.bouncesId
                ? 'payments:detail.returned'
                : item.amount > 0
                  ? 'payments:detail.refund'
                  : 'payments:detail.receipt',
            )}
          </Title>
          {payment.bouncedOn && (
            <Note tone="risk" title={t('payments:detail.bouncedOn', { day: format.day(payment.bouncedOn) })}>
              <Text size="sm">{[payment.bounceReason, bouncedBy].filter(Boolean).join(', ')}</Text>
            </Note>
          )}
          <Facts
            facts={[
              [t('payments:field.method'), t(`payments:method.${payment.method}`)],
              payment.reference !== '' && [t('payments:field.reference'), payment.reference],
              payment.maturity !== null && [t('payments:field.maturity'), format.day(payment.maturity)],
              payment.bouncesId !== null &&
                payment.bounceReason !== '' && [t('payments:bounce.reason'), payment.bounceReason],
              payment.bankLineId !== null && [t('payments:detail.source'), t('payments:detail.bank')],
              payment.note !== '' && [t('payments:field.note'), payment.note],
            ]}
          />
        </>
      )}
      {adjustment && (
        <>
          <Title order={3}>{t(`payments:detail.${adjustment.reason}`)}</Title>
          <Facts
            facts={[
              adjustment.reason === 'discount' && [
                t('payments:discount.tax', { rate: format.percent(adjustment.taxRate || '0') }),
                money(adjustment.tax),
              ],
              adjustment.counterReference !== '' && [t('payments:setOff.reference'), adjustment.counterReference],
              adjustment.counterAmount !== null && [t('payments:setOff.amount'), money(adjustment.counterAmount)],
              adjustment.note !== '' && [t('payments:field.note'), adjustment.note],
            ]}
          />
        </>
      )}
    </Stack>
  )
}
