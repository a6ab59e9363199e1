import { Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import classes from './FilesDrop.module.css'

const ACCEPT = '.txt,.csv,.tsv,.xlsx,text/plain,text/csv'

type Props = {
  onFiles: (files: File[]) => void
  /** Less tall, once there are files below. */
  compact: boolean
  children?: ReactNode
}

/** Takes files dropped anywhere in the window while the screen is shown, or chosen with the button. */
export const FilesDrop = ({ onFiles, compact, children }: Props) => {
  const t = useT()
  const [over, setOver] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      take.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', hover)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hover)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      data-compact={compact || undefined}
      aria-label={t('imports:drop.title')}
    >
      <Group gap="md" wrap="nowrap" align="center">
        <IconFileImport size={compact ? 24 : 36} stroke={1.5} aria-hidden />
        <Stack gap={2}>
          <Text fw={600}>{t(compact ? 'imports:drop.more' : 'imports:drop.title')}</Text>
          {!compact && (
            <Text c="dimmed" size="sm" maw={560}>
              {t('imports:drop.text')}
            </Text>
          )}
        </Stack>
      </Group>
      <FileButton accept={ACCEPT} multiple onChange={onFiles}>
        {(button) => (
          <Button variant={compact ? 'default' : 'filled'} {...button}>
            {t('imports:drop.choose')}
          </Button>
        )}
      </FileButton>
      {children}
    </section>
  )
}
