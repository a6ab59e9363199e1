import { TextInput, type TextInputProps } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type Minor, parseMinor, toDecimal } from '../../main/core/kernel/money.ts'
import { useLanguage, useT } from '../app/i18n.ts'

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  value: Minor | null
  onChange: (amount: Minor | null) => void
  currency: string
}

const shown = (amount: Minor | null, currency: string, language: string) =>
  amount === null ? '' : toDecimal(amount, currency).replace('.', language === 'fr' ? ',' : '.')

/** An amount in minor units; `1 234,56` and `1234.56` are both read. Null while it is empty or cannot be read. */
export const MoneyInput = ({ value, onChange, currency, error, ...rest }: Props) => {
  const t = useT()
  const language = useLanguage()
  const [text, setText] = useState(() => shown(value, currency, language))
  const read = (written: string) => parseMinor(written.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'), currency)
  const unreadable = text.trim() !== '' && read(text) === null
  // The value may be set from outside: a form that is reset.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the user types must not be rewritten under the fingers
  useEffect(() => {
    if (read(text) !== value) setText(shown(value, currency, language))
  }, [value, currency, language])
  return (
    <TextInput
      inputMode="decimal"
      rightSection={currency}
      rightSectionWidth={44}
      rightSectionPointerEvents="none"
      styles={{ input: { textAlign: 'right' }, section: { fontSize: 12, color: 'var(--mantine-color-dimmed)' } }}
      // Typing replaces what is proposed.
      onFocus={(event) => event.currentTarget.select()}
      {...rest}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(event.currentTarget.value.trim() === '' ? null : read(event.currentTarget.value))
      }}
      onBlur={() => {
        if (!unreadable) setText(shown(read(text), currency, language))
      }}
      error={unreadable ? t('common:amount.invalid') : error}
    />
  )
}
