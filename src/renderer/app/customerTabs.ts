import type { ComponentType } from 'react'
import type { Customer } from '../../main/core/customers/customers.contract.ts'
import { CustomerDisputes } from '../features/disputes/CustomerDisputes.tsx'
import { FinancialsTab } from '../features/financials/FinancialsTab.tsx'
import { CustomerPlans } from '../features/instalments/CustomerPlans.tsx'
import { CreditTab } from '../features/limits/sheet/CreditTab.tsx'
import { CustomerProofs } from '../features/proofs/CustomerProofs.tsx'
import { RatingsTab } from '../features/ratings/RatingsTab.tsx'
import type { TextKey } from './i18n.ts'

/** A tab of the page of a customer, between what it owes and its file. */
export type CustomerTab = {
  /** In the address: `?tab=plans`. */
  id: string
  labelKey: TextKey
  Tab: ComponentType<{ customer: Customer }>
}

export const customerTabs: CustomerTab[] = [
  { id: 'credit', labelKey: 'limits:tab', Tab: CreditTab },
  { id: 'statements', labelKey: 'financials:tab', Tab: FinancialsTab },
  { id: 'reports', labelKey: 'ratings:tab', Tab: RatingsTab },
  { id: 'plans', labelKey: 'instalments:tab', Tab: CustomerPlans },
  { id: 'disputes', labelKey: 'disputes:tab', Tab: CustomerDisputes },
  { id: 'documents', labelKey: 'proofs:tab', Tab: CustomerProofs },
]
