import type { AlertLevel, Limitation } from '../../../main/core/limitations/limitations.contract.ts'
import type { useFormat } from '../../app/format.ts'
import type { Translate } from '../../app/i18n.ts'
import type { Tone } from '../../components/tone.ts'

export const levelTone = (level: AlertLevel | null): Tone =>
  level === 'passed' ? 'risk' : level === '1' || level === '3' ? 'late' : 'neutral'

/** What the cautious day is counted from, in words. */
export const whyOf = (item: Limitation, t: Translate, format: ReturnType<typeof useFormat>): string => {
  const { cautious, suspended, regime, performedOn, issued, dateUnknown, acts } = item
  const by = cautious.interruptedBy
  const going = suspended ? acts.findLast(({ effect, until }) => until === null && effect !== 'late') : undefined
  if (going)
    return t('limitation:why.suspended', { act: t(`limitation:kind.${going.kind}`), day: format.day(going.day) })
  if (by) return t('limitation:why.act', { act: t(`limitation:kind.${by.kind}`), day: format.day(by.day) })
  if (dateUnknown) return t('limitation:why.unknown')
  const { months } = regime
  return t(performedOn !== null && performedOn < issued ? 'limitation:why.performed' : 'limitation:why.start', {
    months,
  })
}

/** From here on years say enough. */
const FAR_DAYS = 730

export const leftWords = (days: number, t: Translate): string => {
  if (days === 0) return t('limitation:left.today')
  if (days >= FAR_DAYS) return t('limitation:left.years', { count: Math.floor(days / 365) })
  return t(days < 0 ? 'limitation:left.over' : 'limitation:left.days', { count: Math.abs(days) })
}
