import { useMemo } from 'react'
import type { ImportReport, Inspection } from '../../../main/core/imports/imports.contract.ts'
import type { Progress } from '../../../main/core/kernel/contract.ts'
import { client } from '../../api/client.ts'
import { codeOf } from '../../api/errors.ts'
import { refetchAll } from '../../api/queries.ts'
import { useT } from '../../app/i18n.ts'
import { useTask } from '../../app/tasks.ts'
import { type Draft, isBank } from './mapping/draft.ts'
import { changeFile, type QueuedFile, queuedFile, queuedFiles, queueFile } from './queue.ts'
import { isBankFormat, isReady } from './useReportFacts.ts'

type Stream = AsyncIterator<Progress, ImportReport>

/** Customers first, so that the receivables of the same drop find them; what the bank received after what is owed. */
const first = (a: QueuedFile, b: QueuedFile) => rank(a) - rank(b)
const rank = ({ inspection, mapping }: QueuedFile) => {
  if (inspection?.format === 'customers' || mapping?.target === 'customers') return 0
  return isBankFormat(inspection?.format) || mapping?.target === 'bank' ? 2 : 1
}

/** What the columns of a table hold, as the program took them or as they were saved. */
const proposed = ({ mapping, bankMapping }: Inspection): Draft | null =>
  bankMapping ? { ...bankMapping, target: 'bank' } : mapping

/** What the user says of a table counts for more than what it looks like. */
const asSaid = ({ mapping, inspection }: QueuedFile) => {
  if (mapping === null) return {}
  if (isBank(mapping)) return { bankMapping: mapping }
  return { mapping, ...(inspection?.format === 'bank-csv' && { format: 'csv' as const }) }
}

// One at a time: a book has one writer.
let line: Promise<unknown> = Promise.resolve()
const inLine = <T>(work: () => Promise<T>): Promise<T> => {
  const done = line.then(work, work)
  line = done.catch(() => undefined)
  return done
}

async function* watched(stream: Stream, seen: (progress: Progress) => void): AsyncGenerator<Progress, ImportReport> {
  for (;;) {
    const step = await stream.next()
    if (step.done) return step.value
    seen(step.value)
    yield step.value
  }
}

/** What can be done with the files of the list; all of it goes on when the screen is left. */
export const useImporting = () => {
  const t = useT()
  const task = useTask()
  return useMemo(() => {
    const job = async (
      id: string,
      at: 'checking' | 'importing',
      skipInvalid: boolean,
    ): Promise<ImportReport | null> => {
      const queued = queuedFile(id)
      if (!queued) return null
      const { file } = queued
      const cancelled = new AbortController()
      const stage = { at, cancel: () => cancelled.abort() }
      changeFile(id, { stage: { ...stage, progress: null } })
      try {
        const dryRun = at === 'checking'
        const report = await task.run(
          t(dryRun ? 'imports:task.check' : 'imports:task.import', { name: file.name }),
          async (signal) => {
            const either = AbortSignal.any([signal, cancelled.signal])
            const input = { name: file.name, file, skipInvalid, dryRun, ...asSaid(queued) }
            const stream = await client.imports.run(input, { signal: either })
            return watched(stream as Stream, (progress) => changeFile(id, { stage: { ...stage, progress } }))
          },
          { quiet: true },
        )
        changeFile(id, { stage: { at: dryRun ? 'checked' : 'imported', report } })
        return report
      } catch (error) {
        const stopped = cancelled.signal.aborted || codeOf(error) === 'cancelled'
        changeFile(id, { stage: stopped ? { at: 'cancelled' } : { at: 'failed', error } })
        if (stopped && at === 'importing') await seeWhetherTooLate(id)
        return null
      }
    }

    /** A cancel that crosses the last step on its way leaves the file imported: the list then says so. */
    const seeWhetherTooLate = async (id: string) => {
      const queued = queuedFile(id)
      if (!queued) return
      const { file, inspection } = queued
      const now = await client.imports.inspect({ name: file.name, file }).catch(() => null)
      if (!now || now.alreadyImportedAt === inspection?.alreadyImportedAt) return
      changeFile(id, { inspection: now })
      await refetchAll()
      await job(id, 'checking', true)
    }

    /** Reads every line without writing; what it says leaves out the refused lines. */
    const check = (id: string) => inLine(() => job(id, 'checking', true))

    const examine = async (id: string, file: File) => {
      try {
        const inspection = await client.imports.inspect({ name: file.name, file })
        const mapping = proposed(inspection)
        const unknownColumns = mapping !== null && inspection.mappingName === null
        changeFile(id, { inspection, mapping })
        if (inspection.format === 'unknown') changeFile(id, { stage: { at: 'unknown' } })
        else if (unknownColumns) changeFile(id, { stage: { at: 'mapping' } })
        else await check(id)
      } catch (error) {
        changeFile(id, { stage: { at: 'failed', error } })
      }
    }

    /** What an import changed may change what the files still waiting would do. */
    const checkOthers = () => {
      for (const { id, stage } of queuedFiles()) if (stage.at === 'checked') check(id)
    }

    return {
      take: (files: readonly File[]) => {
        for (const file of files) examine(queueFile(file), file)
      },
      check,
      reviewMapping: (id: string) => changeFile(id, { stage: { at: 'mapping' } }),
      setMapping: (id: string, mapping: Draft) => changeFile(id, { mapping }),
      /** Writes the file into the book, without its refused lines when the user said so. */
      run: async (id: string, skipInvalid: boolean) => {
        if (await inLine(() => job(id, 'importing', skipInvalid))) checkOthers()
      },
      /** Every file that is checked and has no refused line. */
      runAll: async () => {
        for (const { id, stage } of [...queuedFiles()].sort(first)) {
          if (stage.at === 'checked' && isReady(stage.report)) await inLine(() => job(id, 'importing', false))
        }
        checkOthers()
      },
    }
  }, [t, task])
}

export type Importing = ReturnType<typeof useImporting>
