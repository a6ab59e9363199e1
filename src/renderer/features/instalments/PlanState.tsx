import type { InstalmentPlan } from '../../../main/core/instalments/instalments.contract.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'

const tones: Record<InstalmentPlan['state'], Tone> = {
  running: 'neutral',
  late: 'late',
  broken: 'risk',
  kept: 'settled',
  cancelled: 'neutral',
}

export const PlanState = ({ plan }: { plan: InstalmentPlan }) => {
  const t = useT()
  return <ToneBadge tone={tones[plan.state]}>{t(`instalments:state.${plan.state}`)}</ToneBadge>
}
