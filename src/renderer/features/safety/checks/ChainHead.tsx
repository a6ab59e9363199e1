import { Button, CopyButton, Group, Text } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, client } from '../../../api/client.ts'
import { saveFile } from '../../../api/download.ts'
import { useErrorToast } from '../../../api/useErrorToast.ts'
import { useFormat } from '../../../app/format.ts'
import { useLanguage, useT } from '../../../app/i18n.ts'
import { Facts } from '../../../components/Facts.tsx'
import { SafetyPart } from '../SafetyPart.tsx'
import classes from './checks.module.css'

/** The hash of the last entry: to be noted where nobody who writes into the book can change it. */
export const ChainHead = () => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const failed = useErrorToast()
  const last = useQuery(api.audit.list.queryOptions({ input: { limit: 1 } })).data?.entries[0]
  const found = useQuery({
    ...api.audit.entry.queryOptions({ input: { id: last?.id ?? 0 } }),
    enabled: last !== undefined,
  }).data
  const print = useMutation({
    mutationFn: () => client.integrity.attestation({ language }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  return (
    <SafetyPart title={t('safety:checks.head.title')} about={t('safety:checks.head.text')}>
      {found ? (
        <Facts
          facts={[
            [t('safety:checks.head.entries'), format.number(found.id)],
            [
              t('safety:checks.head.value'),
              <code key="head" className={classes.hash}>
                {found.hash}
              </code>,
            ],
          ]}
        />
      ) : (
        <Text size="sm" c="dimmed" role="status">
          {t('safety:checks.head.pending')}
        </Text>
      )}
      <Group gap="xs">
        {found && (
          <CopyButton value={found.hash}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={<IconCopy size={16} />} onClick={copy}>
                {t(copied ? 'safety:checks.head.copied' : 'safety:checks.head.copy')}
              </Button>
            )}
          </CopyButton>
        )}
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} />}
          loading={print.isPending}
          onClick={() => print.mutate()}
        >
          {t('safety:checks.head.print')}
        </Button>
      </Group>
    </SafetyPart>
  )
}
