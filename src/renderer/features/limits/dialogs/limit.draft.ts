import type { Day } from '../../../../main/core/kernel/day.ts'
import type { Minor } from '../../../../main/core/kernel/money.ts'
import type { Limit, LimitInput, LimitKind } from '../../../../main/core/limits/limits.contract.ts'
import type { RiskClass } from '../../../../main/core/policy/credit-policy.schema.ts'

/** Whose limit is decided. */
export type Owner = { name: string } & ({ customerId: string } | { groupId: string })

/** A decision as it is being written. */
export type LimitDraft = {
  kind: LimitKind
  /** The limit is zero: told apart from one that is not written yet. */
  cashOnly: boolean
  amount: Minor | null
  from: Day | null
  until: Day | null
  reason: string
  riskClass: RiskClass | null
  documentId: string | null
  insurer: string
  policyNumber: string
  /** Percent. */
  coveredShare: number | null
  extensionDays: number | null
  noticeDays: number | null
  guarantor: string
}

/** An insurer's cover starts from the last one: what changes from year to year is its amount. */
export const draftOf = (today: Day, cover: Limit | null, guarantee: Limit | null): LimitDraft => ({
  kind: 'internal',
  cashOnly: false,
  amount: null,
  from: today,
  until: null,
  reason: '',
  riskClass: null,
  documentId: null,
  insurer: cover?.insurer ?? '',
  policyNumber: cover?.policyNumber ?? '',
  coveredShare: cover ? Number(cover.coveredShare) : 90,
  extensionDays: cover?.extensionDays ?? 0,
  noticeDays: cover?.noticeDays ?? 30,
  guarantor: guarantee?.guarantor ?? '',
})

/** Limits say what may be owed; covers and guarantees stand beside. */
export const isBase = (kind: LimitKind): boolean => kind === 'internal' || kind === 'temporary'

export const amountOf = ({ kind, cashOnly, amount }: LimitDraft): Minor | null =>
  isBase(kind) && cashOnly ? 0 : amount

/** The call that decides it; null while something is missing or cannot be. */
export const inputOf = (draft: LimitDraft, owner: Owner, riskClass: RiskClass | null): LimitInput | null => {
  const { kind, from, until, documentId, insurer, policyNumber, coveredShare, guarantor } = draft
  const amount = amountOf(draft)
  const reason = draft.reason.trim()
  if (amount === null || (amount === 0 && !draft.cashOnly) || from === null || reason === '') return null
  if (until !== null && until < from) return null
  const whose = 'customerId' in owner ? { customerId: owner.customerId } : { groupId: owner.groupId }
  const decided = { ...whose, amount, from, until, reason, documentId, reviewId: null, riskClass }
  if (kind === 'internal') return { ...decided, kind }
  if (kind === 'temporary') return until === null ? null : { ...decided, kind, until }
  if (kind === 'guarantee') return guarantor.trim() === '' ? null : { ...decided, kind, guarantor }
  const whole = insurer.trim() !== '' && policyNumber.trim() !== ''
  if (!whole || coveredShare === null || coveredShare <= 0 || coveredShare > 100) return null
  return {
    ...decided,
    kind,
    insurer,
    policyNumber,
    coveredShare: String(coveredShare),
    extensionDays: draft.extensionDays ?? 0,
    noticeDays: draft.noticeDays ?? 0,
  }
}

/** The call that ends a limit, a cover or a guarantee from a day on: it is a decision as well. */
export const endOf = (limit: Limit, from: Day, reason: string): LimitInput => {
  const { customerId, groupId, kind, currency, insurer, policyNumber, coveredShare, guarantor } = limit
  const whose = customerId !== null ? { customerId } : { groupId: groupId ?? '' }
  const decided = {
    ...whose,
    amount: null,
    currency,
    from,
    until: null,
    reason,
    documentId: null,
    reviewId: null,
    riskClass: limit.riskClass,
  }
  if (kind === 'temporary') return { ...decided, kind, until: from }
  if (kind === 'guarantee') return { ...decided, kind, guarantor }
  if (kind === 'internal') return { ...decided, kind }
  const { extensionDays, noticeDays } = limit
  return { ...decided, kind, insurer, policyNumber, coveredShare, extensionDays, noticeDays }
}
