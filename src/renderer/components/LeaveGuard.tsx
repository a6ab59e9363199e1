import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useT } from '../app/i18n.ts'

type Props = {
  dirty: boolean
  /** Changes are lost between the parts of the screen too: another tab, another filter. */
  anyStep?: boolean
}

/** Asks before a screen with unsaved changes is left. */
export const LeaveGuard = ({ dirty, anyStep = false }: Props) => {
  const t = useT()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      dirty && (anyStep || next.pathname !== current.pathname || next.routeId !== current.routeId),
    enableBeforeUnload: () => dirty,
    withResolver: true,
  })
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={t('common:leave.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text size="sm">{t('common:leave.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => proceed?.()}>
            {t('common:leave.leave')}
          </Button>
          <Button data-autofocus onClick={() => reset?.()}>
            {t('common:leave.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
