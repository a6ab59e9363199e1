import { type FocusEvent, useState } from 'react'

/** The ring goes around a list, not around its rows; `:has()` would be asked again for every row drawn. */
export const useRing = () => {
  const [ring, setRing] = useState(false)
  return {
    ring: ring || undefined,
    ringProps: {
      onFocus: ({ target, currentTarget }: FocusEvent) =>
        setRing(target === currentTarget && target.matches(':focus-visible')),
      onBlur: () => setRing(false),
    },
  }
}
