import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { itemActions } from '../../app/items.ts'
import { FormDialog } from '../FormDialog.tsx'
import { targetOf } from '../items/target.ts'
import { draftOf, type OutcomeProps } from './record.draft.ts'

const MOST = 200
const opening = itemActions.find(({ id }) => id === 'disputes.open')

/** Which invoice is contested, then the dispute itself, then the talk that told of it. */
export const DisputeStep = (props: OutcomeProps) => {
  const { sheet, items, seconds, onClose, onDone } = props
  const t = useT()
  const format = useFormat()
  // The largest is the likeliest; rests of a few cents stand at the end.
  const choices = (items.length > 0 ? items : sheet.expected).toSorted((a, b) => b.open - a.open)
  const [chosen, setChosen] = useState<string | null>(choices[0]?.itemId ?? null)
  const [told, setTold] = useState(choices.length === 1)
  const { customerId, asOf, name } = sheet
  const { data } = useQuery(
    api.receivables.items.queryOptions({ input: { asOf, customerId, show: 'open', limit: MOST } }),
  )
  const item = data?.items.find(({ id }) => id === chosen)
  const record = useCommand(
    {
      mutationKey: ['calls', 'record'],
      mutationFn: async (itemId: string) => {
        const { disputes } = await client.disputes.list({ itemId, show: 'open', descending: false, limit: 1 })
        const { contact, doneTaskIds } = draftOf(props)
        return client.calls.record({
          customerId,
          outcome: 'dispute',
          contact,
          seconds,
          itemIds: [itemId],
          disputeId: disputes[0]?.id ?? null,
          doneTaskIds: [...doneTaskIds],
        })
      },
    },
    {
      done: ({ next }) => t('talks:record.done', { kind: t(`talks:task.${next.kind}`), day: format.day(next.day) }),
      onDone: () => {
        onClose()
        onDone()
      },
      toast: 'worklist',
    },
  )
  if (told && item && opening && 'Dialog' in opening) {
    const { Dialog } = opening
    return <Dialog target={targetOf([item])} onClose={(done) => (done ? record.mutate(item.id) : onClose())} />
  }
  if (told && !data) return null
  return (
    <FormDialog
      title={t('talks:record.title.dispute', { name })}
      onClose={onClose}
      submit={t('talks:record.submit.dispute')}
      disabled={!item}
      onSubmit={() => setTold(true)}
    >
      <Select
        data-autofocus
        searchable
        openOnFocus={false}
        allowDeselect={false}
        label={t('talks:record.item')}
        data={choices.map(({ itemId, number, open, currency }) => ({
          value: itemId,
          label: `${number}, ${format.money(open, currency)}`,
        }))}
        value={chosen}
        onChange={setChosen}
      />
    </FormDialog>
  )
}
