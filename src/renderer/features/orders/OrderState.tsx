import type { OrderState as State } from '../../../main/core/orders/orders.contract.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'

const tones: Record<State, Tone> = { held: 'risk', open: 'neutral', closed: 'settled', cancelled: 'neutral' }

export const OrderState = ({ state }: { state: State }) => {
  const t = useT()
  return <ToneBadge tone={tones[state]}>{t(`orders:state.${state}`)}</ToneBadge>
}
