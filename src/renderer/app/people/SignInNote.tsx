import { Text } from '@mantine/core'
import { codeOf } from '../../api/errors.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Note } from '../../components/Note.tsx'
import { useT } from '../i18n.ts'

/** Why one is not in yet, and how long to wait where that is asked. */
export const SignInNote = ({ error, waits }: { error: Error | null; waits: number }) => {
  const t = useT()
  if (!error) return null
  const code = codeOf(error)
  // Asking for a password of one's own is no failure.
  if (code === 'people.new-password-needed')
    return (
      <Note>
        <Text size="sm">{t('errors:people.new-password-needed')}</Text>
      </Note>
    )
  if (code !== 'people.wait' && code !== 'people.wrong-password') return <ErrorNote error={error} />
  return (
    <>
      {code === 'people.wrong-password' && <ErrorNote error={error} />}
      {waits > 0 && (
        <Text size="sm" role="status">
          {t('people:signIn.wait', { count: waits })}
        </Text>
      )}
    </>
  )
}
