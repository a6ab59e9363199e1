import { useSyncExternalStore } from 'react'
import type { Day } from '../../main/core/kernel/day.ts'

const KEPT_AS = 'encours.workingDay'
let chosen: Day | null = sessionStorage.getItem(KEPT_AS)
const listeners = new Set<() => void>()

/** The machine's own day. */
export const machineDay = (): Day => {
  const now = new Date()
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** The day every call is made for: the machine's, unless the user chose another in the header of the window. */
export const workingDay = (): Day => chosen ?? machineDay()

/** Null goes back to the machine's day. Kept until the window is closed. */
export const setWorkingDay = (day: Day | null): void => {
  chosen = day === machineDay() ? null : day
  if (chosen) sessionStorage.setItem(KEPT_AS, chosen)
  else sessionStorage.removeItem(KEPT_AS)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  // A window left open overnight moves to the next day when someone comes back to it.
  window.addEventListener('focus', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('focus', listener)
  }
}

export const useWorkingDay = (): Day => useSyncExternalStore(subscribe, workingDay)
