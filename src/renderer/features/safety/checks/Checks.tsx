import { Button, Group, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { Note } from '../../../components/Note.tsx'
import { ChainHead } from './ChainHead.tsx'
import { CheckRow } from './CheckRow.tsx'
import classes from './checks.module.css'

/** The book held against itself, on demand: each check in words, with its places and what to do. */
export const Checks = () => {
  const t = useT()
  const format = useFormat()
  const verify = useQuery({
    ...api.integrity.verify.queryOptions({ input: {} }),
    enabled: false,
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  })
  const { data, isFetching, dataUpdatedAt, error } = verify
  const failed = data?.checks.filter(({ ok }) => !ok).length ?? 0
  return (
    <div className={classes.page}>
      <Text c="dimmed" maw={760}>
        {t('safety:checks.about')}
      </Text>
      <Group gap="sm">
        <Button leftSection={<IconShieldCheck size={16} />} loading={isFetching} onClick={() => void verify.refetch()}>
          {t(data ? 'safety:checks.again' : 'safety:checks.run')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {isFetching
            ? t('safety:checks.running')
            : data
              ? t('safety:checks.lastRun', { moment: format.moment(new Date(dataUpdatedAt).toISOString()) })
              : t('safety:checks.neverRun')}
        </Text>
      </Group>
      <ErrorNote error={error} />
      {data && !isFetching && (
        <>
          {failed === 0 ? (
            <Note tone="settled" title={t('safety:checks.whole.title')} role="status">
              <Text size="sm">{t('safety:checks.whole.text', { count: data.checks.length })}</Text>
            </Note>
          ) : (
            <Note tone="risk" title={t('safety:checks.broken.title', { count: failed })} role="alert">
              <Text size="sm">{t('safety:checks.broken.text')}</Text>
            </Note>
          )}
          <ul className={classes.checks}>
            {data.checks.map((check) => (
              <CheckRow key={check.name} check={check} />
            ))}
          </ul>
        </>
      )}
      <ChainHead />
    </div>
  )
}
