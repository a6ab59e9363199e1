import { Kbd } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, useSpotlight } from '@mantine/spotlight'
import { IconBuilding, IconFileInvoice, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { fold } from '../../../main/core/kernel/text.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../format.ts'
import { type TextKey, useT } from '../i18n.ts'
import { useOffered } from '../navigation.ts'
import { keyName, useCurrentShortcuts } from '../shortcuts.ts'
import { chooseFirst, chooseOne, paletteStore } from './paletteStore.ts'
import { useCloseBook } from './useCloseBook.ts'

/** Ctrl+K: customers, screens and actions by a few letters. */
export const Palette = () => {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const closeBook = useCloseBook()
  const offered = useOffered()
  const shortcuts = useCurrentShortcuts()
  const [written, setWritten] = useState('')
  const [search] = useDebouncedValue(written.trim(), 60)
  const found = useQuery({
    ...api.customers.find.queryOptions({ input: { search, limit: 8 } }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  // A number is that of a document; searching all of them for a word would list those of its customers.
  const numbered = /\d/.test(search) && search.length >= 3
  const documents = useQuery({
    ...api.receivables.items.queryOptions({
      input: { search, show: 'all', sort: 'issued', descending: true, limit: 6 },
    }),
    enabled: numbered,
    placeholderData: keepPreviousData,
  })
  const wanted = fold(written)
  const matches = (labelKey: TextKey) => wanted === '' || fold(t(labelKey)).includes(wanted)

  const customers: SpotlightActionData[] =
    search === ''
      ? []
      : (found.data?.customers ?? []).map(({ id, code, name, siren }) => ({
          id,
          label: name,
          description: [code, siren].filter(Boolean).join(' · '),
          leftSection: <IconBuilding size={18} stroke={1.6} />,
          onClick: () => navigate({ to: '/customers/$id', params: { id } }),
        }))
  const items: SpotlightActionData[] = !numbered
    ? []
    : (documents.data?.items ?? []).map(({ id, number, customerId, customerName, amount, currency }) => ({
        id,
        label: number,
        description: `${customerName} · ${format.money(amount, currency)}`,
        leftSection: <IconFileInvoice size={18} stroke={1.6} />,
        onClick: () =>
          navigate({ to: '/receivables', search: { search: number, customer: customerId, show: 'all' as const } }),
      }))
  const screens: SpotlightActionData[] = offered.entries
    .filter(({ labelKey }) => matches(labelKey))
    .map(({ to, labelKey, icon: Icon }) => ({
      id: to,
      label: t(labelKey),
      leftSection: <Icon size={18} stroke={1.6} />,
      onClick: () => navigate({ to }),
    }))
  const actions: SpotlightActionData[] = [
    ...offered.actions.map((action) => ({
      id: action.id,
      labelKey: action.labelKey,
      icon: action.icon,
      run: 'to' in action ? () => navigate({ href: action.to }) : action.run,
    })),
    { id: 'book.close', labelKey: 'common:palette.closeBook' as const, icon: undefined, run: closeBook },
  ]
    .filter(({ labelKey }) => matches(labelKey))
    .map(({ id, labelKey, icon: Icon, run }) => ({
      id,
      label: t(labelKey),
      leftSection: Icon && <Icon size={18} stroke={1.6} />,
      onClick: () => void run(),
    }))
  // Keys of a kind, as the numbers of a list, need the list before one's eyes.
  const here: SpotlightActionData[] = shortcuts.flatMap(({ key, label, run }) =>
    typeof key !== 'string' || key === 'Escape' || (wanted !== '' && !fold(label).includes(wanted))
      ? []
      : {
          id: `key ${key}`,
          label,
          rightSection: <Kbd size="xs">{keyName(key, t)}</Kbd>,
          // The palette gives the focus back as it closes: what the action opens comes after.
          onClick: () => setTimeout(() => run(key)),
        },
  )
  const groups: SpotlightActionGroupData[] = [
    { group: t('common:palette.customers'), actions: customers },
    { group: t('common:palette.documents'), actions: items },
    { group: t('common:palette.screens'), actions: screens },
    { group: t('common:shortcuts.here'), actions: here },
    { group: t('common:palette.actions'), actions },
  ].filter((group) => group.actions.length > 0)

  const shown = groups.flatMap((group) => group.actions.map(({ id }) => id)).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are in the page, not in the props
  useEffect(chooseFirst, [shown])
  useSpotlight(paletteStore)
  useEffect(chooseOne)

  return (
    <Spotlight
      store={paletteStore}
      actions={groups}
      query={written}
      onQueryChange={setWritten}
      // What matches is decided here and by the program's own search.
      filter={(_query, all) => all}
      shortcut={['mod + K']}
      nothingFound={t('common:palette.nothing')}
      attributes={{ content: { 'aria-label': t('common:header.search') } }}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 0 }}
      maxHeight={460}
      scrollable
      searchProps={{
        // Whatever was drawn since, Enter opens the first row.
        onKeyDown: chooseOne,
        leftSection: <IconSearch size={18} stroke={1.6} />,
        placeholder: t('common:palette.placeholder'),
        'aria-label': t('common:palette.placeholder'),
      }}
    />
  )
}
