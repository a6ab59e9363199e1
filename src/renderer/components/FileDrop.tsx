import { Button, FileButton, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useT } from '../app/i18n.ts'
import classes from './FileDrop.module.css'

type Props = {
  /** Extensions or media types, as a browser takes them: `.txt,.csv,.xlsx`. */
  accept?: string
  onFile: (file: File) => void
  disabled?: boolean
  title?: string
  children?: ReactNode
}

/** A place to drop a file, with a button for those who choose it. */
export const FileDrop = ({ accept, onFile, disabled = false, title, children }: Props) => {
  const t = useT()
  const [over, setOver] = useState(false)
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
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
        const file = event.dataTransfer.files[0]
        if (file && !disabled) onFile(file)
      }}
    >
      <IconFileImport size={28} stroke={1.5} aria-hidden />
      <Text fw={500}>{title ?? t('common:dropFile')}</Text>
      {children}
      <FileButton accept={accept} onChange={(file) => file && onFile(file)} disabled={disabled}>
        {(button) => (
          <Button variant="default" {...button}>
            {t('common:chooseFile')}
          </Button>
        )}
      </FileButton>
    </section>
  )
}
