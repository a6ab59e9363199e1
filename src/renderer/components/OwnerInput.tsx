import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { useT } from '../app/i18n.ts'

type Props = Omit<AutocompleteProps, 'data' | 'value' | 'onChange'> & {
  value: string
  onChange: (owner: string) => void
}

/** Who looks after something: people of the book and those named before are offered, anyone may be typed. */
export const OwnerInput = (props: Props) => {
  const t = useT()
  const owners = useQuery(api.disputes.owners.queryOptions({ input: {} })).data?.owners ?? []
  const names = useQuery(api.people.names.queryOptions({ input: {} })).data?.names ?? []
  return (
    <Autocomplete
      size="sm"
      label={t('common:owner')}
      maxLength={100}
      data={[...new Set([...names, ...owners])]}
      {...props}
    />
  )
}
