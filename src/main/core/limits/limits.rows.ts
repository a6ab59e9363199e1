import type { Cover } from './covers.schema.ts'
import type { Block, Limit } from './limits.contract.ts'
import type { CreditBlockTable, CreditLimitTable, CreditOverrideTable, InvoiceCoverTable } from './limits.table.ts'
import type { Override, RuleCode } from './verdict.schema.ts'

export const toLimit = (row: CreditLimitTable): Limit => ({
  id: row.id,
  customerId: row.customer_id,
  groupId: row.group_id,
  kind: row.kind,
  amount: row.amount,
  currency: row.currency,
  from: row.starts_on,
  until: row.ends_on,
  decidedBy: row.decided_by,
  decidedOn: row.decided_on,
  reason: row.reason,
  documentId: row.document_id,
  policyVersion: row.policy_version,
  reviewId: row.review_id,
  riskClass: row.risk_class,
  insurer: row.insurer,
  policyNumber: row.policy_number,
  coveredShare: row.covered_share,
  extensionDays: row.extension_days,
  noticeDays: row.notice_days,
  guarantor: row.guarantor,
})

export const toBlock = (row: CreditBlockTable): Block => ({
  id: row.id,
  from: row.starts_on,
  until: row.ends_on,
  reason: row.reason,
  by: row.blocked_by,
  liftedOn: row.lifted_on,
  liftedBy: row.lifted_by,
  liftedBecause: row.lifted_because,
})

export const toOverride = (row: CreditOverrideTable): Override => ({
  id: row.id,
  customerId: row.customer_id,
  orderNumber: row.order_number,
  amount: row.amount,
  codes: JSON.parse(row.codes) as RuleCode[],
  from: row.starts_on,
  until: row.ends_on,
  reason: row.reason,
  by: row.granted_by,
  policyVersion: row.policy_version,
})

export const toCover = (row: InvoiceCoverTable): Cover => ({
  itemId: row.item_id,
  limitId: row.limit_id,
  insurer: row.insurer,
  policyNumber: row.policy_number,
  coveredShare: row.covered_share,
  amount: row.amount,
  currency: row.currency,
  extensionDays: row.extension_days,
  noticeDays: row.notice_days,
  frozenOn: row.frozen_on,
  declaredOn: row.declared_on,
  declaredBy: row.declared_by,
  reference: row.declared_as,
})
