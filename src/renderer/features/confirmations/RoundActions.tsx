import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconDownload, IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ConfirmationRun } from '../../../main/core/confirmations/confirmations.contract.ts'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useLanguage, useT } from '../../app/i18n.ts'

type Made = { name: string; file: Blob | null; without?: number }

/** Files of a round: for customers, for the printer, for the auditor. */
export const RoundActions = ({ run }: { run: ConfirmationRun }) => {
  const t = useT()
  const language = useLanguage()
  const failed = useErrorToast()
  const runId = run.id
  const make = useMutation({
    mutationFn: (file: () => Promise<Made>) => file(),
    onSuccess: ({ name, file, without = 0 }) => {
      if (file) saveFile(name, file)
      const message = file
        ? without > 0 && t('confirmations:round.without', { count: without })
        : t('confirmations:round.nothing')
      if (message) notifications.show({ message, closeButtonProps: { 'aria-label': t('common:close') } })
    },
    onError: failed,
  })
  const files = (part: { format: 'zip' | 'pdf'; postOnly?: boolean }) =>
    make.mutate(() => client.confirmations.files({ runId, ...part }))
  const drafts = (waitingOnly: boolean) => make.mutate(() => client.confirmations.drafts({ runId, waitingOnly }))
  const list = (format: 'xlsx' | 'csv' | 'pdf') =>
    make.mutate(() => client.confirmations.list({ runId, format, language }))
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            loading={make.isPending}
          >
            {t('confirmations:round.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['xlsx', 'csv', 'pdf'] as const).map((format) => (
            <Menu.Item key={format} onClick={() => list(format)}>
              {t(`receivables:export.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            leftSection={<IconSend size={16} />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            loading={make.isPending}
          >
            {t('confirmations:round.send')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => drafts(false)}>{t('confirmations:round.drafts')}</Menu.Item>
          {run.form === 'positive' && (
            <Menu.Item onClick={() => drafts(true)}>{t('confirmations:round.reminders')}</Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => files({ format: 'pdf' })}>{t('confirmations:round.print')}</Menu.Item>
          <Menu.Item onClick={() => files({ format: 'pdf', postOnly: true })}>
            {t('confirmations:round.printPost')}
          </Menu.Item>
          <Menu.Item onClick={() => files({ format: 'zip' })}>{t('confirmations:round.zip')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
