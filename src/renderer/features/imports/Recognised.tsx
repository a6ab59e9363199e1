import { Group, Stack, Text, Title } from '@mantine/core'
import type { Inspection } from '../../../main/core/imports/imports.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'
import { useReadingWords } from './readingWords.ts'

/** What a file was taken for, and why. */
export const Recognised = ({ file, inspection }: { file: File; inspection: Inspection | null }) => {
  const t = useT()
  const format = useFormat()
  const words = useReadingWords()
  return (
    <Stack gap={2} miw={0} flex={1}>
      <Group gap="sm" align="baseline" wrap="nowrap">
        <Title order={2} style={{ overflowWrap: 'anywhere' }}>
          {file.name}
        </Title>
        <Text c="dimmed" size="sm" style={{ whiteSpace: 'nowrap' }}>
          {words.size(file.size)}
        </Text>
      </Group>
      {inspection && inspection.format !== 'unknown' && (
        <>
          <Text>{t('imports:file.recognisedAs', { format: t(`imports:formats.${inspection.format}`) })}</Text>
          <Text c="dimmed" size="sm">
            {t('imports:file.because', { why: words.why(inspection).join(' · ') })}
          </Text>
        </>
      )}
      {inspection?.alreadyImportedAt && (
        <Note tone="late">{t('imports:file.already', { at: format.moment(inspection.alreadyImportedAt) })}</Note>
      )}
    </Stack>
  )
}
