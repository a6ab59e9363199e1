import type { Exposure } from '../../../../main/core/limits/exposure.schema.ts'
import type { Limit } from '../../../../main/core/limits/limits.contract.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { ExposureLines } from '../../../components/credit/ExposureLines.tsx'
import { LimitBar } from '../../../components/credit/LimitBar.tsx'
import { Facts } from '../../../components/Facts.tsx'
import { AnchorLink } from '../../../components/links.tsx'
import type { CustomerLimits } from './customer-limits.ts'
import classes from './sheet.module.css'

type Props = { exposure: Exposure; limits: CustomerLimits }

/** The limit that applies and the decisions behind it; beside it what is owed, part by part. */
export const LimitSection = ({ exposure, limits: { own, group } }: Props) => {
  const t = useT()
  const format = useFormat()
  const told = (limit: Limit) =>
    [
      limit.amount === 0 ? t('limits:cashOnly') : format.money(limit.amount ?? 0, limit.currency),
      limit.until && t('limits:header.until', { day: format.day(limit.until) }),
      limit.kind === 'insured' &&
        t('limits:sheet.coverLine', {
          insurer: limit.insurer,
          policy: limit.policyNumber,
          share: format.percent(limit.coveredShare),
        }),
      limit.kind === 'guarantee' && limit.guarantor,
    ]
      .filter(Boolean)
      .join(', ')
  const { base, insured, guarantee } = own
  const inForce = [base.state === 'set' && base.limit, base.replaces, insured, guarantee].filter(
    (limit) => limit !== false && limit !== null,
  )
  return (
    <div className={classes.beside}>
      <div className={classes.stack}>
        <LimitBar standing={exposure} currency={exposure.currency} />
        <Facts
          facts={[
            ...inForce.map((limit) => [t(`limits:kind.${limit.kind}`), told(limit)] as const),
            group !== null && [
              t('limits:sheet.group'),
              <span key="group">
                <AnchorLink underline="always" to="/credit/groups" search={{ id: group.id }}>
                  {group.name}
                </AnchorLink>
                {`, ${group.base.state === 'set' && group.base.limit ? told(group.base.limit) : t('limits:notSet')}`}
              </span>,
            ],
          ]}
        />
      </div>
      <ExposureLines exposure={exposure} />
    </div>
  )
}
