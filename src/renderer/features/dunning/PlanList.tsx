import { NavLink, Text } from '@mantine/core'
import { IconCalendarOff, IconListNumbers } from '@tabler/icons-react'
import type { Plan, PlanUse } from '../../../main/core/dunning/dunning.plan.schema.ts'
import { useT } from '../../app/i18n.ts'
import classes from './plans.module.css'

type Props = {
  plans: readonly Plan[]
  use: PlanUse
  /** Its id, `new`, or `holidays`. */
  chosen: string
  onPlan: (id: string) => void
  onHolidays: () => void
}

/** Every plan with whom it serves, those put away last. */
export const PlanList = ({ plans, use, chosen, onPlan, onHolidays }: Props) => {
  const t = useT()
  const served = ({ id, isDefault, archivedOn }: Plan): string => {
    if (archivedOn) return t('dunning:plan.archived')
    const count = (uses: readonly { planId: string | null }[]) => uses.filter(({ planId }) => planId === id).length
    const parts = [
      ...(isDefault ? [t('dunning:plan.default')] : []),
      ...(count(use.segments) > 0 ? [t('dunning:plan.segments', { count: count(use.segments) })] : []),
      ...(count(use.customers) > 0 ? [t('dunning:plan.customers', { count: count(use.customers) })] : []),
      ...(count(use.items) > 0 ? [t('dunning:plan.items', { count: count(use.items) })] : []),
    ]
    return parts.length > 0 ? parts.join(', ') : t('dunning:plan.nobody')
  }
  return (
    <nav className={classes.list} aria-label={t('dunning:plan.title')}>
      {plans.map((plan) => (
        <NavLink
          key={plan.id}
          component="button"
          type="button"
          active={plan.id === chosen}
          label={plan.name}
          description={served(plan)}
          leftSection={<IconListNumbers size={16} />}
          onClick={() => onPlan(plan.id)}
        />
      ))}
      {chosen === 'new' && (
        <NavLink
          component="button"
          type="button"
          active
          label={t('dunning:plan.newName')}
          description={t('dunning:plan.unsaved')}
          leftSection={<IconListNumbers size={16} />}
        />
      )}
      <Text size="xs" c="dimmed" px="sm" pt="sm">
        {t('dunning:plan.forAll')}
      </Text>
      <NavLink
        component="button"
        type="button"
        active={chosen === 'holidays'}
        label={t('dunning:plan.holidays.title')}
        leftSection={<IconCalendarOff size={16} />}
        onClick={onHolidays}
      />
    </nav>
  )
}
