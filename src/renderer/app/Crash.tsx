import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorNote } from '../components/ErrorNote.tsx'
import { useT } from './i18n.ts'

export const Crash = ({ error, reset }: ErrorComponentProps) => {
  const t = useT()
  return (
    <EmptyState
      title={t('common:crash.title')}
      text={t('common:crash.text')}
      action={
        <>
          <ErrorNote error={error} />
          <Button onClick={reset}>{t('common:crash.action')}</Button>
        </>
      }
    />
  )
}
