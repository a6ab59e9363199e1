import { Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../app/i18n.ts'
import { PassphraseInput } from '../../../components/PassphraseInput.tsx'
import { useStrength } from './useStrength.ts'

type Props = {
  /** Empty until it is strong enough and was typed twice alike. */
  onChange: (passphrase: string) => void
  autoFocus?: boolean
}

/** A passphrase to be, typed twice, with how long it would withstand. */
export const NewPassphrase = ({ onChange, autoFocus = false }: Props) => {
  const t = useT()
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  return (
    <>
      <PassphraseInput
        label={t('safety:passphrase.new.label')}
        description={t('safety:passphrase.new.about')}
        value={next}
        isNew
        autoFocus={autoFocus}
        onChange={(value) => {
          setNext(value)
          onChange(value === again ? value : '')
        }}
      />
      <Strength passphrase={next} />
      <PassphraseInput
        label={t('safety:passphrase.new.again')}
        value={again}
        isNew
        error={again !== '' && next !== again && t('safety:passphrase.new.differs')}
        onChange={(value) => {
          setAgain(value)
          onChange(next === value ? value : '')
        }}
      />
    </>
  )
}

const Strength = ({ passphrase }: { passphrase: string }) => {
  const t = useT()
  const strength = useStrength(passphrase)
  const words = strength
    ? strength.weakness
      ? t(`safety:passphrase.weakness.${strength.weakness}`)
      : t(`safety:passphrase.strong.${strength.score >= 4 ? 'very' : 'enough'}`)
    : t(passphrase === '' ? 'safety:passphrase.strong.none' : 'safety:passphrase.strong.judging')
  return (
    <Stack gap={4}>
      <Progress
        value={strength ? (strength.score + 1) * 20 : 0}
        color={strength?.enough ? 'green' : 'orange'}
        aria-label={t('safety:passphrase.strength')}
      />
      <Text size="sm" role="status" c={strength && !strength.enough ? 'var(--late)' : 'dimmed'}>
        {words}
      </Text>
    </Stack>
  )
}
