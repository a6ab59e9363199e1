import { useMemo } from 'react'
import type { Progress } from '../../../main/core/kernel/contract.ts'
import type { CheckReport } from '../../../main/core/registers/registers.contract.ts'
import { client } from '../../api/client.ts'
import { codeOf } from '../../api/errors.ts'
import { useT } from '../../app/i18n.ts'
import { useTask } from '../../app/tasks.ts'
import { setCheck } from './check.store.ts'

async function* watched(
  stream: AsyncIterator<Progress, CheckReport>,
  seen: (progress: Progress) => void,
): AsyncGenerator<Progress, CheckReport> {
  for (;;) {
    const step = await stream.next()
    if (step.done) return step.value
    seen(step.value)
    yield step.value
  }
}

/** Reads register extracts without keeping anything, then keeps them; both go on when the screen is left. */
export const useRegisterCheck = () => {
  const t = useT()
  const task = useTask()
  return useMemo(() => {
    const run = async (files: readonly File[], dryRun: boolean): Promise<void> => {
      const cancelled = new AbortController()
      const stage = { at: dryRun ? ('checking' as const) : ('keeping' as const), cancel: () => cancelled.abort() }
      setCheck({ files, stage: { ...stage, progress: null } })
      const name = files.length === 1 ? (files[0]?.name ?? '') : t('registers:task.files', { count: files.length })
      try {
        const report = await task.run(
          t(dryRun ? 'registers:task.check' : 'registers:task.keep', { name }),
          async (signal) => {
            const either = AbortSignal.any([signal, cancelled.signal])
            const input = { files: files.map((file) => ({ name: file.name, file })), dryRun }
            const stream = await client.registers.check(input, { signal: either })
            return watched(stream as AsyncIterator<Progress, CheckReport>, (progress) =>
              setCheck({ stage: { ...stage, progress } }),
            )
          },
          { quiet: true },
        )
        setCheck({ stage: { at: dryRun ? 'checked' : 'kept', report } })
      } catch (error) {
        const stopped = cancelled.signal.aborted || codeOf(error) === 'cancelled'
        setCheck({ stage: stopped ? { at: 'cancelled' } : { at: 'failed', error } })
      }
    }
    return {
      check: (files: readonly File[]) => run(files, true),
      keep: (files: readonly File[]) => run(files, false),
    }
  }, [t, task])
}
