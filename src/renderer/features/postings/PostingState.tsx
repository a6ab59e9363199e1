import type { Posting } from '../../../main/core/postings/postings.contract.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'

export const stateOf = ({ kind, number, depositedOn, outcome }: Posting) => {
  if (outcome) return outcome
  if (depositedOn) return 'deposited'
  return kind === 'registered' && number === '' ? 'to-number' : 'to-deposit'
}

const TONES: Record<ReturnType<typeof stateOf>, Tone> = {
  'to-number': 'late',
  'to-deposit': 'late',
  deposited: 'neutral',
  delivered: 'settled',
  refused: 'late',
  unclaimed: 'late',
  'unknown-address': 'risk',
}

export const PostingState = ({ posting }: { posting: Posting }) => {
  const t = useT()
  const state = stateOf(posting)
  return <ToneBadge tone={TONES[state]}>{t(`postings:state.${state}`)}</ToneBadge>
}
