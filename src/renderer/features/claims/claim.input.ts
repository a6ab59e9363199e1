import type { HandoverDetail } from '../../../main/core/handovers/handovers.contract.ts'

/** What `handovers.update` takes, as the hand-over stands: a change names what differs. */
export const updateOf = ({ handover }: HandoverDetail) => ({
  id: handover.id,
  mandate: handover.mandate,
  procedure: handover.procedure,
  court: handover.court,
  debtorForm: handover.debtorForm,
  debtorRegistry: handover.debtorRegistry,
  account: handover.account,
})

export type TabProps = { detail: HandoverDetail; changeable: boolean }
