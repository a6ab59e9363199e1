import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DisputeRow } from '../../../main/core/disputes/disputes.contract.ts'
import { disputable } from '../../../main/core/disputes/disputes.rules.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { amountProblem, type DisputeDraft, DisputeFields } from './DisputeFields.tsx'
import { stillContested } from './dispute.amounts.ts'

const draftOf = ({ reason, amount, owner, deadline, description }: DisputeRow): DisputeDraft => ({
  reason,
  amount,
  owner,
  deadline,
  description,
})

/** Changes a dispute; what changed becomes one of its steps. */
export const EditDialog = ({ dispute, onClose }: { dispute: DisputeRow; onClose: () => void }) => {
  const t = useT()
  const [draft, setDraft] = useState(draftOf(dispute))
  const others = useQuery(
    api.disputes.list.queryOptions({ input: { itemId: dispute.itemId, show: 'open', limit: 1000 } }),
  ).data?.disputes.filter(({ id }) => id !== dispute.id)
  const elsewhere = (others ?? []).reduce((sum, other) => sum + stillContested(other), 0)
  // What it contests already may stay, though payments came in since.
  const available = Math.max(dispute.amount, disputable(dispute.itemOpen, elsewhere) + dispute.conceded)
  const update = useCommand(api.disputes.update.mutationOptions(), {
    done: t('disputes:form.saved'),
    undo: () =>
      client.disputes.update({
        id: dispute.id,
        reason: dispute.reason,
        amount: dispute.amount,
        owner: dispute.owner,
        deadline: dispute.deadline,
        description: dispute.description,
      }),
    onDone: onClose,
    quiet: true,
  })
  const { reason, amount } = draft
  return (
    <FormDialog
      title={t('disputes:form.edit', { number: dispute.itemNumber })}
      onClose={onClose}
      size={600}
      submit={t('disputes:form.save')}
      disabled={!reason || !amount || amount <= 0 || amountProblem(draft, available, dispute.conceded) !== null}
      pending={update.isPending}
      error={update.error}
      onSubmit={() => reason && amount && update.mutate({ ...draft, id: dispute.id, reason, amount })}
    >
      <DisputeFields
        draft={draft}
        change={(part) => setDraft({ ...draft, ...part })}
        currency={dispute.currency}
        available={available}
        conceded={dispute.conceded}
        openedOn={dispute.openedOn}
      />
    </FormDialog>
  )
}
