import { Group, NumberInput, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLanguage } from '../../app/i18n.ts'

type Props = { label: string; value: string; onChange: (value: string) => void }

/** A rate in percent that figures are worked out with: taken when the field is left or Enter is pressed. */
export const PercentField = ({ label, value, onChange }: Props) => {
  const language = useLanguage()
  const [typed, setTyped] = useState<number | string>(Number(value))
  useEffect(() => setTyped(Number(value)), [value])
  const take = () => {
    if (typeof typed === 'number') onChange(String(typed))
    else setTyped(Number(value))
  }
  return (
    <Group gap={8} wrap="nowrap">
      <Text size="sm">{label}</Text>
      <NumberInput
        aria-label={label}
        w={76}
        hideControls
        suffix=" %"
        min={0}
        max={100}
        decimalScale={3}
        allowNegative={false}
        decimalSeparator={language === 'fr' ? ',' : '.'}
        value={typed}
        onChange={setTyped}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </Group>
  )
}
