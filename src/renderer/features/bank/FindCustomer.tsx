import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import type { FoundCustomer } from './useOpenItems.ts'

type Props = {
  label: string
  onFound: (customer: FoundCustomer) => void
  autoFocus?: boolean
  except?: readonly string[]
}

/** A customer found as one types: name, code or SIREN. */
export const FindCustomer = ({ label, onFound, autoFocus = false, except = [] }: Props) => {
  const t = useT()
  const [written, setWritten] = useState('')
  const [search] = useDebouncedValue(written.trim(), 60)
  const { data } = useQuery({
    ...api.customers.find.queryOptions({ input: { search, limit: 12 } }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  const found = (search === '' ? [] : (data?.customers ?? [])).filter(({ id }) => !except.includes(id))
  return (
    <Select
      label={label}
      placeholder={t('bank:find.placeholder')}
      searchable
      autoFocus={autoFocus}
      value={null}
      searchValue={written}
      onSearchChange={setWritten}
      // What matches is decided by the program's own search.
      filter={({ options }) => options}
      data={found.map(({ id, name, code, siren }) => ({
        value: id,
        label: [name, code, siren].filter(Boolean).join(' · '),
      }))}
      nothingFoundMessage={search !== '' && data ? t('bank:find.nothing') : undefined}
      // The first one found is what Enter takes, as in the palette: it came after the typing.
      onKeyDown={(event) => {
        const [first] = found
        if (event.key !== 'Enter' || !first || event.currentTarget.getAttribute('aria-activedescendant')) return
        event.preventDefault()
        onFound({ id: first.id, name: first.name })
      }}
      onChange={(id) => {
        const customer = found.find((one) => one.id === id)
        if (customer) onFound({ id: customer.id, name: customer.name })
      }}
    />
  )
}
