import { Text, Title } from '@mantine/core'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { ToneBadge } from '../../../components/ToneBadge.tsx'
import type { CustomerLimits } from './customer-limits.ts'
import { DecisionsTable } from './DecisionsTable.tsx'
import classes from './sheet.module.css'

type Props = { limits: CustomerLimits; currency: string }

/** Everything that was decided on a customer's credit, the newest first. */
export const DecisionsSection = ({ limits: { own, history, blocks, overrides }, currency }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { base, insured, guarantee } = own
  const inForce = [base.state === 'set' ? base.limit : null, base.replaces, insured, guarantee].flatMap((limit) =>
    limit ? [limit.id] : [],
  )
  return (
    <div className={classes.stack}>
      {history.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('limits:sheet.noDecision')}
        </Text>
      ) : (
        <DecisionsTable decisions={history} inForce={inForce} />
      )}
      {blocks.length > 0 && (
        <div>
          <Title order={3}>{t('limits:sheet.blocks')}</Title>
          <ul className={classes.lines}>
            {blocks.map((block) => (
              <li
                key={block.id}
                data-off={block.liftedOn !== null || (block.until !== null && block.until < today) || undefined}
              >
                {t(block.until === null ? 'limits:sheet.blocked' : 'limits:sheet.blockedUntil', {
                  from: format.day(block.from),
                  until: block.until === null ? '' : format.day(block.until),
                  by: block.by,
                  reason: block.reason,
                })}{' '}
                {block.liftedOn === null && block.from <= today && (block.until === null || today <= block.until) && (
                  <ToneBadge tone="risk">{t('limits:sheet.inForce')}</ToneBadge>
                )}
                {block.liftedOn !== null && (
                  <div className={classes.small}>
                    {t('limits:sheet.liftedOn', {
                      day: format.day(block.liftedOn),
                      by: block.liftedBy,
                      reason: block.liftedBecause,
                    })}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {overrides.length > 0 && (
        <div>
          <Title order={3}>{t('limits:sheet.overrides')}</Title>
          <ul className={classes.lines}>
            {overrides.map(({ id, amount, from, until, by, reason, orderNumber }) => (
              <li key={id} data-off={until < today || undefined}>
                {t('limits:sheet.overrideLine', {
                  amount: format.money(amount, currency),
                  from: format.day(from),
                  until: format.day(until),
                  by,
                  reason,
                })}
                {orderNumber !== '' && ` (${t('limits:sheet.overrideOrder', { number: orderNumber })})`}{' '}
                {from <= today && today <= until && <ToneBadge tone="late">{t('limits:sheet.inForce')}</ToneBadge>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
