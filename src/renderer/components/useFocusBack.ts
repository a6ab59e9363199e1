import { useEffect, useState } from 'react'

/** A dialog that is mounted while it is open gives the focus back to where it was: to the row of the list it was opened from. */
export const useFocusBack = (): void => {
  const [from] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && from instanceof HTMLElement && from.isConnected)
          from.focus({ preventScroll: true })
      })
    },
    [from],
  )
}
