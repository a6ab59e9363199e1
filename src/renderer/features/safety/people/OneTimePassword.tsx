import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'

type Props = { name: string; password: string; onClose: () => void }

/** Shown once: closing it is the last one sees of it. */
export const OneTimePassword = ({ name, password, onClose }: Props) => {
  const t = useT()
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('safety:people.once.title', { name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Group>
          <Code fz="lg" px="sm" py={4}>
            {password}
          </Code>
          <CopyButton value={password}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'safety:people.once.copied' : 'safety:people.once.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Text size="sm">{t('safety:people.once.text', { name })}</Text>
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose}>
            {t('safety:people.once.action')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
