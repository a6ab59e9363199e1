import { Button, Group, Text } from '@mantine/core'
import type { Message } from '../../../main/core/mail/mail.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { Note } from '../../components/Note.tsx'

/** Nobody knows whether it arrived: the user finds out, and says so. */
export const SettleNote = ({ message: { id } }: { message: Message }) => {
  const t = useT()
  const readOnly = useReadOnly('issue')
  const settle = useCommand(api.mail.settle.mutationOptions(), {
    done: (_, { arrived }) => t(arrived ? 'mail:outbox.panel.arrivedDone' : 'mail:outbox.panel.notArrivedDone'),
  })
  const button = (arrived: boolean) => ({
    variant: 'default',
    size: 'xs',
    loading: settle.isPending && settle.variables.arrived === arrived,
    onClick: () => settle.mutate({ id, arrived }),
  })
  return (
    <Note tone="late" title={t('mail:outbox.panel.uncertainTitle')}>
      <Text size="sm">{t('mail:outbox.panel.uncertainText')}</Text>
      {!readOnly && (
        <Group gap="xs" mt={8}>
          <Button {...button(true)}>{t('mail:outbox.panel.arrived')}</Button>
          <Button {...button(false)}>{t('mail:outbox.panel.notArrived')}</Button>
        </Group>
      )}
    </Note>
  )
}
