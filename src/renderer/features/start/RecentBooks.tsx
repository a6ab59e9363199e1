import { ActionIcon, Button, Group, Loader, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import classes from './start.module.css'

type Props = {
  onOpen: (path: string) => void
  opening: string | null
  /** A book that is gone, to be looked for among its backups. */
  onLost: (path: string) => void
}

/** Books opened lately, with where they lie; one that is gone can be taken off the list. */
export const RecentBooks = ({ onOpen, opening, onLost }: Props) => {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery(api.book.recent.queryOptions({ input: {} }))
  const forget = useCommand(api.book.forget.mutationOptions(), { done: t('start:recent.forgotten') })
  if (!data) return null
  return (
    <Stack gap="xs" component="section" aria-labelledby="recent-books">
      <Title order={2} id="recent-books">
        {t('start:recent.title')}
      </Title>
      {data.books.length === 0 && <Text c="dimmed">{t('start:recent.none')}</Text>}
      {data.books.length > 0 && (
        <ul className={classes.books}>
          {data.books.map(({ path, name, company, openedAt, missing }) => (
            <li key={path} className={classes.book}>
              <UnstyledButton
                className={classes.bookOpen}
                disabled={missing || opening !== null}
                onClick={() => onOpen(path)}
              >
                <Group justify="space-between" wrap="nowrap">
                  <Text fw={500}>{company || t('start:recent.unnamed')}</Text>
                  {opening === path && <Loader size="xs" />}
                  {missing && <ToneBadge tone="late">{t('start:recent.missing')}</ToneBadge>}
                  {!missing && openedAt && (
                    <Text size="xs" c="dimmed">
                      {t('start:recent.openedAt', { moment: format.moment(openedAt) })}
                    </Text>
                  )}
                </Group>
                <Text size="xs" c="dimmed" className={classes.place}>
                  {path}
                </Text>
              </UnstyledButton>
              {missing && (
                <Button
                  size="compact-sm"
                  variant="default"
                  style={{ alignSelf: 'center' }}
                  onClick={() => onLost(path)}
                >
                  {t('backups:lost.look')}
                </Button>
              )}
              {openedAt !== null && (
                <ActionIcon
                  aria-label={t('start:recent.forget', { name: company || name })}
                  onClick={() => forget.mutate({ path })}
                >
                  <IconX size={16} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}
