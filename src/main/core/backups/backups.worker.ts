import { parentPort, workerData } from 'node:worker_threads'
import { BookKey } from '../book/book.key.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Copied, copyVerified } from './backups.copy.ts'

/** One copy, on a thread of its own: no call waits for it. */
export type CopyTask = { path: string; key: { bytes: Uint8Array; salt: Uint8Array } | null; to: string }
export type CopyResult =
  | { copied: Copied }
  | { refused: { code: string; message: string; details: Record<string, unknown> } }
  | { failed: { code: string; message: string } }

const work = async ({ path, key, to }: CopyTask): Promise<CopyResult> => {
  try {
    return { copied: await copyVerified(path, key && new BookKey(key.bytes, key.salt), to) }
  } catch (error) {
    if (error instanceof Refusal)
      return { refused: { code: error.code, message: error.message, details: error.details } }
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { failed: { code, message: String(error) } }
  }
}

parentPort?.postMessage(await work(workerData as CopyTask))
