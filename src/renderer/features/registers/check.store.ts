import { useSyncExternalStore } from 'react'
import type { Progress } from '../../../main/core/kernel/contract.ts'
import type { CheckReport } from '../../../main/core/registers/registers.contract.ts'

/** Where the files stand: read without keeping anything, looked at, kept. */
export type CheckStage =
  | { at: 'idle' }
  | { at: 'checking' | 'keeping'; progress: Progress | null; cancel: () => void }
  | { at: 'checked' | 'kept'; report: CheckReport }
  | { at: 'cancelled' }
  | { at: 'failed'; error: unknown }

export type RegisterCheck = { files: readonly File[]; stage: CheckStage }

const NOTHING: RegisterCheck = { files: [], stage: { at: 'idle' } }

// Kept outside the screen: a file of several gigabytes is read on while the user works elsewhere.
let current = NOTHING
let book = ''
const listeners = new Set<() => void>()

export const setCheck = (next: Partial<RegisterCheck>): void => {
  current = { ...current, ...next }
  for (const listener of listeners) listener()
}

export const clearCheck = (): void => setCheck(NOTHING)

/** What was read is of the book it was read for. */
export const useCheck = (openBook: string): RegisterCheck => {
  if (book !== openBook) {
    current = NOTHING
    book = openBook
  }
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
