import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { Progress } from '../../../main/core/kernel/contract.ts'
import { client } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useTask } from '../../app/tasks.ts'
import { chooseFolder, writeInto } from './folder.ts'

const PAGE = 500

/** Writes the letters of a run into a folder of the user's, one PDF each, cancelled ones left out. */
async function* writeLetters(
  runId: string,
  folder: FileSystemDirectoryHandle,
  signal: AbortSignal,
): AsyncGenerator<Progress, number> {
  let written = 0
  for (let offset = 0; ; offset += PAGE) {
    const { total, letters } = await client.dunning.letters({ runId, offset, limit: PAGE }, { signal })
    for (const { documentId, fileName, cancelledOn } of letters) {
      signal.throwIfAborted()
      if (!documentId || !fileName || cancelledOn) continue
      const { file } = await client.documents.get({ id: documentId }, { signal })
      await writeInto(folder, fileName, file)
      written += 1
      yield { step: 'dunning.writing', done: written, total }
    }
    if (offset + PAGE >= total) return written
  }
}

export const useWriteToFolder = (runId: string) => {
  const t = useT()
  const task = useTask()
  return useMutation({
    mutationFn: async () => {
      const folder = await chooseFolder()
      if (!folder) return
      const count = await task.run(t('dunning:letters.folderTask'), (signal) => writeLetters(runId, folder, signal))
      notifications.show({
        message: t('dunning:letters.folderDone', { count, folder: folder.name }),
        closeButtonProps: { 'aria-label': t('common:close') },
      })
    },
  })
}
