import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { ButtonLink } from '../../../components/links.tsx'
import { PageHeader } from '../../../components/PageHeader.tsx'
import { DuplicateGroup } from './DuplicateGroup.tsx'
import { joinReasons } from './pairs.ts'

/** Customers that look alike, to be merged one pair at a time. */
export const DuplicatesPage = () => {
  const t = useT()
  const { data, error } = useQuery(api.customers.duplicates.queryOptions({ input: {} }))
  return (
    <>
      <PageHeader title={t('customers:duplicates.title')}>
        <Text c="dimmed">{t('customers:duplicates.lead')}</Text>
      </PageHeader>
      <ErrorNote error={error} />
      {data?.groups.length === 0 && (
        <EmptyState
          title={t('customers:duplicates.empty.title')}
          text={t('customers:duplicates.empty.text')}
          action={
            <ButtonLink to="/customers" variant="default">
              {t('customers:page.back')}
            </ButtonLink>
          }
        />
      )}
      <Stack gap="md" maw={960}>
        {joinReasons(data?.groups ?? []).map((alike) => (
          <DuplicateGroup key={alike.key} alike={alike} />
        ))}
      </Stack>
    </>
  )
}
