import { useMemo } from 'react'
import type { WorklistRow } from '../../../main/core/worklist/worklist.contract.ts'
import { useFormat } from '../../app/format.ts'
import { type TextKey, useT } from '../../app/i18n.ts'
import type { Tone } from '../../components/tone.ts'

export type Reason = WorklistRow['reasons'][number]
type Details = Record<string, unknown>

const DAYS = ['day', 'deadline', 'until', 'since', 'oldestDue'] as const
const MONEY = ['amount', 'total'] as const
const COUNTS = ['days', 'usual', 'items'] as const

/** The figures of a reason or a question as they stand in its sentence. */
export const useFigures = () => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    const left = (days: number): string =>
      days < 0
        ? t('worklist:left.passed')
        : days === 0
          ? t('worklist:left.today')
          : t('worklist:left.days', { count: days })
    return (details: Details): Details => {
      const shown: Details = { ...details }
      for (const key of DAYS) if (typeof details[key] === 'string') shown[key] = format.day(details[key])
      for (const key of MONEY)
        if (typeof details[key] === 'number') shown[key] = format.money(details[key], String(details.currency))
      for (const key of COUNTS) if (typeof details[key] === 'number') shown[key] = format.number(details[key])
      if (typeof details.kind === 'string') shown.kind = t(`talks:task.${details.kind}` as TextKey)
      if (typeof details.act === 'string') shown.act = t(`worklist:act.${details.act}` as TextKey)
      if (typeof details.deadline === 'string' && typeof details.days === 'number') shown.left = left(details.days)
      return shown
    }
  }, [t, format])
}

const RISK = new Set<string>([
  'promise-broken',
  'plan-broken',
  'insurance-deadline',
  'procedure-deadline',
  'limitation',
  'insolvent',
])
const LATE = new Set<string>(['task-due', 'confirmation-late', 'limit-use', 'habit'])

export const toneOf = ({ code }: Reason): Tone => (RISK.has(code) ? 'risk' : LATE.has(code) ? 'late' : 'neutral')

export const useReasonWords = () => {
  const t = useT()
  const figures = useFigures()
  return useMemo(
    () => ({
      /** A few words. */
      chip: ({ code, details }: Reason) => t(`worklist:chip.${code}`, figures(details)),
      /** A sentence. */
      sentence: ({ code, details }: Reason) =>
        code === 'on-hold' && details.excluded === true
          ? t('worklist:excluded')
          : t(`worklist:reason.${code}`, figures(details)).trim(),
    }),
    [t, figures],
  )
}
