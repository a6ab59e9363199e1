import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { MailForm } from './MailForm.tsx'

/** How messages leave the house. */
export const MailSettingsPage = () => {
  const t = useT()
  const { data, error } = useQuery(api.mail.settings.queryOptions({ input: {} }))
  return (
    <>
      <PageHeader title={t('mail:settings.title')} />
      <ErrorNote error={error} />
      {data && <MailForm saved={data} />}
    </>
  )
}
