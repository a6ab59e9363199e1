import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../components/EmptyState.tsx'
import { useT } from './i18n.ts'

export const NotFound = () => {
  const t = useT()
  return (
    <EmptyState
      title={t('common:notFound.title')}
      text={t('common:notFound.text')}
      action={
        <Button component={Link} to="/customers">
          {t('common:notFound.action')}
        </Button>
      }
    />
  )
}
