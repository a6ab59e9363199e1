import type { Confirmation, ConfirmationState } from '../../../main/core/confirmations/confirmations.contract.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'

const TONES: Record<ConfirmationState, Tone> = { waiting: 'neutral', agrees: 'settled', differs: 'risk', none: 'late' }

export const StateBadge = ({ letter }: { letter: Pick<Confirmation, 'state' | 'late'> }) => {
  const t = useT()
  const { state, late } = letter
  return (
    <ToneBadge tone={late ? 'late' : TONES[state]}>
      {t(late ? 'confirmations:late' : `confirmations:state.${state}`)}
    </ToneBadge>
  )
}
