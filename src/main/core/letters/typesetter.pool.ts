import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { DeedData } from './deed.model.ts'
import type { LetterData } from './letter.model.ts'
import type { StatementData } from './statement.model.ts'

const MOST_WORKERS = 4
/** Papers a worker is given at once: enough to hide the way there, few enough to stop soon. */
const BATCH = 8
/** Batches a worker holds before the first is taken from it: it never waits, and pages do not pile up in memory. */
const AHEAD = 2

/** What is set in bulk. */
export type Paper =
  | { kind: 'letter'; data: LetterData }
  | { kind: 'statement'; data: StatementData }
  | { kind: 'deed'; data: DeedData }
export type WorkerTask = { papers: { index: number; paper: Paper }[] }
export type WorkerResult = { index: number; pdf: Uint8Array }[] | { error: string }

/** Sets papers on worker threads; they end with the run, or when it is cancelled. */
export async function* setInWorkers(
  workerPath: string | URL,
  resources: string,
  papers: readonly Paper[],
  signal: AbortSignal | undefined,
): AsyncGenerator<{ index: number; pdf: Uint8Array }> {
  const batches = Array.from({ length: Math.ceil(papers.length / BATCH) }, (_, batch) =>
    papers.slice(batch * BATCH, (batch + 1) * BATCH).map((paper, place) => ({ index: batch * BATCH + place, paper })),
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
      if (!done) worker.postMessage({ papers: value } satisfies WorkerTask)
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
    for (let done = 0; done < papers.length; ) {
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
