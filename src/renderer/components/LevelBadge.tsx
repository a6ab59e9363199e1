import { useT } from '../app/i18n.ts'
import { ToneBadge } from './ToneBadge.tsx'

/** A dunning level; null, or 0 without a name, is an item never reminded. Told by its name alone, a notice before the due date. */
export const LevelBadge = ({ level, name }: { level: number | null; name?: string }) => {
  const t = useT()
  if (level !== null && level < 1 && name) return <ToneBadge>{name}</ToneBadge>
  if (!level) return <ToneBadge>{t('common:level0')}</ToneBadge>
  return (
    <ToneBadge tone={level >= 3 ? 'risk' : 'late'}>
      {name ? `${level} · ${name}` : t('common:level', { level })}
    </ToneBadge>
  )
}
