import { TextInput, type TextInputProps } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

type Props = Omit<TextInputProps, 'value' | 'onChange'> & { value: string; onChange: (text: string) => void }

/** Follows the typing at once and tells the list when it pauses; `/` reaches it. */
export const SearchField = ({ value, onChange, ...rest }: Props) => {
  const [text, setText] = useState(value)
  // What was told comes back as the value, maybe after more was typed.
  const told = useRef(value)
  const tell = useDebouncedCallback((written: string) => {
    told.current = written
    onChange(written)
  }, 150)
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setText(value)
  }, [value])
  return (
    <TextInput
      type="search"
      data-search
      leftSection={<IconSearch size={16} aria-hidden />}
      {...rest}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        tell(event.currentTarget.value)
      }}
    />
  )
}
