import { Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react'
import { type Translate, useT } from '../../app/i18n.ts'
import classes from './FilesDrop.module.css'
import { gatherChosen, gatherDrop, packInvoices } from './gather.ts'

type Props = {
  onFiles: (files: File[]) => void
  /** Less tall, once there are files below. */
  compact: boolean
  children?: ReactNode
}

// Not among the attributes that React's types know.
const FOLDER = { webkitdirectory: '' } as ComponentProps<'input'>

/** Of the folder it came in, or of how many they are. */
const archiveName =
  (t: Translate, folder: string | null) =>
  (count: number): string =>
    folder ? `${folder}.zip` : t('imports:drop.archive', { count })

/** Takes files and folders dropped anywhere in the window while the screen is shown, or chosen with the button. */
export const FilesDrop = ({ onFiles, compact, children }: Props) => {
  const t = useT()
  const [over, setOver] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles
  useEffect(() => {
    const give = async ({ gathered, folder }: Awaited<ReturnType<typeof gatherDrop>>) =>
      take.current(await packInvoices(gathered, archiveName(t, folder)))
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
      if (event.dataTransfer) void gatherDrop(event.dataTransfer).then(give)
    }
    window.addEventListener('dragover', hover)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hover)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [t])
  const choose = async (files: readonly File[]) => {
    const { gathered, folder } = gatherChosen(files)
    onFiles(await packInvoices(gathered, archiveName(t, folder)))
  }
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
      <Group gap="xs">
        {/* Formats are told by their content: banks give their files any name. */}
        <FileButton multiple onChange={choose}>
          {(button) => (
            <Button variant={compact ? 'default' : 'filled'} {...button}>
              {t('imports:drop.choose')}
            </Button>
          )}
        </FileButton>
        <FileButton multiple inputProps={FOLDER} onChange={choose}>
          {(button) => (
            <Button variant={compact ? 'subtle' : 'default'} {...button}>
              {t('imports:drop.folder')}
            </Button>
          )}
        </FileButton>
      </Group>
      {children}
    </section>
  )
}
