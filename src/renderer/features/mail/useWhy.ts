import { useCallback } from 'react'
import type { Message } from '../../../main/core/mail/mail.contract.ts'
import { useT } from '../../app/i18n.ts'

/** Why a message is where it is, in words; nothing for one that waits its turn or left as it should. */
export const useWhy = () => {
  const t = useT()
  return useCallback(
    ({ failure, sentOtherwise }: Message): string => {
      if (failure) return t(`mail:outbox.failure.${failure}`)
      return sentOtherwise ? t('mail:outbox.sentOtherwise') : ''
    },
    [t],
  )
}
