import type { InferContractRouterOutputs } from '@orpc/contract'
import type { declarationsContract, OpenDeadline } from '../../../main/core/declarations/declarations.contract.ts'
import type { Translate } from '../../app/i18n.ts'
import type { Tone } from '../../components/tone.ts'

export type Papers = InferContractRouterOutputs<typeof declarationsContract>['ofCustomer']

const SOON_DAYS = 15

/** How long is left of a deadline, in words and in its meaning. */
export const deadlineWords = (
  { daysLeft, passed }: Pick<OpenDeadline, 'daysLeft' | 'passed'>,
  t: Translate,
): { tone: Tone; left: string } => ({
  tone: passed ? 'risk' : daysLeft <= SOON_DAYS ? 'late' : 'neutral',
  left:
    daysLeft === 0
      ? t('insolvency:todo.today')
      : t(passed ? 'insolvency:todo.over' : 'insolvency:todo.left', { count: Math.abs(daysLeft) }),
})
