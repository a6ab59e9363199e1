import type { LevelInput } from '../../../main/core/dunning/dunning.plan.schema.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { LevelDraft } from './plan.draft.ts'

/** A level of a plan in short words: when, what it claims, what it does. */
export const useLevelWords = () => {
  const t = useT()
  const format = useFormat()
  return {
    when: ({ basis, days, before, repeatDays }: LevelDraft): string => {
      const count = days ?? 0
      const first =
        before && basis === 'due'
          ? t('dunning:plan.when.before', { count })
          : t(`dunning:plan.when.${basis}`, { count })
      return repeatDays ? `${first}, ${t('dunning:plan.when.again', { count: repeatDays })}` : first
    },
    claims: (level: LevelDraft, currency: string): string =>
      [
        ...(level.claimsInterest ? [t('dunning:plan.claims.interest')] : []),
        ...(level.claimsIndemnity ? [t('dunning:plan.claims.indemnity')] : []),
        ...(level.fee ? [t('dunning:plan.claims.fee', { amount: format.money(level.fee, currency) })] : []),
        ...(Number(level.feePercent) > 0
          ? [t('dunning:plan.claims.fee', { amount: format.percent(level.feePercent) })]
          : []),
        ...(level.newDeadlineDays ? [t('dunning:plan.claims.deadline', { count: level.newDeadlineDays })] : []),
      ].join(', ') || t('dunning:plan.claims.nothing'),
    effect: ({ effect, effectTarget }: Pick<LevelInput, 'effect' | 'effectTarget'>): string =>
      effect === null
        ? ''
        : effect === 'hand-over' && effectTarget
          ? t('dunning:plan.effects.handOverTo', { to: t(`dunning:handovers.to.${effectTarget}`) })
          : t(`dunning:plan.effects.${effect}`),
  }
}
