import type { client } from '../../api/client.ts'
import type { Translate } from '../../app/i18n.ts'
import type { LossAxis } from './losses.search.ts'

type Listed = Awaited<ReturnType<typeof client.losses.list>>
type Measured = Awaited<ReturnType<typeof client.losses.underPolicy>>
type Part = { key: string; label: string; items: number; amount: number }

/** What the losses are made of, counted one way, each part by its name. */
export const axisParts = (list: Listed, policy: Measured | undefined, by: LossAxis, t: Translate): Part[] => {
  switch (by) {
    case 'decider':
      return list.byDecider.map(({ person, ...sums }) => ({
        ...sums,
        key: person,
        label: person || t('losses:nobody'),
      }))
    case 'segment':
      return list.bySegment.map(({ segment, ...sums }) => ({
        ...sums,
        key: segment,
        label: segment || t('losses:unnamed.segment'),
      }))
    case 'salesperson':
      return list.bySalesperson.map(({ salesperson, ...sums }) => ({
        ...sums,
        key: salesperson,
        label: salesperson || t('losses:unnamed.salesperson'),
      }))
    case 'age':
      return list.byAge.map(({ age, ...sums }) => ({ ...sums, key: age, label: t(`losses:age.${age}`) }))
    case 'policy':
      return (policy?.byEffect ?? []).map(({ effect, items, amount }) => ({
        key: effect,
        label: t(`losses:effect.${effect}`),
        items,
        amount,
      }))
  }
}
