import { CloseButton, Group, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useT } from '../app/i18n.ts'
import { sidePlace } from '../app/shell/sidePlace.ts'
import { isTaken } from '../app/shortcuts.ts'
import classes from './SidePanel.module.css'

type Props = { opened: boolean; onClose: () => void; title: ReactNode; children?: ReactNode; label?: string }

/** Stands at the right of the screen, beside the list that stays; Esc closes it. Shown in the frame wherever it is written. */
export const SidePanel = ({ opened, onClose, title, children, label }: Props) => {
  const t = useT()
  const place = sidePlace()
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (!opened) return
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTaken(event)) return
      // Before the screen below hears it, which would be left.
      event.preventDefault()
      close.current()
    }
    window.addEventListener('keydown', leave, { capture: true })
    return () => window.removeEventListener('keydown', leave, { capture: true })
  }, [opened])
  if (!opened || !place) return null
  return createPortal(
    <aside className={classes.panel} aria-label={label ?? (typeof title === 'string' ? title : undefined)}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" className={classes.head}>
        <Title order={2} className={classes.title}>
          {title}
        </Title>
        <CloseButton aria-label={t('common:close')} onClick={onClose} />
      </Group>
      <div className={classes.body}>{children}</div>
    </aside>,
    place,
  )
}
