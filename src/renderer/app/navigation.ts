import type { Icon } from '@tabler/icons-react'
import type { Permission } from '../../main/core/kernel/contract.ts'
import { aboutNavigation } from '../features/about/about.navigation.ts'
import { alertsNavigation } from '../features/alerts/alerts.navigation.ts'
import { answersNavigation } from '../features/answers/answers.navigation.ts'
import { applicationsNavigation } from '../features/applications/applications.navigation.ts'
import { bankNavigation } from '../features/bank/bank.navigation.ts'
import { companyNavigation } from '../features/company/company.navigation.ts'
import { confirmationsNavigation } from '../features/confirmations/confirmations.navigation.ts'
import { customersNavigation } from '../features/customers/customers.navigation.ts'
import { dashboardNavigation } from '../features/dashboard/dashboard.navigation.ts'
import { deliveriesNavigation } from '../features/deliveries/deliveries.navigation.ts'
import { disputesNavigation } from '../features/disputes/disputes.navigation.ts'
import { dunningNavigation } from '../features/dunning/dunning.navigation.ts'
import { exchangeNavigation } from '../features/exchange/exchange.navigation.ts'
import { figuresNavigation } from '../features/figures/figures.navigation.ts'
import { forecastsNavigation } from '../features/forecasts/forecasts.navigation.ts'
import { helpNavigation } from '../features/help/help.navigation.ts'
import { importsNavigation } from '../features/imports/imports.navigation.ts'
import { instalmentsNavigation } from '../features/instalments/instalments.navigation.ts'
import { limitationNavigation } from '../features/limitation/limitation.navigation.ts'
import { limitsNavigation } from '../features/limits/limits.navigation.ts'
import { lossesNavigation } from '../features/losses/losses.navigation.ts'
import { mailNavigation } from '../features/mail/mail.navigation.ts'
import { ordersNavigation } from '../features/orders/orders.navigation.ts'
import { policyNavigation } from '../features/policy/policy.navigation.ts'
import { postingsNavigation } from '../features/postings/postings.navigation.ts'
import { preferencesNavigation } from '../features/preferences/preferences.navigation.ts'
import { proofsNavigation } from '../features/proofs/proofs.navigation.ts'
import { provisionsNavigation } from '../features/provisions/provisions.navigation.ts'
import { receivablesNavigation } from '../features/receivables/receivables.navigation.ts'
import { registersNavigation } from '../features/registers/registers.navigation.ts'
import { reportsNavigation } from '../features/reports/reports.navigation.ts'
import { reviewsNavigation } from '../features/reviews/reviews.navigation.ts'
import { safetyNavigation } from '../features/safety/safety.navigation.ts'
import { spacesNavigation } from '../features/spaces/spaces.navigation.ts'
import { statementsNavigation } from '../features/statements/statements.navigation.ts'
import { worklistNavigation } from '../features/worklist/worklist.navigation.ts'
import { writeoffsNavigation } from '../features/writeoffs/writeoffs.navigation.ts'
import type { TextKey } from './i18n.ts'
import { useMayAny } from './people/usePeople.ts'

/** An entry of the left navigation. */
export type NavEntry = {
  /** Address of a screen; the entry is lit on it and on all below it. */
  to: string
  icon: Icon
  labelKey: TextKey
  /** 5 today, 10 customers, 20 receivables, 30 reminders, 32 credit, 34 disputes, 36 bank, 38 documents, 40 imports; 80 and up stand below the line, among the settings. */
  order: number
  /** Who may do one of these sees it; everybody where there is none. */
  needs?: readonly Permission[]
  /** Work waiting there; called as a hook. */
  useCount?: () => number | undefined
}

/** An action that the command palette offers beside the screens: an address to go to, or something to do. */
export type PaletteAction = { id: string; labelKey: TextKey; icon?: Icon; needs?: readonly Permission[] } & (
  | { to: string }
  | { run: () => void }
)

/** What a feature shows of itself in the frame. */
export type FeatureNavigation = { entries: NavEntry[]; actions: PaletteAction[] }

const features: FeatureNavigation[] = [
  worklistNavigation,
  customersNavigation,
  receivablesNavigation,
  instalmentsNavigation,
  exchangeNavigation,
  statementsNavigation,
  spacesNavigation,
  confirmationsNavigation,
  answersNavigation,
  dunningNavigation,
  writeoffsNavigation,
  limitationNavigation,
  mailNavigation,
  postingsNavigation,
  reviewsNavigation,
  alertsNavigation,
  disputesNavigation,
  applicationsNavigation,
  ordersNavigation,
  lossesNavigation,
  bankNavigation,
  dashboardNavigation,
  figuresNavigation,
  forecastsNavigation,
  reportsNavigation,
  provisionsNavigation,
  proofsNavigation,
  deliveriesNavigation,
  registersNavigation,
  limitsNavigation,
  importsNavigation,
  policyNavigation,
  companyNavigation,
  safetyNavigation,
  preferencesNavigation,
  helpNavigation,
  aboutNavigation,
]

export const navEntries = features.flatMap(({ entries }) => entries).sort((a, b) => a.order - b.order)
export const paletteActions = features.flatMap(({ actions }) => actions)

/** What of the frame whoever is signed in may use. */
export const useOffered = () => {
  const may = useMayAny()
  const offered = <Entry extends { needs?: readonly Permission[] }>(entries: readonly Entry[]) =>
    entries.filter(({ needs }) => !needs || needs.some(may))
  return { entries: offered(navEntries), actions: offered(paletteActions) }
}
