import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../ToneBadge.tsx'
import type { Tone } from '../tone.ts'

const tones: Record<number, Tone> = { 1: 'settled', 2: 'settled', 3: 'neutral', 4: 'late', 5: 'risk' }

type Props = {
  riskClass: number | null
  /** With what the class means. */
  inWords?: boolean
}

/** A risk class, 1 (lowest risk) to 5. */
export const ClassBadge = ({ riskClass, inWords = false }: Props) => {
  const t = useT()
  if (riskClass === null) return <ToneBadge>{t('credit:noClass')}</ToneBadge>
  const words = t('credit:riskClass', { class: riskClass })
  return (
    <ToneBadge tone={tones[riskClass]}>
      {inWords ? `${words}, ${t(`credit:riskClassMeaning.${String(riskClass) as '1'}`)}` : words}
    </ToneBadge>
  )
}
