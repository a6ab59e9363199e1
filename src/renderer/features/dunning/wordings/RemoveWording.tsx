import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'

type Props = { wordingKey: string; name: string; onRemoved: () => void }

/** Takes a text of one's own off the list; its versions and letters stay. */
export const RemoveWording = ({ wordingKey, name, onRemoved }: Props) => {
  const t = useT()
  const remove = useCommand(api.dunning.removeWording.mutationOptions(), {
    done: t('wordings:remove.done'),
    onDone: onRemoved,
  })
  const ask = () =>
    modals.openConfirmModal({
      title: t('wordings:remove.title'),
      children: <Text size="sm">{t('wordings:remove.text', { name })}</Text>,
      labels: { confirm: t('wordings:remove.confirm'), cancel: t('wordings:remove.cancel') },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => remove.mutate({ key: wordingKey }),
    })
  return (
    <Button size="xs" variant="subtle" loading={remove.isPending} onClick={ask}>
      {t('wordings:remove.open')}
    </Button>
  )
}
