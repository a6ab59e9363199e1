import type { LetterRow } from '../../../main/core/dunning/dunning.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'

/** To send, sent or cancelled, with the day. */
export const LetterState = ({ letter }: { letter: LetterRow }) => {
  const t = useT()
  const format = useFormat()
  const how = letter.channel === 'call' || letter.channel === 'task' ? letter.channel : 'paper'
  if (letter.cancelledOn)
    return <ToneBadge>{t('dunning:letters.state.cancelled', { day: format.day(letter.cancelledOn) })}</ToneBadge>
  if (letter.sentOn)
    return (
      <ToneBadge tone="settled">{t(`dunning:plan.state.${how}.done`, { day: format.day(letter.sentOn) })}</ToneBadge>
    )
  return <ToneBadge tone="late">{t(`dunning:plan.state.${how}.open`)}</ToneBadge>
}
