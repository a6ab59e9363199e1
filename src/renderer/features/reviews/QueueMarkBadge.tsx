import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'
import type { QueueMark } from './queue.rows.ts'

const tones: Partial<Record<QueueMark, Tone>> = { grave: 'risk', returned: 'late', overdue: 'late', alert: 'late' }

export const QueueMarkBadge = ({ mark }: { mark: QueueMark }) => {
  const t = useT()
  return <ToneBadge tone={tones[mark]}>{t(`reviews:queue.mark.${mark}`)}</ToneBadge>
}
