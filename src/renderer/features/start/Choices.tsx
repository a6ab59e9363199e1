import { Button, FileButton, Text, Title } from '@mantine/core'
import { IconBuildingPlus, IconFileImport, IconMap2 } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import classes from './start.module.css'

type Props = {
  onCreate: () => void
  onFile: (file: File) => void
  onDemo: () => void
  makingDemo: boolean
}

export const Choices = ({ onCreate, onFile, onDemo, makingDemo }: Props) => {
  const t = useT()
  return (
    <div className={classes.choices}>
      <Choice
        icon={<IconBuildingPlus size={28} stroke={1.5} />}
        title={t('start:create.title')}
        text={t('start:create.text')}
      >
        <Button onClick={onCreate}>{t('start:create.action')}</Button>
      </Choice>
      <Choice
        icon={<IconFileImport size={28} stroke={1.5} />}
        title={t('start:import.title')}
        text={t('start:import.text')}
        onFile={onFile}
      >
        <FileButton onChange={(file) => file && onFile(file)}>
          {(button) => <Button {...button}>{t('common:chooseFile')}</Button>}
        </FileButton>
      </Choice>
      <Choice icon={<IconMap2 size={28} stroke={1.5} />} title={t('start:demo.title')} text={t('start:demo.text')}>
        <Button onClick={onDemo} loading={makingDemo}>
          {t('start:demo.action')}
        </Button>
      </Choice>
    </div>
  )
}

type ChoiceProps = {
  icon: ReactNode
  title: string
  text: string
  children: ReactNode
  /** Makes the choice a place to drop a file. */
  onFile?: (file: File) => void
}

const Choice = ({ icon, title, text, children, onFile }: ChoiceProps) => {
  const [over, setOver] = useState(false)
  const drop = onFile && {
    onDragOver: (event: React.DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: React.DragEvent) => {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer.files[0]
      if (file) onFile(file)
    },
  }
  return (
    <section className={classes.choice} data-over={over || undefined} aria-label={title} {...drop}>
      {icon}
      <Title order={2}>{title}</Title>
      <Text c="dimmed">{text}</Text>
      <div>{children}</div>
    </section>
  )
}
