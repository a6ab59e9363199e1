import { Text, TextInput, type TextInputProps } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { groupsOfFour, ibanState } from './iban.ts'

type Props = Omit<TextInputProps, 'value' | 'onChange'> & { value: string; onChange: (iban: string) => void }

/** An IBAN in groups of four, checked while it is typed: what is still missing, or what is wrong. */
export const IbanInput = ({ value, onChange, ...rest }: Props) => {
  const t = useT()
  const [left, setLeft] = useState(value !== '')
  const state = ibanState(value)
  const wrong = state.is === 'wrong' || (state.is === 'typing' && left)
  const sentence = () => {
    switch (state.is) {
      case 'empty':
        return null
      case 'valid':
        return t('company:bank.valid')
      case 'typing':
        return t(left ? 'company:bank.problems.length' : 'company:bank.typing', {
          country: state.country,
          expected: state.expected,
          count: left ? state.length : state.expected - state.length,
        })
      case 'wrong':
        return t(`company:bank.problems.${state.problem}`, {
          country: state.country,
          expected: state.expected,
          count: state.length,
        })
    }
  }
  return (
    <div>
      <TextInput
        {...rest}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onFocus={() => setLeft(false)}
        onBlur={() => {
          setLeft(true)
          onChange(groupsOfFour(value))
        }}
        onChange={({ currentTarget: { value: text, selectionEnd } }) =>
          // Spaces put in before the caret would push it; they come once the field is left.
          onChange(selectionEnd === text.length ? groupsOfFour(text) : text)
        }
        error={wrong ? sentence() : undefined}
        rightSection={state.is === 'valid' ? <IconCheck size={16} color="var(--settled)" aria-hidden /> : null}
      />
      {!wrong && (
        <Text size="xs" mt={4} c={state.is === 'valid' ? 'var(--settled)' : 'dimmed'} aria-live="polite">
          {sentence()}
        </Text>
      )}
    </div>
  )
}
