import { Button, FileButton, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useT } from '../app/i18n.ts'
import classes from './FileDrop.module.css'

type Props = {
  /** Extensions or media types, as a browser takes them: `.txt,.csv,.xlsx`. */
  accept?: string
  /** The first of what is dropped. */
  onFile?: (file: File) => void
  /** All of it; several can then be chosen. */
  onFiles?: (files: readonly File[]) => void
  /** Less tall, once there is something below. */
  compact?: boolean
  disabled?: boolean
  title?: string
  children?: ReactNode
}

/** A place to drop a file, with a button for those who choose it. */
export const FileDrop = ({ accept, onFile, onFiles, compact = false, disabled = false, title, children }: Props) => {
  const t = useT()
  const [over, setOver] = useState(false)
  const give = (files: readonly File[]) => {
    const [first] = files
    if (!first || disabled) return
    onFiles?.(files)
    onFile?.(first)
  }
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      data-compact={compact || undefined}
      data-disabled={disabled || undefined}
      aria-label={title ?? t('common:dropFile')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!disabled)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        give([...event.dataTransfer.files])
      }}
    >
      <IconFileImport size={compact ? 20 : 28} stroke={1.5} aria-hidden />
      <Text fw={500}>{title ?? t('common:dropFile')}</Text>
      {children}
      <FileButton
        accept={accept}
        multiple={onFiles !== undefined}
        onChange={(chosen: File | File[] | null) => give([chosen ?? []].flat())}
        disabled={disabled}
      >
        {(button) => (
          <Button variant="default" size={compact ? 'xs' : undefined} {...button}>
            {t(onFiles ? 'common:chooseFiles' : 'common:chooseFile')}
          </Button>
        )}
      </FileButton>
    </section>
  )
}
