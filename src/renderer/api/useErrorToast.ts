import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useT } from '../app/i18n.ts'
import { codeOf, errorText } from './errors.ts'

/** Says in a toast why a call failed, where no screen part can; what the user cancelled is no failure. */
export const useErrorToast = () => {
  const t = useT()
  return useCallback(
    (error: unknown): void => {
      if (codeOf(error) === 'cancelled') return
      notifications.show({
        color: 'red',
        message: errorText(error, t),
        autoClose: 12_000,
        role: 'alert',
        closeButtonProps: { 'aria-label': t('common:close') },
      })
    },
    [t],
  )
}
