import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { AboveAuthority } from '../../../components/credit/AboveAuthority.tsx'
import { FormDialog } from '../../../components/FormDialog.tsx'
import { LimitFields } from './LimitFields.tsx'
import { LimitNotes } from './LimitNotes.tsx'
import { amountOf, draftOf, inputOf, isBase, type LimitDraft, type Owner } from './limit.draft.ts'
import { useStanding } from './useStanding.ts'

type Props = { owner: Owner; onClose: () => void }

/** Decides a limit, a cover or a guarantee: one dated decision with its reason. */
export const LimitDialog = ({ owner, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const standing = useStanding(owner)
  const [changed, setChanged] = useState<Partial<LimitDraft>>({})
  const scorecard = useQuery({
    ...api.scorecards.get.queryOptions({ input: { customerId: 'customerId' in owner ? owner.customerId : '' } }),
    enabled: 'customerId' in owner,
  }).data
  const draft = { ...draftOf(today, standing.cover, standing.guarantee), ...changed }
  // The scorecard's class holds until another is chosen; a group has none.
  const riskClass = 'groupId' in owner ? null : (draft.riskClass ?? scorecard?.class ?? null)
  const input = inputOf(draft, owner, riskClass)
  const money = (amount: number) => format.money(amount, standing.currency)
  const set = useCommand(api.limits.set.mutationOptions(), {
    done: ({ limit, warnings, invoicesCovered }) => {
      const key = limit.amount === 0 ? 'cashOnly' : limit.kind
      const done = t(`limits:decide.done.${key}`, { name: owner.name, amount: money(limit.amount ?? 0) })
      const told = warnings.length > 0 ? ` ${t('limits:decide.doneBelow')}` : ''
      return invoicesCovered > 0
        ? `${done}${told} ${t('limits:decide.covered', { count: invoicesCovered })}`
        : `${done}${told}`
    },
    onDone: onClose,
    quiet: true,
  })
  const amount = amountOf(draft)
  const key = isBase(draft.kind) && draft.cashOnly ? 'cashOnly' : draft.kind
  return (
    <FormDialog
      title={t('limits:decide.title', { name: owner.name })}
      onClose={onClose}
      size={640}
      submit={
        amount === null ? t('limits:decide.submitEmpty') : t(`limits:decide.submit.${key}`, { amount: money(amount) })
      }
      disabled={input === null || !standing.ready}
      pending={set.isPending}
      error={set.error}
      onSubmit={() => input && set.mutate(input)}
    >
      <LimitFields
        owner={owner}
        draft={draft}
        change={(part) => setChanged({ ...changed, ...part })}
        currency={standing.currency}
        riskClass={riskClass}
        scorecard={scorecard ?? null}
      />
      {!set.error && <LimitNotes draft={draft} riskClass={riskClass} standing={standing} />}
      <AboveAuthority error={set.error} owner={owner} onClose={onClose} />
    </FormDialog>
  )
}
