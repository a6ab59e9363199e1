import { Button, Group, Kbd } from '@mantine/core'
import { useState } from 'react'
import type { DisputeRow } from '../../../main/core/disputes/disputes.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { EditDialog } from './EditDialog.tsx'
import { TextDialog } from './TextDialog.tsx'

const whileOpen = { note: 'n', edit: 'e', close: 'c' } as const
const onceClosed = { note: 'n', reopen: 'r' } as const
/** All that was contested was given up: nothing is left to contest again. */
const givenUp = { note: 'n' } as const
type Doing = keyof typeof whileOpen | keyof typeof onceClosed

const keysOf = ({ closedOn, conceded, amount }: DisputeRow): Partial<Record<Doing, string>> => {
  if (!closedOn) return whileOpen
  return conceded < amount ? onceClosed : givenUp
}

/** What can be done about a dispute, each with its key. */
export const DisputeActions = ({ dispute }: { dispute: DisputeRow }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const [doing, setDoing] = useState<Doing | null>(null)
  const actions = Object.entries(keysOf(dispute)) as [Doing, string][]
  useShortcuts(
    readOnly ? [] : actions.map(([what, key]) => ({ key, label: t(`disputes:do.${what}`), run: () => setDoing(what) })),
  )
  if (readOnly) return null
  const leave = () => setDoing(null)
  return (
    <Group gap="xs">
      {actions.map(([what, key]) => (
        <Button
          key={what}
          variant={what === 'close' ? 'filled' : 'default'}
          size="compact-md"
          fz="sm"
          rightSection={<Kbd size="xs">{key}</Kbd>}
          onClick={() => setDoing(what)}
        >
          {t(`disputes:do.${what}`)}
        </Button>
      ))}
      {(doing === 'note' || doing === 'reopen') && <TextDialog what={doing} dispute={dispute} onClose={leave} />}
      {doing === 'edit' && <EditDialog dispute={dispute} onClose={leave} />}
      {doing === 'close' && <CloseDialog dispute={dispute} onClose={leave} />}
    </Group>
  )
}
