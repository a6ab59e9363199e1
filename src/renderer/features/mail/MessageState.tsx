import type { Message, MessageState as State } from '../../../main/core/mail/mail.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'

const tones: Record<State, Tone> = {
  queued: 'neutral',
  sending: 'neutral',
  uncertain: 'late',
  sent: 'settled',
  failed: 'risk',
  cancelled: 'neutral',
}

export const MessageState = ({ message: { state, sentOn } }: { message: Message }) => {
  const t = useT()
  const format = useFormat()
  return (
    <ToneBadge tone={tones[state]}>
      {t(`mail:outbox.state.${state}`, { day: sentOn ? format.day(sentOn) : '' })}
    </ToneBadge>
  )
}
