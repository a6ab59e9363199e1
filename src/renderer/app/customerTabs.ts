import type { ComponentType } from 'react'
import type { Customer, Position } from '../../main/core/customers/customers.contract.ts'
import { ChargesTab } from '../features/charges/ChargesTab.tsx'
import type { CustomerSearch } from '../features/customers/customers.search.ts'
import { CustomerFile } from '../features/customers/form/CustomerFile.tsx'
import { Situation } from '../features/customers/Situation.tsx'
import { CustomerDisputes } from '../features/disputes/CustomerDisputes.tsx'
import { FinancialsTab } from '../features/financials/FinancialsTab.tsx'
import { InsolvencyTab } from '../features/insolvency/InsolvencyTab.tsx'
import { CustomerPlans } from '../features/instalments/CustomerPlans.tsx'
import { CustomerLimitation } from '../features/limitation/CustomerLimitation.tsx'
import { CreditTab } from '../features/limits/sheet/CreditTab.tsx'
import { CustomerProofs } from '../features/proofs/CustomerProofs.tsx'
import { RatingsTab } from '../features/ratings/RatingsTab.tsx'
import { CustomerSpaces } from '../features/spaces/CustomerSpaces.tsx'
import { TalksTab } from '../features/talks/TalksTab.tsx'
import type { TextKey } from './i18n.ts'

/** The tabs of the page of a customer, first row; one with several entries shows them in a second row. */
export const customerTabGroups = ['account', 'credit', 'collection', 'file'] as const

/** What a tab may ask for; most need the customer alone. */
export type CustomerTabProps = {
  customer: Customer
  positions: Position[]
  effectiveTerms: string
  search: CustomerSearch
  change: (part: CustomerSearch) => void
}

export type CustomerTab = {
  /** In the address: `?tab=plans`. */
  id: string
  group: (typeof customerTabGroups)[number]
  labelKey: TextKey
  Tab: ComponentType<CustomerTabProps>
}

/** In the order shown; the first of all is where the page opens. */
export const customerTabs: [CustomerTab, ...CustomerTab[]] = [
  { id: 'situation', group: 'account', labelKey: 'customers:page.tabs.situation', Tab: Situation },
  { id: 'space', group: 'account', labelKey: 'spaces:customerTab', Tab: CustomerSpaces },
  { id: 'credit', group: 'credit', labelKey: 'limits:tab', Tab: CreditTab },
  { id: 'statements', group: 'credit', labelKey: 'financials:tab', Tab: FinancialsTab },
  { id: 'reports', group: 'credit', labelKey: 'ratings:tab', Tab: RatingsTab },
  { id: 'talks', group: 'collection', labelKey: 'talks:tab', Tab: TalksTab },
  { id: 'charges', group: 'collection', labelKey: 'charges:tab', Tab: ChargesTab },
  { id: 'plans', group: 'collection', labelKey: 'instalments:tab', Tab: CustomerPlans },
  { id: 'disputes', group: 'collection', labelKey: 'disputes:tab', Tab: CustomerDisputes },
  { id: 'limitation', group: 'collection', labelKey: 'limitation:customer.tab', Tab: CustomerLimitation },
  { id: 'file', group: 'file', labelKey: 'customers:page.tabs.file', Tab: CustomerFile },
  { id: 'documents', group: 'file', labelKey: 'proofs:tab', Tab: CustomerProofs },
  { id: 'insolvency', group: 'file', labelKey: 'insolvency:tab', Tab: InsolvencyTab },
]
