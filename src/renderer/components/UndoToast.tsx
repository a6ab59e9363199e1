import { Button, Group } from '@mantine/core'
import { useT } from '../app/i18n.ts'

export const UndoToast = ({ message, onUndo }: { message: string; onUndo: () => void }) => {
  const t = useT()
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{message}</span>
      <Button flex="none" size="compact-sm" variant="subtle" onClick={onUndo}>
        {t('common:undo')}
      </Button>
    </Group>
  )
}
