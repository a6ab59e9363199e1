import type { Alert } from '../../../main/core/alerts/alerts.contract.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'

/** Whether somebody looks at it already. */
export const AlertState = ({ alert: { seen, reviewId, grave } }: { alert: Alert }) => {
  const t = useT()
  if (seen) return <ToneBadge>{t('alerts:state.seen')}</ToneBadge>
  if (reviewId) return <ToneBadge>{t('alerts:state.review')}</ToneBadge>
  return <ToneBadge tone={grave ? 'risk' : 'late'}>{t(grave ? 'alerts:grave' : 'alerts:state.open')}</ToneBadge>
}
