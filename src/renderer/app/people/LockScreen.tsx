import { Button, Group, PasswordInput, Portal, Stack, Text, Title } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, client } from '../../api/client.ts'
import { readPeopleAgain, refetchAll } from '../../api/queries.ts'
import { useT } from '../i18n.ts'
import classes from './people.module.css'
import { SignInNote } from './SignInNote.tsx'
import { useSignIn } from './useSignIn.ts'

/** Covers the whole window, dialogs too; what is behind it stays as it was left, and is neither seen nor reached. */
export const LockScreen = ({ name }: { name: string }) => {
  const t = useT()
  const book = useQuery(api.book.current.queryOptions({ input: {} })).data?.book
  const [password, setPassword] = useState('')
  const { signIn, waits } = useSignIn(async () => {
    await readPeopleAgain()
    await refetchAll()
  })
  useCover()
  return (
    <Portal target="#lock">
      <div className={classes.lock} role="dialog" aria-modal="true" aria-labelledby="locked">
        <form
          className={classes.card}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (password !== '' && waits === 0 && !signIn.isPending) signIn.mutate({ name, password })
          }}
        >
          <Stack gap={2}>
            <Text size="sm" c="dimmed">
              {book?.company || book?.name}
            </Text>
            <Title order={1} id="locked">
              <Group gap={8} wrap="nowrap">
                <IconLock size={22} aria-hidden />
                {t('people:lock.title', { name })}
              </Group>
            </Title>
            <Text size="sm">{t('people:lock.text')}</Text>
          </Stack>
          <PasswordInput
            label={t('people:signIn.password')}
            value={password}
            autoComplete="current-password"
            autoFocus
            data-mantine-stop-propagation
            visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <SignInNote error={signIn.error} waits={waits} />
          <Group justify="space-between" align="flex-start">
            <Stack gap={0} maw={190}>
              <Button
                data-mantine-stop-propagation
                variant="subtle"
                color="gray"
                px={0}
                justify="flex-start"
                onClick={() => client.people.signOut({}).then(readPeopleAgain)}
              >
                {t('people:lock.other')}
              </Button>
              <Text size="xs" c="dimmed">
                {t('people:lock.otherText')}
              </Text>
            </Stack>
            <Button
              data-mantine-stop-propagation
              type="submit"
              disabled={password === '' || waits > 0}
              loading={signIn.isPending}
            >
              {t('people:lock.open')}
            </Button>
          </Group>
        </form>
      </div>
    </Portal>
  )
}

/** Hides everything but the lock, and gives the focus back where it was. */
const useCover = (): void => {
  // Before the password's field takes it.
  const [focused] = useState(() => document.activeElement)
  useEffect(() => {
    const { dataset } = document.body
    const { title } = document
    // It may name a customer.
    document.title = 'Encours'
    dataset.locked = 'true'
    // Esc is not meant for a dialog behind.
    dataset.mantineStopPropagation = 'true'
    return () => {
      document.title = title
      delete dataset.locked
      delete dataset.mantineStopPropagation
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus()
    }
  }, [focused])
}
