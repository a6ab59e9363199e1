import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n.ts'

type Props = {
  /** Empty until it was typed twice alike. */
  onChange: (password: string) => void
  label?: string
  autoFocus?: boolean
}

/** A password of one's own, typed twice. */
export const NewPassword = ({ onChange, label, autoFocus = false }: Props) => {
  const t = useT()
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const tell = (one: string, other: string) => onChange(one === other ? one : '')
  return (
    <>
      <PasswordInput
        label={label ?? t('people:own.next')}
        description={t('people:own.rule')}
        value={next}
        autoFocus={autoFocus}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
        onChange={({ currentTarget: { value } }) => {
          setNext(value)
          tell(value, again)
        }}
      />
      <PasswordInput
        label={t('people:own.again')}
        value={again}
        autoComplete="new-password"
        error={again !== '' && next !== again && t('people:own.differs')}
        visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
        onChange={({ currentTarget: { value } }) => {
          setAgain(value)
          tell(next, value)
        }}
      />
    </>
  )
}
