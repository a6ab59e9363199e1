import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useT } from '../../app/i18n.ts'

/** Asks before a screen with unsaved changes is left. */
export const UnsavedGuard = ({ unsaved }: { unsaved: boolean }) => {
  const t = useT()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      unsaved && (current.pathname !== next.pathname || current.routeId !== next.routeId),
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Modal
      opened
      onClose={blocker.reset}
      title={t('dunning:unsaved.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text size="sm">{t('dunning:unsaved.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={blocker.proceed}>
            {t('dunning:unsaved.leave')}
          </Button>
          <Button data-autofocus onClick={blocker.reset}>
            {t('dunning:unsaved.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
