import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerResult, WorkerTask } from './typesetter.pool.ts'
import { createTypesetter } from './typesetter.ts'

// One thread of the letter run: sets what it is given and hands the pages back without copying them.
const typesetter = createTypesetter({ resources: (workerData as { resources: string }).resources })

parentPort?.on('message', async ({ papers }: WorkerTask) => {
  // The compiler frees papers when the event loop turns, which it does not between two messages.
  await setImmediate()
  try {
    const result = papers.map(({ index, paper }) => ({ index, pdf: typesetter.paperPdf(paper) }))
    parentPort?.postMessage(
      result satisfies WorkerResult,
      result.map(({ pdf }) => pdf.buffer as ArrayBuffer),
    )
  } catch (error) {
    parentPort?.postMessage({ error: String(error) } satisfies WorkerResult)
  }
})
