import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { LetterData } from './letter.model.ts'

const MOST_WORKERS = 4
/** Letters a worker is given at once: enough to hide the way there, few enough to stop soon. */
const BATCH = 8
/** Batches a worker holds before the first is taken from it: it never waits, and pages do not pile up in memory. */
const AHEAD = 2

export type WorkerTask = { letters: { index: number; data: LetterData }[] }
export type WorkerResult = { index: number; pdf: Uint8Array }[] | { error: string }

/** Sets letters on worker threads; they end with the run, or when it is cancelled. */
export async function* setInWorkers(
  workerPath: string | URL,
  resources: string,
  letters: readonly LetterData[],
  signal: AbortSignal | undefined,
): AsyncGenerator<{ index: number; pdf: Uint8Array }> {
  const batches = Array.from({ length: Math.ceil(letters.length / BATCH) }, (_, batch) =>
    letters.slice(batch * BATCH, (batch + 1) * BATCH).map((data, place) => ({ index: batch * BATCH + place, data })),
  )
  const workers = Array.from(
    { length: Math.min(MOST_WORKERS, availableParallelism(), batches.length) },
    () => new Worker(workerPath, { workerData: { resources } }),
  )
  const ready: { pages: { index: number; pdf: Uint8Array }[]; giveNext: () => void }[] = []
  let wake: () => void = () => {}
  let failure: Error | null = null
  const fail = (error: Error) => {
    failure ??= error
    wake()
  }
  const next = batches.values()
  for (const worker of workers) {
    const giveNext = () => {
      const { value, done } = next.next()
      if (!done) worker.postMessage({ letters: value } satisfies WorkerTask)
    }
    worker.on('message', (result: WorkerResult) => {
      if ('error' in result) return fail(new Error(result.error))
      ready.push({ pages: result, giveNext })
      wake()
    })
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Error(`a letter thread ended with ${code}`)))
    for (let held = 0; held < AHEAD; held++) giveNext()
  }
  try {
    for (let done = 0; done < letters.length; ) {
      signal?.throwIfAborted()
      if (failure) throw failure
      const batch = ready.shift()
      if (!batch) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      batch.giveNext()
      done += batch.pages.length
      yield* batch.pages
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
