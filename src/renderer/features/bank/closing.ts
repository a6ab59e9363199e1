import { useSyncExternalStore } from 'react'

// Outside the screen's state: a line that is being closed redraws its own row, not the list.
let closing: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()
const set = (next: ReadonlySet<string>): void => {
  closing = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Lines whose deed is on its way: they stand in the list until it is read again. */
export const closingLines = (): ReadonlySet<string> => closing
export const beginClosing = (lineId: string): void => set(new Set(closing).add(lineId))
export const endClosing = (lineId: string): void => set(new Set([...closing].filter((id) => id !== lineId)))

export const useIsClosing = (lineId: string): boolean => useSyncExternalStore(subscribe, () => closing.has(lineId))
