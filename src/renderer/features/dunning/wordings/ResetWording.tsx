import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { api, client } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import type { Wording } from './wording.ts'

export const ResetWording = ({ wording, name }: { wording: Wording; name: string }) => {
  const t = useT()
  const { key, language, subject, body } = wording
  const reset = useCommand(api.dunning.resetWording.mutationOptions(), {
    done: t('wordings:resetDone'),
    undo: () => client.dunning.saveWording({ key, language, subject, body }),
  })
  const ask = () =>
    modals.openConfirmModal({
      title: t('wordings:resetTitle'),
      children: <Text size="sm">{t('wordings:resetText', { name })}</Text>,
      labels: { confirm: t('wordings:resetConfirm'), cancel: t('wordings:cancel') },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => reset.mutate({ key, language }),
    })
  return (
    <Button size="xs" variant="subtle" loading={reset.isPending} onClick={ask}>
      {t('wordings:reset')}
    </Button>
  )
}
