import { Button, Text } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Note } from '../../components/Note.tsx'
import classes from './mail.module.css'
import type { MailDraft } from './useMailDraft.ts'

/** Tries what is typed, once for each press: a server that refuses a password several times may lock the account. */
export const TestConnection = ({ draft }: { draft: MailDraft }) => {
  const t = useT()
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => client.mail.test(draft.input) })
  return (
    <div className={classes.test}>
      <div className={classes.bar}>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} />}
          loading={isPending}
          onClick={() => mutate()}
        >
          {t('mail:settings.test')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('mail:settings.testAbout')}
        </Text>
      </div>
      <ErrorNote error={error} />
      {data && (
        <Note tone="settled" role="status" title={t('mail:settings.tested', { host: data.host, port: data.port })}>
          <Text size="sm">
            {t(data.encrypted ? 'mail:settings.encrypted' : 'mail:settings.plain')}{' '}
            {data.user ? t('mail:settings.loggedIn', { user: data.user }) : t('mail:settings.noLogin')}
          </Text>
        </Note>
      )}
    </div>
  )
}
