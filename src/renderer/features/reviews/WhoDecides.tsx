import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Minor } from '../../../main/core/kernel/money.ts'
import type { RiskClass } from '../../../main/core/policy/credit-policy.schema.ts'
import type { DecisionKind, RouteStep } from '../../../main/core/reviews/reviews.contract.ts'
import { countedOf, type Measured } from '../../../main/core/reviews/reviews.rules.ts'
import { nobodyFor, routeOf } from '../../../main/core/reviews/route.rules.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { Note } from '../../components/Note.tsx'

type Props = {
  kind: DecisionKind
  amount: Minor
  measured: Measured
  riskClass: RiskClass | null
  /** More than new customers get: another person decides, whatever the amount. */
  first: boolean
  currency: string
}

/** Who will be asked for a proposal, by the policy's authority matrix, before it is submitted. */
export const WhoDecides = ({ kind, amount, measured, riskClass, first, currency }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const policy = useQuery(api.policy.get.queryOptions({ input: {} })).data?.content.credit
  if (!policy) return null
  const counted = countedOf(kind, amount, measured)
  // Who writes it is known to the program alone; what that changes stands below in words.
  const asked = { author: '', counted, riskClass, first }
  const nobody = nobodyFor(policy, asked)
  const route = routeOf(policy, asked, today, today)
  const named = ({ person, deputies }: RouteStep): string => {
    const names = deputies.map((one) =>
      one.until
        ? t('reviews:review.route.deputyUntil', { person: one.person, day: format.day(one.until) })
        : t('reviews:review.route.deputy', { person: one.person }),
    )
    return names.length > 0 ? t('reviews:review.proposal.whoDeputy', { person, deputies: names.join(', ') }) : person
  }
  const at = (state: RouteStep['state']) =>
    route
      .filter((step) => step.state === state)
      .map(named)
      .join(', ')
  const fourEyes = policy.authority.length > 0 && (first || (counted !== null && counted >= policy.fourEyesFrom))
  return (
    <Note tone={nobody ? 'risk' : 'neutral'} role="status">
      <Text size="sm" fw={600}>
        {t('reviews:review.proposal.who')}
      </Text>
      {nobody ? (
        <Text size="sm">
          {t('reviews:review.proposal.whoNobody', {
            ceiling: format.money(nobody.ceiling, currency),
            person: nobody.person,
          })}
        </Text>
      ) : policy.authority.length === 0 ? (
        <Text size="sm">{t('reviews:review.proposal.whoAnyone')}</Text>
      ) : (
        <>
          <Text size="sm">{at('waiting')}</Text>
          {at('later') !== '' && (
            <Text size="sm" c="dimmed">
              {t('reviews:review.proposal.whoNext', { days: policy.escalationDays, people: at('later') })}
            </Text>
          )}
          {fourEyes && (
            <Text size="sm" c="dimmed">
              {first
                ? t('reviews:review.proposal.fourEyesFirst')
                : t('reviews:review.proposal.fourEyes', { amount: format.money(policy.fourEyesFrom, currency) })}
            </Text>
          )}
        </>
      )}
    </Note>
  )
}
