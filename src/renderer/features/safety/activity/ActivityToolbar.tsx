import { Button, Menu, Select, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, client } from '../../../api/client.ts'
import { saveFile } from '../../../api/download.ts'
import { useErrorToast } from '../../../api/useErrorToast.ts'
import { type TextKey, useLanguage, useT } from '../../../app/i18n.ts'
import { CustomerInput } from '../../../components/CustomerInput.tsx'
import { DayInput } from '../../../components/DayInput.tsx'
import { SearchField } from '../../../components/SearchField.tsx'
import { Toolbar } from '../../../components/Toolbar.tsx'
import type { SafetySearch } from '../safety.search.ts'
import { useCallWords } from './useCallWords.ts'

type Filters = Omit<Parameters<typeof client.audit.export>[0], 'format' | 'language'>
type Props = {
  search: SafetySearch
  change: (part: SafetySearch) => void
  filters: Filters
  users: readonly string[]
  calls: readonly string[]
  total: number | undefined
}

const sliceOf = (call: string) => call.split('.')[0] ?? call

/** Kinds of action, by slice in words: all of a slice, or one. */
const useKinds = (calls: readonly string[]) => {
  const t = useT()
  const words = useCallWords()
  return useMemo(() => {
    const slices = Map.groupBy(calls, sliceOf)
    return [...slices]
      .map(([slice, of]) => {
        const group = t(`safety:activity.slices.${slice}` as TextKey, { defaultValue: slice })
        const one = of.map((call) => ({ value: call, label: words(call) }))
        return {
          group,
          items: [{ value: slice, label: t('safety:activity.allOf', { slice: group }) }, ...one],
        }
      })
      .sort((a, b) => a.group.localeCompare(b.group))
  }, [calls, t, words])
}

export const ActivityToolbar = ({ search, change, filters, users, calls, total }: Props) => {
  const t = useT()
  const language = useLanguage()
  const failed = useErrorToast()
  const kinds = useKinds(calls)
  const { customer: id } = search
  const customer = useQuery({
    ...api.customers.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  }).data?.customer
  const save = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => client.audit.export({ ...filters, format, language }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  return (
    <Toolbar
      end={
        <>
          {total !== undefined && (
            <Text size="sm" c="dimmed" role="status">
              {t('safety:activity.count', { count: total })}
            </Text>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconDownload size={16} />} loading={save.isPending}>
                {t('safety:activity.export')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(['xlsx', 'csv'] as const).map((format) => (
                <Menu.Item key={format} onClick={() => save.mutate(format)}>
                  {t(`safety:activity.${format}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <SearchField
        w={170}
        aria-label={t('safety:activity.search')}
        placeholder={t('safety:activity.search')}
        value={search.search ?? ''}
        onChange={(text) => change({ search: text || undefined, entry: undefined })}
      />
      <CustomerInput
        key={customer?.id ?? 'nobody'}
        w={180}
        clearable
        aria-label={t('safety:activity.customer')}
        placeholder={t('safety:activity.everyCustomer')}
        value={customer ? { id: customer.id, name: customer.name } : null}
        onChange={(next) => change({ customer: next?.id, entry: undefined })}
      />
      <Select
        w={200}
        clearable
        searchable
        aria-label={t('safety:activity.kind')}
        placeholder={t('safety:activity.everyKind')}
        data={kinds}
        value={search.call ?? null}
        onChange={(call) => change({ call: call ?? undefined, entry: undefined })}
      />
      <Select
        w={146}
        clearable
        aria-label={t('safety:activity.user')}
        placeholder={t('safety:activity.everybody')}
        data={[...users]}
        value={search.user ?? null}
        onChange={(user) => change({ user: user ?? undefined, entry: undefined })}
      />
      {(['from', 'until'] as const).map((end) => (
        <DayInput
          key={end}
          w={116}
          clearable
          aria-label={t(`safety:activity.${end}`)}
          placeholder={t(`safety:activity.${end}`)}
          value={search[end] ?? null}
          onChange={(day) => change({ [end]: day ?? undefined, entry: undefined })}
        />
      ))}
    </Toolbar>
  )
}
