import { useMemo } from 'react'
import type { Hindrance } from '../../../../main/core/privacy/privacy.contract.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'

/** What stands in the way, in a list of words; empty for nothing. */
export const useHindranceWords = () => {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () =>
      (hindrances: readonly Hindrance[]): string =>
        hindrances
          .map(({ kind, count, until }) =>
            kind === 'law'
              ? t('safety:privacy.hindrances.law', { until: until ? format.day(until) : '' })
              : t(`safety:privacy.hindrances.${kind}`, { count }),
          )
          .join(', '),
    [t, format],
  )
}
