import { Button, CloseButton, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Note } from '../../components/Note.tsx'
import { Decision } from './Decision.tsx'
import { FirstRows } from './FirstRows.tsx'
import { Imported } from './Imported.tsx'
import { MappingAssistant } from './mapping/MappingAssistant.tsx'
import { type QueuedFile, removeFile } from './queue.ts'
import { Recognised } from './Recognised.tsx'
import { Report } from './Report.tsx'
import type { Importing } from './useImporting.ts'

type Props = { queued: QueuedFile; importing: Importing }

/** One dropped file, from what it was recognised as to what became of it. */
export const FileCard = ({ queued, importing }: Props) => {
  const t = useT()
  const { id, file, inspection, stage } = queued
  return (
    <Paper component="section" withBorder p="md" aria-label={file.name}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Recognised file={file} inspection={inspection} />
          <CloseButton aria-label={t('imports:file.remove', { name: file.name })} onClick={() => removeFile(id)} />
        </Group>
        <StageOf queued={queued} importing={importing} />
        {inspection && stage.at !== 'mapping' && stage.at !== 'imported' && stage.at !== 'unknown' && (
          <FirstRows header={inspection.header} rows={inspection.sample} />
        )}
      </Stack>
    </Paper>
  )
}

const StageOf = ({ queued, importing }: Props) => {
  const t = useT()
  const { id, inspection, stage } = queued
  switch (stage.at) {
    case 'reading':
      return <Text c="dimmed">{t('imports:file.reading')}</Text>
    case 'unknown':
      return (
        <Note tone="risk" role="alert">
          {inspection && t(`imports:why.${inspection.why}`)} {t('imports:file.unknown')}{' '}
          <AnchorLink to="/credit/registers" underline="always">
            {t('imports:file.register')}
          </AnchorLink>
        </Note>
      )
    case 'mapping':
      return <MappingAssistant queued={queued} importing={importing} />
    case 'checking':
    case 'importing':
      return <Working stage={stage} />
    case 'cancelled':
      return (
        <Group>
          <Text>{t('imports:file.cancelled')}</Text>
          <Button variant="default" onClick={() => importing.check(id)}>
            {t('imports:file.retry')}
          </Button>
        </Group>
      )
    case 'failed':
      return (
        <Stack gap="sm" align="flex-start">
          <ErrorNote error={stage.error} />
          <Button
            variant="default"
            onClick={() => (queued.mapping ? importing.reviewMapping(id) : importing.check(id))}
          >
            {t(queued.mapping ? 'imports:decide.mapping' : 'imports:file.retry')}
          </Button>
        </Stack>
      )
    case 'checked':
      return (
        <>
          <Report report={stage.report} />
          <Decision queued={queued} report={stage.report} importing={importing} />
        </>
      )
    case 'imported':
      return (
        <>
          <Report report={stage.report} />
          <Imported id={id} report={stage.report} />
        </>
      )
  }
}

const Working = ({ stage }: { stage: Extract<QueuedFile['stage'], { at: 'checking' | 'importing' }> }) => {
  const t = useT()
  const { done = 0, total = null } = stage.progress ?? {}
  return (
    <Group gap="md" wrap="nowrap" role="status">
      <Text style={{ whiteSpace: 'nowrap' }}>{t(`imports:file.${stage.at}`)}</Text>
      <Progress
        flex={1}
        value={total ? (100 * done) / total : 100}
        animated={!total}
        aria-label={t(`imports:file.${stage.at}`)}
      />
      <Button variant="default" size="compact-sm" onClick={stage.cancel}>
        {t('imports:file.cancel')}
      </Button>
    </Group>
  )
}
