import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'

export type NamedCustomer = { id: string; name: string }

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchable'> & {
  value: NamedCustomer | null
  onChange: (customer: NamedCustomer | null) => void
}

/** A customer, found as one types its code, name or SIREN. */
export const CustomerInput = ({ value, onChange, ...rest }: Props) => {
  const [typed, setTyped] = useState(value?.name ?? '')
  const [search] = useDebouncedValue(typed, 120)
  const found = useQuery({
    ...api.customers.find.queryOptions({ input: { search: search === value?.name ? '' : search, limit: 12 } }),
    placeholderData: keepPreviousData,
  })
  const customers = found.data?.customers ?? []
  const options = customers.map(({ id, code, name }) => ({ value: id, label: name, code }))
  // The one chosen stays among them whatever is being typed.
  const data =
    value && !options.some((one) => one.value === value.id)
      ? [{ value: value.id, label: value.name, code: '' }, ...options]
      : options
  return (
    <Select
      allowDeselect={false}
      {...rest}
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      // The program has found them already, by code and SIREN as well.
      filter={({ options: all }) => all}
      data={data}
      renderOption={({ option }) => {
        const { code } = option as { code?: string }
        return code ? `${option.label} (${code})` : option.label
      }}
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id, option) => onChange(id && option ? { id, name: option.label } : null)}
    />
  )
}
