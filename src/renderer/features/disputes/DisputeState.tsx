import type { DisputeRow } from '../../../main/core/disputes/disputes.contract.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'

/** How a dispute stands: open, past its deadline, or how it ended. */
export const DisputeState = ({ dispute }: { dispute: DisputeRow }) => {
  const t = useT()
  if (dispute.outcome) return <ToneBadge tone="settled">{t(`disputes:state.${dispute.outcome}`)}</ToneBadge>
  return dispute.overdue ? (
    <ToneBadge tone="late">{t('disputes:state.overdue')}</ToneBadge>
  ) : (
    <ToneBadge>{t('disputes:state.open')}</ToneBadge>
  )
}
