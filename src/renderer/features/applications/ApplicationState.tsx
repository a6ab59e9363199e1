import type { Application } from '../../../main/core/applications/applications.contract.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'

type State = Application['state']
const tones: Record<State, Tone> = { gathering: 'late', 'in-review': 'neutral', decided: 'settled', dropped: 'neutral' }

export const ApplicationState = ({ state }: { state: State }) => {
  const t = useT()
  return <ToneBadge tone={tones[state]}>{t(`applications:state.${state}`)}</ToneBadge>
}
