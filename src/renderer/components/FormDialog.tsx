import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../app/i18n.ts'
import { ErrorNote } from './ErrorNote.tsx'

type Props = {
  title: string
  onClose: () => void
  onSubmit: () => void
  /** The verb on the button, with its figure. */
  submit: string
  disabled?: boolean
  pending?: boolean
  error?: unknown
  /** Pixels. */
  size?: number
  /** Nothing is to be filled in: Enter submits at once. */
  focusSubmit?: boolean
  /** What it does cannot be taken back. */
  grave?: boolean
  /** At the left of the buttons: what will be left. */
  summary?: ReactNode
  children: ReactNode
}

/** A question over the screen: Enter submits, Esc leaves; a refusal is said above the buttons. Mounted while it is asked. */
export const FormDialog = (props: Props) => {
  const {
    title,
    onClose,
    onSubmit,
    submit,
    disabled = false,
    pending = false,
    error,
    size = 520,
    grave,
    summary,
  } = props
  const t = useT()
  return (
    <Modal opened onClose={onClose} size={size} title={title} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!disabled && !pending) onSubmit()
        }}
      >
        <Stack>
          {props.children}
          <ErrorNote error={error} />
          <Group justify="flex-end" wrap="nowrap">
            <div style={{ marginRight: 'auto', minWidth: 0 }} role="status">
              {summary}
            </div>
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button
              type="submit"
              data-autofocus={props.focusSubmit || undefined}
              disabled={disabled}
              loading={pending}
              {...(grave && { color: 'red' })}
            >
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
