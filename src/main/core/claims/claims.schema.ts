/**
 * What a payment goes to first, the rest following:
 * - `principal-first`: principal, interest, costs: the practice of ledgers, when the creditor consents
 * - `interest-first`: interest, principal, costs: the law's own order (C. civ. 1343-1)
 * - `costs-first`: costs, interest, principal: recovery costs are accessories of the debt (Cass. civ. 1, 92-14.216)
 */
export const imputations = ['principal-first', 'interest-first', 'costs-first'] as const
export type Imputation = (typeof imputations)[number]

/** In the order in which a file lists them: what is claimed, what it rests on, what was asked, what was answered. */
export const pieceKinds = [
  'account',
  'identity',
  'terms',
  'order',
  'delivery',
  'invoice',
  'acknowledgement',
  'plan',
  'letter',
  'receipt',
  'correspondence',
  'log',
  'procedure',
  'guarantee',
  'other',
] as const
export type PieceKind = (typeof pieceKinds)[number]

/** Why a route is closed, asks for care, or what it means. */
export const routeReasons = [
  'insolvent',
  'nothing-due',
  'time-barred',
  'debtor-abroad',
  'debtor-home',
  'outside-eu',
  'no-address',
  'wholly-disputed',
  'above-limit',
  'not-merchants',
  'merchant-unknown',
  'merchants-excluded',
  'partly-disputed',
  'limitation-near',
  'no-formal-notice',
  'pieces-missing',
  'lawyer-needed',
  'contribution',
  'registry-fee',
  'fee-unknown',
  'costs-creditor',
  'objection-trial',
  'objection-ends',
  'agreement-needed',
  'title-quick',
  'provisional',
  'hears-disputes',
  'no-title',
] as const
export type RouteReason = (typeof routeReasons)[number]
