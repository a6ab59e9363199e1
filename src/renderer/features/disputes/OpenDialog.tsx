import { Text } from '@mantine/core'
import { useState } from 'react'
import { disputable } from '../../../main/core/disputes/disputes.rules.ts'
import { addDays, type Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { ActionProps } from '../../app/items.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { useReasons } from '../../components/useReasons.ts'
import { amountProblem, type DisputeDraft, DisputeFields } from './DisputeFields.tsx'

/** Records that an item is contested, in whole or in part. */
export const OpenDialog = ({ target, onClose }: ActionProps) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { days } = useReasons()
  const [item] = target.items
  const available = item ? disputable(item.open, item.disputed) : 0
  const [openedOn, setOpenedOn] = useState<Day | null>(today)
  // Until it is chosen, the deadline follows the day of the dispute.
  const [chosen, setChosen] = useState<{ deadline: Day | null } | null>(null)
  const [draft, setDraft] = useState<DisputeDraft>({
    reason: null,
    amount: available,
    owner: '',
    deadline: null,
    description: '',
  })
  const open = useCommand(api.disputes.open.mutationOptions(), {
    done: t('disputes:form.done', { number: item?.number }),
    onDone: () => onClose(true),
    quiet: true,
  })
  if (!item) return null
  const deadline = chosen ? chosen.deadline : days === undefined ? null : addDays(openedOn ?? today, days)
  const { reason, amount, owner, description } = draft
  const rest = available - (amount ?? 0)
  return (
    <FormDialog
      title={t('disputes:form.title', { number: item.number, name: item.customerName })}
      onClose={onClose}
      size={600}
      submit={t('disputes:form.submit', { amount: format.money(amount ?? 0, item.currency) })}
      disabled={!reason || !amount || amount <= 0 || !openedOn || amountProblem(draft, available) !== null}
      pending={open.isPending}
      error={open.error}
      onSubmit={() =>
        reason &&
        amount &&
        openedOn &&
        open.mutate({ itemId: item.id, openedOn, reason, amount, owner, deadline, description })
      }
    >
      <DisputeFields
        draft={{ ...draft, deadline }}
        change={(part) => {
          if (part.deadline !== undefined) setChosen({ deadline: part.deadline })
          else setDraft({ ...draft, ...part })
        }}
        currency={item.currency}
        available={available}
        openedOn={openedOn ?? today}
        onOpenedOn={setOpenedOn}
        earliest={item.booked}
        latest={today}
      />
      {amount !== null && rest >= 0 && (
        <Text size="sm" role="status">
          {rest === 0 ? t('disputes:form.whole') : t('disputes:form.part', { rest: format.money(rest, item.currency) })}
        </Text>
      )}
    </FormDialog>
  )
}
