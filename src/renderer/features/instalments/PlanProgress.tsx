import { Progress } from '@mantine/core'
import type { InstalmentPlan } from '../../../main/core/instalments/instalments.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './instalments.module.css'

/** What is paid of a plan, as a bar and in figures. */
export const PlanProgress = ({ plan }: { plan: InstalmentPlan }) => {
  const t = useT()
  const format = useFormat()
  const share = plan.total > 0 ? Math.floor((plan.paid / plan.total) * 100) : 0
  return (
    <div className={classes.progress}>
      <Progress
        className={classes.track}
        size="sm"
        color={plan.state === 'kept' ? 'var(--settled)' : undefined}
        value={share}
        aria-label={t('instalments:progress', { paid: format.money(plan.paid, plan.currency) })}
      />
      <span>{format.percent(String(share))}</span>
    </div>
  )
}
