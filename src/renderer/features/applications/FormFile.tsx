import { Button, FileButton, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import classes from './applications.module.css'

type Props = { onFile: (file: File) => void; disabled?: boolean; children: ReactNode }

/** A line to drop the form on that the customer filled in, with a button for those who choose it. */
export const FormFile = ({ onFile, disabled = false, children }: Props) => {
  const t = useT()
  const [over, setOver] = useState(false)
  return (
    <section
      className={classes.file}
      data-over={over || undefined}
      aria-label={t('applications:form.orDrop')}
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
      <div>
        <Text size="sm" fw={500}>
          {t('applications:form.orDrop')}
        </Text>
        <Text size="xs" c="dimmed">
          {children}
        </Text>
      </div>
      <FileButton accept=".pdf" disabled={disabled} onChange={(file) => file && onFile(file)}>
        {(button) => (
          <Button variant="default" size="compact-sm" style={{ flex: 'none' }} {...button}>
            {t('common:chooseFile')}
          </Button>
        )}
      </FileButton>
    </section>
  )
}
