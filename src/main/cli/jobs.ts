import type { Progress } from '../core/kernel/contract.ts'

type Running<R> = { next: () => Promise<IteratorResult<Progress, R>> }

/** Runs a job to its end. Its progress shows on a terminal only: a log would hold thousands of lines of it. */
export const finish = async <R>(job: PromiseLike<Running<R>>, title: string): Promise<R> => {
  const stream = await job
  const shows = process.stderr.isTTY === true
  for (;;) {
    const { done, value } = await stream.next()
    if (shows) process.stderr.write(done ? '\r\x1b[K' : `\r\x1b[K${title}: ${progressText(value as Progress)}`)
    if (done) return value as R
  }
}

const progressText = ({ step, done, total }: Progress): string =>
  total === null ? `${step} ${done}` : `${step} ${done} / ${total}`
