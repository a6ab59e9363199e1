import type { client } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import classes from './deliveries.module.css'

export type Delays = Awaited<ReturnType<typeof client.deliveries.delays>>

/** What the delay costs, and where it comes from. */
export const DelayFigures = ({ delays }: { delays: Delays }) => {
  const t = useT()
  const format = useFormat()
  const days = (value: number | null) =>
    value === null ? t('common:none') : t('deliveries:daysValue', { days: format.number(Math.round(value * 10) / 10) })
  const known = (count: number) => t('deliveries:delays.deliveryHint', { count, of: format.number(delays.invoices) })
  return (
    <div className={classes.figures}>
      <KeyFigure
        label={t('deliveries:delays.cost')}
        value={
          delays.dsoCost === null
            ? t('deliveries:delays.unknown')
            : t('deliveries:delays.costValue', { days: format.number(Math.round(delays.dsoCost * 10) / 10) })
        }
        tone={delays.dsoCost !== null && delays.dsoCost > 0 ? 'late' : 'neutral'}
        hint={t(delays.dsoCost === null ? 'deliveries:delays.unknownHint' : 'deliveries:delays.costHint')}
      />
      <KeyFigure
        label={t('deliveries:delays.delivery')}
        value={days(delays.deliveryToInvoice)}
        hint={known(delays.withDelivery)}
      />
      <KeyFigure
        label={t('deliveries:delays.sending')}
        value={days(delays.invoiceToSending)}
        hint={known(delays.withSending)}
      />
      <KeyFigure
        label={t('deliveries:delays.amount')}
        value={format.money(delays.amount, delays.currency)}
        hint={t('deliveries:delays.amountHint', { count: delays.invoices })}
      />
    </div>
  )
}
