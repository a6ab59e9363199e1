import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Day, maxDay } from '../../../main/core/kernel/day.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import type { ActionProps } from '../../app/items.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import classes from './deliveries.module.css'

type Dates = { deliveredOn: Day | null; sentOn: Day | null }

/** Of one invoice its days as they are known; of several, only what is written changes. */
export const DatesAction = ({ target, onClose }: ActionProps) => {
  const [item] = target.items
  if (!item) return null
  return target.items.length === 1 ? (
    <OfOne item={item} onClose={onClose} />
  ) : (
    <DatesDialog items={target.items} onClose={onClose} />
  )
}

const OfOne = ({ item, onClose }: { item: ItemRow; onClose: ActionProps['onClose'] }) => {
  const { data } = useQuery(api.deliveries.dates.queryOptions({ input: { itemId: item.id } }))
  return data ? <DatesDialog items={[item]} known={data} onClose={onClose} /> : null
}

type Props = { items: readonly ItemRow[]; known?: Dates; onClose: ActionProps['onClose'] }

/** Says when the goods of invoices were delivered and when the invoices left. */
export const DatesDialog = ({ items, known, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const [deliveredOn, setDeliveredOn] = useState(known?.deliveredOn ?? null)
  const [sentOn, setSentOn] = useState(known?.sentOn ?? null)
  const itemIds = items.map(({ id }) => id)
  const set = useCommand(api.deliveries.setDates.mutationOptions(), {
    done: ({ changed }) =>
      changed > 0 ? t('deliveries:action.done', { count: changed }) : t('deliveries:action.doneNone'),
    ...(known && { undo: () => client.deliveries.setDates({ itemIds, ...onlyDays(known) }) }),
    onDone: () => onClose(true),
    quiet: true,
  })
  const hint = t(known ? 'deliveries:action.clear' : 'deliveries:action.keep')
  const lastIssued = items.map(({ issued }) => issued).reduce(maxDay)
  return (
    <FormDialog
      title={t('deliveries:action.title', { count: items.length, numbers: items[0]?.number })}
      onClose={onClose}
      submit={t('deliveries:action.submit')}
      disabled={!known && deliveredOn === null && sentOn === null}
      pending={set.isPending}
      error={set.error}
      onSubmit={() =>
        set.mutate({
          itemIds,
          ...((known || deliveredOn) && { deliveredOn }),
          ...((known || sentOn) && { sentOn }),
        })
      }
    >
      <div className={classes.two}>
        <DayInput
          data-autofocus
          w="100%"
          clearable
          maxDate={today}
          label={t('deliveries:action.delivered')}
          description={hint}
          value={deliveredOn}
          onChange={setDeliveredOn}
        />
        <DayInput
          w="100%"
          clearable
          minDate={lastIssued}
          maxDate={today}
          label={t('deliveries:action.sent')}
          description={hint}
          value={sentOn}
          onChange={setSentOn}
        />
      </div>
    </FormDialog>
  )
}

const onlyDays = ({ deliveredOn, sentOn }: Dates): Dates => ({ deliveredOn, sentOn })
