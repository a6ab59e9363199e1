import { useSyncExternalStore } from 'react'

let title = ''
const listeners = new Set<() => void>()

/** Returns the undoing of it, for the screen that leaves. */
export const setPageTitle = (next: string): (() => void) => {
  title = next
  document.title = next ? `${next} · Encours` : 'Encours'
  for (const listener of listeners) listener()
  return () => {
    if (title === next) setPageTitle('')
  }
}

export const usePageTitle = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => title,
  )
