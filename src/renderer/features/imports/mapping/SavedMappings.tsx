import { ActionIcon, Group, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import type { Draft } from './draft.ts'
import { saveMapping } from './saveMapping.ts'

type Props = { saved: readonly Draft[]; onChoose: (mapping: Draft) => void }

/** Mappings saved under a name; nothing while there are none. */
export const SavedMappings = ({ saved, onChoose }: Props) => {
  const t = useT()
  const [chosen, setChosen] = useState<string | null>(null)
  const mapping = saved.find(({ name }) => name === chosen)
  const remove = useCommand(api.imports.removeMapping.mutationOptions(), {
    done: (_, { name }) => t('imports:mapping.forgotten', { name }),
    undo: () => (mapping ? saveMapping(mapping) : Promise.resolve()),
    onDone: () => setChosen(null),
  })
  if (saved.length === 0) return null
  return (
    <Group gap={4} align="flex-end" wrap="nowrap">
      <Select
        label={t('imports:mapping.useSaved')}
        placeholder={t('imports:mapping.saved')}
        w={240}
        data={saved.map(({ name }) => name)}
        value={chosen}
        onChange={(name) => {
          setChosen(name)
          const found = saved.find((one) => one.name === name)
          if (found) onChoose(found)
        }}
      />
      {mapping && (
        <ActionIcon
          size={36}
          aria-label={t('imports:mapping.forget', { name: mapping.name })}
          onClick={() => remove.mutate({ name: mapping.name })}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  )
}
