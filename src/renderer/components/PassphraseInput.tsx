import { PasswordInput, Text } from '@mantine/core'
import { codeOf, detailsOf } from '../api/errors.ts'
import { useT } from '../app/i18n.ts'
import { ErrorNote } from './ErrorNote.tsx'

type Props = {
  label: string
  description?: string
  value: string
  onChange: (value: string) => void
  error?: string | false
  /** A new one is not filled in by what the browser keeps. */
  isNew?: boolean
  autoFocus?: boolean
}

/** A passphrase, or the recovery key; shown when asked. */
export const PassphraseInput = ({ label, description, value, onChange, error, isNew = false, autoFocus }: Props) => {
  const t = useT()
  return (
    <PasswordInput
      label={label}
      description={description}
      value={value}
      error={error}
      autoComplete={isNew ? 'new-password' : 'off'}
      spellCheck={false}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('common:showTyped') }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Why a passphrase was not taken, and how long to wait; said once, also while the next try is not yet possible. */
export const PassphraseNote = ({ error, waits }: { error: unknown; waits: number }) => {
  const t = useT()
  const tried = codeOf(error) !== 'book.passphrase-wrong' || detailsOf(error).tried === true
  return (
    <>
      {tried && <ErrorNote error={error} />}
      {waits > 0 && (
        <Text size="sm" role="status">
          {t('common:nextTry', { count: waits })}
        </Text>
      )}
    </>
  )
}
