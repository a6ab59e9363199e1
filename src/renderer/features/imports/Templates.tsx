import { Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'

const kinds = ['items', 'customers'] as const
const formats = ['xlsx', 'csv'] as const

/** Example files of the program's own formats, for those without a FEC. */
export const Templates = ({ compact }: { compact: boolean }) => {
  const t = useT()
  const download = useMutation(
    api.imports.template.mutationOptions({ onSuccess: ({ name, file }) => saveFile(name, file) }),
  )
  return (
    <Stack gap={6} align="center">
      {!compact && (
        <Text size="sm" c="dimmed">
          {t('imports:templates.title')}. {t('imports:templates.text')}
        </Text>
      )}
      <Group gap="lg">
        {compact && (
          <Text size="sm" c="dimmed">
            {t('imports:templates.title')}
          </Text>
        )}
        {kinds.map((kind) => (
          <Group key={kind} gap={4} role="group" aria-label={t(`imports:templates.${kind}`)}>
            <Text size="sm">{t(`imports:templates.${kind}`)}</Text>
            {formats.map((format) => (
              <Button
                key={format}
                variant="subtle"
                size="compact-sm"
                leftSection={<IconDownload size={14} aria-hidden />}
                aria-label={t('imports:templates.download', {
                  kind: t(`imports:templates.${kind}`),
                  format: t(`imports:templates.${format}`),
                })}
                onClick={() => download.mutate({ kind, format })}
              >
                {t(`imports:templates.${format}`)}
              </Button>
            ))}
          </Group>
        ))}
      </Group>
      <ErrorNote error={download.error} />
    </Stack>
  )
}
