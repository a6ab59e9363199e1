import { useSyncExternalStore } from 'react'
import type { ImportReport, Inspection } from '../../../main/core/imports/imports.contract.ts'
import type { Progress } from '../../../main/core/kernel/contract.ts'
import type { Draft } from './mapping/draft.ts'

/**
 * Where a dropped file stands: its header is read, the user says what its columns hold, every line is checked without
 * writing, the user decides, it is imported.
 */
export type Stage =
  | { at: 'reading' }
  | { at: 'unknown' }
  | { at: 'mapping' }
  | { at: 'checking' | 'importing'; progress: Progress | null; cancel: () => void }
  | { at: 'checked' | 'imported'; report: ImportReport }
  | { at: 'cancelled' }
  | { at: 'failed'; error: unknown }

export type QueuedFile = {
  id: string
  file: File
  inspection: Inspection | null
  /** Of a table: what the columns hold, as proposed or as the user said. */
  mapping: Draft | null
  stage: Stage
}

// Kept outside the screen: leaving it neither loses the files nor stops their import.
let files: readonly QueuedFile[] = []
let book = ''
const listeners = new Set<() => void>()

const set = (next: readonly QueuedFile[]): void => {
  files = next
  for (const listener of listeners) listener()
}

export const queuedFile = (id: string): QueuedFile | undefined => files.find((one) => one.id === id)
export const queuedFiles = (): readonly QueuedFile[] => files

export const queueFile = (file: File): string => {
  const id = crypto.randomUUID()
  set([...files, { id, file, inspection: null, mapping: null, stage: { at: 'reading' } }])
  return id
}

/** Does nothing when the file was taken off the list meanwhile. */
export const changeFile = (id: string, part: Partial<QueuedFile>): void =>
  set(files.map((one) => (one.id === id ? { ...one, ...part } : one)))

export const removeFile = (id: string): void => {
  const stage = queuedFile(id)?.stage
  if (stage?.at === 'checking' || stage?.at === 'importing') stage.cancel()
  set(files.filter((one) => one.id !== id))
}

/** Files wait for the book they were dropped on. */
export const useQueue = (openBook: string): readonly QueuedFile[] => {
  if (book !== openBook) {
    files = []
    book = openBook
  }
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => files,
  )
}
