import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useT } from '../../app/i18n.ts'

/** Asks before unsaved settings are left behind; going from one section to another keeps them. */
export const LeaveGuard = ({ dirty }: { dirty: boolean }) => {
  const t = useT()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && next.pathname !== current.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  })
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={t('company:leave.title')}
    >
      <Stack>
        <Text>{t('company:leave.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => proceed?.()}>
            {t('company:leave.leave')}
          </Button>
          <Button data-autofocus onClick={() => reset?.()}>
            {t('company:leave.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
