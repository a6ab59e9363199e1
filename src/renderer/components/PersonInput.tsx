import { Autocomplete, TextInput, type TextInputProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'

type Props = Pick<TextInputProps, 'size' | 'miw' | 'aria-label'> & { value: string; onChange: (name: string) => void }

/** Somebody's name: those who work in the book are offered, any other may be typed. */
export const PersonInput = ({ onChange, ...props }: Props) => {
  const names = useQuery(api.people.names.queryOptions({ input: {} })).data?.names ?? []
  if (names.length === 0)
    return <TextInput maxLength={100} {...props} onChange={(event) => onChange(event.currentTarget.value)} />
  return <Autocomplete maxLength={100} data={names} {...props} onChange={onChange} />
}
