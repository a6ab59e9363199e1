import { useQuery } from '@tanstack/react-query'
import type { HandoverDetail } from '../../../main/core/handovers/handovers.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import classes from './claims.module.css'

/** What is owed by the account of the file, who has it, and the next deadline. */
export const ClaimHead = ({ detail: { handover } }: { detail: HandoverDetail }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { data } = useQuery(api.claims.account.queryOptions({ input: { handoverId: handover.id } }))
  const { mandate, next, procedure, closedOn } = handover
  return (
    <>
      <div className={classes.who}>
        <span>
          {t(`dunning:handovers.to.${handover.to}`)}
          {mandate.name !== '' && ` · ${mandate.name}`}
          {mandate.reference !== '' && ` · ${mandate.reference}`}
        </span>
        {procedure && <ToneBadge>{t(`claims:procedure.${procedure}`)}</ToneBadge>}
        <span>{t('claims:figures.since', { day: format.day(handover.on) })}</span>
        {closedOn && <ToneBadge>{t('dunning:handovers.state.closed', { day: format.day(closedOn) })}</ToneBadge>}
        <AnchorLink to="/customers/$id" params={{ id: handover.customerId }} underline="always">
          {t('dunning:handovers.openCustomer')}
        </AnchorLink>
      </div>
      <div className={classes.head}>
        {data?.accounts.map(({ currency, totals, perDay, asOf }) => (
          <KeyFigure
            key={currency}
            label={t('claims:figures.total')}
            value={format.money(totals.total, currency)}
            hint={[
              t('claims:figures.asOf', { day: format.day(asOf) }),
              ...(perDay > 0 ? [`+ ${t('claims:figures.perDay', { amount: format.money(perDay, currency) })}`] : []),
              ...(totals.disputed > 0
                ? [t('claims:figures.disputed', { amount: format.money(totals.disputed, currency) })]
                : []),
            ].join(', ')}
          />
        ))}
        {data?.accounts.length === 1 &&
          data.accounts.map(({ currency, totals }) => (
            <div key={currency} style={{ display: 'contents' }}>
              <KeyFigure label={t('claims:figures.principal')} value={format.money(totals.principal, currency)} />
              <KeyFigure
                label={t('claims:figures.interest')}
                value={format.money(totals.interest + totals.capitalised, currency)}
              />
              <KeyFigure
                label={t('claims:figures.costs')}
                value={format.money(totals.indemnities + totals.costs, currency)}
              />
            </div>
          ))}
        {next && (
          <KeyFigure
            label={t('claims:figures.next')}
            value={format.day(next.on)}
            tone={next.kind === 'act' && next.on <= today ? 'risk' : next.kind === 'act' ? 'late' : 'neutral'}
            hint={t(`claims:steps.deadline.${next.code}`)}
          />
        )}
      </div>
    </>
  )
}
