import { Button, type ButtonProps, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconSend } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'

type Props = Pick<ButtonProps, 'variant'> & {
  runId: string
  /** Without it, every letter of the run that is neither sent nor cancelled. */
  letterId?: string
  count: number
}

/** Records that letters were sent today; the next level counts from there, so the consequence is named first. */
export const MarkSent = ({ runId, letterId, count, variant = 'default' }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const mark = useCommand(api.dunning.markSent.mutationOptions(), { done: t('dunning:letters.marked') })
  const label = t('dunning:letters.markSent', { count })
  const ask = () =>
    modals.openConfirmModal({
      title: label,
      children: <Text size="sm">{t('dunning:letters.markedText', { day: format.day(today) })}</Text>,
      labels: { confirm: label, cancel: t('common:cancel') },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => mark.mutate({ runId, ...(letterId && { letterIds: [letterId] }) }),
    })
  return (
    <Button variant={variant} size="xs" leftSection={<IconSend size={16} />} loading={mark.isPending} onClick={ask}>
      {label}
    </Button>
  )
}
