import { TextInput, type TextInputProps } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import {
  isBic,
  isIban,
  isLei,
  isSiren,
  isSiret,
  normaliseIdentifier,
  vatProblem,
} from '../../main/core/customers/identifiers.rules.ts'
import { useT } from '../app/i18n.ts'

type Check = {
  passes: (text: string) => boolean
  /** The identifier has all its characters, so that a mistake can be said before the field is left. */
  complete: (text: string) => boolean
  message: 'siren' | 'siret' | 'vat' | 'lei' | 'iban' | 'bic'
}

const lengthIs = (length: number) => (text: string) => normaliseIdentifier(text).length >= length

export const sirenCheck: Check = { passes: isSiren, complete: lengthIs(9), message: 'siren' }
/** A SIRET of the company with this SIREN, or of any while none is given. */
export const siretCheck = (siren: string): Check => ({
  passes: (text) => isSiret(text) && normaliseIdentifier(text).startsWith(normaliseIdentifier(siren)),
  complete: lengthIs(14),
  message: 'siret',
})
export const leiCheck: Check = { passes: isLei, complete: lengthIs(20), message: 'lei' }
export const ibanCheck: Check = { passes: isIban, complete: lengthIs(34), message: 'iban' }
export const bicCheck: Check = { passes: isBic, complete: lengthIs(11), message: 'bic' }
export const vatCheck = (country: string): Check => ({
  passes: (text) => vatProblem(country, text) === null,
  complete: lengthIs(country === 'FR' ? 13 : 16),
  message: 'vat',
})

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string
  onChange: (text: string) => void
  check: Check
  error?: ReactNode
}

/** An identifier checked while it is typed: a tick when its check digits hold, a sentence when they cannot. */
export const CheckedInput = ({ value, onChange, check, error, ...rest }: Props) => {
  const t = useT()
  const [left, setLeft] = useState(value !== '')
  const empty = value.trim() === ''
  const passes = !empty && check.passes(value)
  const wrong = !empty && !passes && (left || check.complete(value))
  return (
    <TextInput
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      error={wrong ? t(`common:checks.${check.message}`) : error}
      rightSection={
        passes ? <IconCheck size={16} color="var(--settled)" aria-label={t('common:checks.valid')} /> : null
      }
    />
  )
}
