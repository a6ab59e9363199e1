import { Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api } from '../../api/client.ts'
import { forgetReadData, readPeopleAgain } from '../../api/queries.ts'
import { ColourChoice, LanguageChoice } from '../../components/Appearance.tsx'
import { firstScreen } from '../firstScreen.ts'
import { useT } from '../i18n.ts'
import { setPageTitle } from '../pageTitle.ts'
import { useCloseBook } from '../shell/useCloseBook.ts'
import { lastName, rememberName } from './lastName.ts'
import { NewPassword } from './NewPassword.tsx'
import classes from './people.module.css'
import { SignInNote } from './SignInNote.tsx'
import { useSignIn } from './useSignIn.ts'

/** The door of a book with people: only its name shows. */
export const SignInPage = () => {
  const t = useT()
  const navigate = useNavigate()
  const closeBook = useCloseBook()
  const book = useQuery(api.book.current.queryOptions({ input: {} })).data?.book
  const [name, setName] = useState(lastName)
  const [password, setPassword] = useState('')
  const [own, setOwn] = useState('')
  const { signIn, waits, asksForNew } = useSignIn(async (entered) => {
    rememberName(entered)
    // Whatever was read before by somebody else goes.
    forgetReadData()
    await navigate({ to: await firstScreen() })
    await readPeopleAgain()
  })
  useEffect(() => setPageTitle(t('people:signIn.title')), [t])
  const complete = name.trim() !== '' && password !== '' && (!asksForNew || own !== '')
  return (
    <main className={classes.door}>
      <div className={classes.corner}>
        <LanguageChoice />
        <ColourChoice />
      </div>
      <form
        className={classes.card}
        noValidate
        aria-labelledby="sign-in"
        onSubmit={(event) => {
          event.preventDefault()
          if (complete && waits === 0 && !signIn.isPending)
            signIn.mutate({ name: name.trim(), password, ...(asksForNew && { newPassword: own }) })
        }}
      >
        <Stack gap={2}>
          <Text size="sm" c="dimmed">
            Encours
          </Text>
          <Title order={1} id="sign-in">
            {book?.company || book?.name}
          </Title>
          <Text size="sm" c="dimmed" className={classes.place}>
            {book?.path}
          </Text>
        </Stack>
        <TextInput
          label={t('people:signIn.name')}
          value={name}
          autoComplete="username"
          spellCheck={false}
          autoFocus={name === ''}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('people:signIn.password')}
          value={password}
          autoComplete="current-password"
          autoFocus={name !== ''}
          visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <SignInNote error={signIn.error} waits={waits} />
        {asksForNew && <NewPassword autoFocus onChange={setOwn} />}
        <Group justify="space-between">
          <Button variant="subtle" color="gray" onClick={() => void closeBook()}>
            {t('people:signIn.other')}
          </Button>
          <Button type="submit" disabled={!complete || waits > 0} loading={signIn.isPending}>
            {t('people:signIn.enter')}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {t('people:signIn.forgotten')}
        </Text>
      </form>
    </main>
  )
}
