import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/errors.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Note } from '../../components/Note.tsx'
import { CheckDrop } from './CheckDrop.tsx'
import { CheckReportView } from './CheckReportView.tsx'
import { type CheckStage, clearCheck, useCheck } from './check.store.ts'
import classes from './registers.module.css'
import { useRegisterCheck } from './useRegisterCheck.ts'

/** Files are dropped, read without keeping anything, looked at, and kept. */
export const CheckView = () => {
  const t = useT()
  const readOnly = useReadOnly('import')
  const { data } = useQuery(api.book.current.queryOptions({ input: {} }))
  const { files, stage } = useCheck(data?.book?.path ?? '')
  const { check, keep } = useRegisterCheck()
  if (stage.at === 'checking' || stage.at === 'keeping') return <Running stage={stage} files={files} />
  if (stage.at === 'checked' || stage.at === 'kept')
    return (
      <CheckReportView
        report={stage.report}
        onKeep={stage.at === 'checked' && !readOnly ? () => keep(files) : null}
        onLeave={clearCheck}
      />
    )
  return (
    <Stack className={classes.page}>
      {stage.at === 'failed' && <ErrorNote error={stage.error} />}
      {stage.at === 'failed' && codeOf(stage.error) === 'file.too-large' && <Note>{t('registers:tooLarge')}</Note>}
      {stage.at === 'cancelled' && <Note role="status">{t('registers:cancelled')}</Note>}
      <CheckDrop onFiles={check} />
    </Stack>
  )
}

const MEGA = 1_000_000
type RunningStage = Extract<CheckStage, { at: 'checking' | 'keeping' }>

const Running = ({ stage, files }: { stage: RunningStage; files: readonly File[] }) => {
  const t = useT()
  const { progress } = stage
  const share = progress?.total ? (progress.done / progress.total) * 100 : 0
  return (
    <Stack gap="xs" maw={640} role="status">
      <Text fw={600}>{t(stage.at === 'checking' ? 'registers:running.check' : 'registers:running.keep')}</Text>
      <Text size="sm" c="dimmed">
        {files.map(({ name }) => name).join(', ')}
      </Text>
      <Progress value={share} aria-label={t('registers:running.check')} animated />
      <Text size="sm">
        {progress
          ? t('registers:running.progress', {
              step: progress.step,
              done: Math.ceil(progress.done / MEGA),
              total: Math.ceil((progress.total ?? 0) / MEGA),
            })
          : t('registers:running.start')}
      </Text>
      <Group>
        <Button variant="default" onClick={stage.cancel}>
          {t('registers:running.cancel')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('registers:running.leave')}
        </Text>
      </Group>
    </Stack>
  )
}
