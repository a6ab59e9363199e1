import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { api } from '../../api/client.ts'
import { isAnswer, keepDroppedAnswers, takeDroppedFiles } from '../../app/droppedFile.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'
import { FileCard } from './FileCard.tsx'
import { FilesDrop } from './FilesDrop.tsx'
import { useQueue } from './queue.ts'
import { Templates } from './Templates.tsx'
import { useImporting } from './useImporting.ts'
import { isReady } from './useReportFacts.ts'

export const ImportFiles = () => {
  const t = useT()
  const { data } = useQuery(api.book.current.queryOptions({ input: {} }))
  const files = useQueue(data?.book?.path ?? '')
  const importing = useImporting()
  const navigate = useNavigate()
  // What a customer answered is no ledger: it is checked, and decided on where answers are.
  const take = useCallback(
    (dropped: readonly File[]) => {
      importing.take(dropped.filter((file) => !isAnswer(file)))
      const answers = dropped.filter(isAnswer)
      if (answers.length === 0) return
      keepDroppedAnswers(answers)
      navigate({ to: '/receivables/answers' })
    },
    [importing, navigate],
  )
  useEffect(() => {
    if (data) take(takeDroppedFiles())
  }, [data, take])
  const ready = files.filter(({ stage }) => stage.at === 'checked' && isReady(stage.report))
  if (data?.book?.readOnly) return <Note tone="late">{t('imports:readOnly')}</Note>
  return (
    <Stack gap="md" maw={1600}>
      <FilesDrop onFiles={take} compact={files.length > 0}>
        <Templates compact={files.length > 0} />
      </FilesDrop>
      {files.map((file) => (
        <FileCard key={file.id} queued={file} importing={importing} />
      ))}
      {ready.length > 1 && (
        <Button style={{ alignSelf: 'flex-start' }} onClick={importing.runAll}>
          {t('imports:decide.importAll', { count: ready.length })}
        </Button>
      )}
    </Stack>
  )
}
