import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { useT } from '../../app/i18n.ts'

/** What a letter does besides asking, in words. */
export const useEffectWords = () => {
  const t = useT()
  return ({ kind, target }: NonNullable<ProposedLetter['effect']>): string =>
    kind === 'hand-over' && target
      ? t('dunning:plan.effects.handOverTo', { to: t(`dunning:handovers.to.${target}`) })
      : t(`dunning:plan.effects.${kind}`)
}
