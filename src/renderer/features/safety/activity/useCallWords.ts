import { useCallback } from 'react'
import { type TextKey, useT } from '../../../app/i18n.ts'

/** What a call is called; one of an older version of the program may have no words any more. */
export const useCallWords = (): ((call: string) => string) => {
  const t = useT()
  return useCallback((call) => t(`safety:activity.calls.${call}` as TextKey, { defaultValue: call }), [t])
}
