import type {
  Confirmation,
  ConfirmationForm,
  ConfirmationState,
} from '../../../main/core/confirmations/confirmations.contract.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'

const TONES: Record<ConfirmationState, Tone> = { waiting: 'neutral', agrees: 'settled', differs: 'risk', none: 'late' }

type Props = { letter: Pick<Confirmation, 'state' | 'late'>; form: ConfirmationForm }

/** Where a letter stands; of the negative form, silence is no lateness. */
export const StateBadge = ({ letter: { state, late }, form }: Props) => {
  const t = useT()
  if (state === 'waiting' && form === 'negative') return <ToneBadge>{t('confirmations:silent')}</ToneBadge>
  return (
    <ToneBadge tone={late ? 'late' : TONES[state]}>
      {t(late ? 'confirmations:late' : `confirmations:state.${state}`)}
    </ToneBadge>
  )
}
