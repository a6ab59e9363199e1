import { type Procedure, procedures } from '../handovers/procedure.schema.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { RouteReason } from './claims.schema.ts'

/** In minor units of euros; since 1 January 2020 (CPCE R125-1). */
export const SMALL_CLAIM = 500_000
/** Above it a lawyer is needed before the commercial court (CPC 853), not for the request for an order to pay. */
export const LAWYER_FROM = 1_000_000
/** Above it the economic courts ask a contribution of claimants with 250 staff or more. */
export const CONTRIBUTION_FROM = 5_000_000

/** Cities whose commercial court is a tribunal des activités économiques, from 1 January 2025 for four years. */
export const ECONOMIC_COURTS: readonly string[] = [
  'Avignon',
  'Auxerre',
  'Le Havre',
  'Le Mans',
  'Limoges',
  'Lyon',
  'Marseille',
  'Nancy',
  'Nanterre',
  'Paris',
  'Saint-Brieuc',
  'Versailles',
]

const EU = new Set('AT BE BG CY CZ DE EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '))

const MERCHANT_FORMS = new Set(['SNC', 'SCS', 'SARL', 'EURL', 'SA', 'SAS', 'SASU', 'SCA'])
const OTHER_FORMS = new Set([
  'SCI',
  'SCP',
  'SCM',
  'SCEA',
  'GAEC',
  'EARL',
  'SELARL',
  'SELAS',
  'ASSOCIATION',
  'SYNDICAT',
  'MAIRIE',
  'COMMUNE',
])

export type Merchant = 'yes' | 'no' | 'unknown'

/**
 * Whether a company is a merchant by its form (C. com. L210-1), from the form or a name that bears it. A sole trader's
 * form does not tell.
 */
export const merchantByForm = (text: string): { form: string; merchant: Merchant } => {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\b(\p{Lu})\.(?=\p{Lu}|\b|\s|$)/gu, '$1')
    .toUpperCase()
    .split(/[^A-Z]+/)
  const form = words.find((word) => MERCHANT_FORMS.has(word) || OTHER_FORMS.has(word))
  if (!form) return { form: '', merchant: 'unknown' }
  return { form, merchant: MERCHANT_FORMS.has(form) ? 'yes' : 'no' }
}

const bare = (city: string): string =>
  city
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bcedex\b.*$/, '')
    .replace(/\b\d+(er?|e|eme)?\b/g, '')
    .replace(/[^a-z]+/g, ' ')
    .replace(/^st /, 'saint ')
    .trim()

export type Court = { kind: 'economic' | 'commercial' | 'civil'; city: string }

/** The court of the debtor's seat, public order for an order to pay (CPC 1406). Which city's it is, the user confirms. */
export const courtOf = (city: string, merchant: Merchant): Court => {
  const economic = ECONOMIC_COURTS.find((one) => bare(one) === bare(city))
  if (merchant === 'no') return { kind: 'civil', city }
  return economic ? { kind: 'economic', city: economic } : { kind: 'commercial', city }
}

type Reason = { code: RouteReason; details: Record<string, unknown> }

export type ClaimFacts = {
  /** Due and not disputed: principal and interest, then with fixed sums and costs. */
  principalAndInterest: Minor
  total: Minor
  disputed: Minor
  currency: string
  creditorCountry: string
  debtorCountry: string
  hasAddress: boolean
  creditor: Merchant
  debtor: Merchant
  court: Court['kind']
  insolvent: boolean
  /** The first day on which a part of it may be time-barred, by the cautious count; null when not known. */
  limitation: Day | null
  formalNoticeOn: Day | null
  missing: number
  /** The debtor spoke to us or promised since the formal notice: it exists and answers. */
  answers: boolean
  asOf: Day
  /** The day from which a limitation counts as near. */
  soon: Day
}

export type ProposedRoute = {
  procedure: Procedure
  state: 'open' | 'caution' | 'closed'
  reasons: Reason[]
  recommended: boolean
}

type When = (facts: ClaimFacts) => boolean
type Rule = {
  code: RouteReason
  of: readonly Procedure[]
  when: When
  details?: (facts: ClaimFacts) => Record<string, unknown>
}

const COURTS: readonly Procedure[] = [
  'payment-order',
  'uncontested',
  'small-claims',
  'summary',
  'trial',
  'european-order',
]
const HOME: readonly Procedure[] = ['payment-order', 'uncontested', 'small-claims']
const always: When = () => true
const abroad: When = ({ creditorCountry, debtorCountry }) => creditorCountry !== debtorCountry
const nothingClaimable: When = ({ total }) => total <= 0

const CLOSING: readonly Rule[] = [
  { code: 'insolvent', of: procedures, when: ({ insolvent }) => insolvent },
  {
    code: 'wholly-disputed',
    of: ['payment-order', 'uncontested', 'small-claims', 'summary', 'european-order'],
    when: (facts) => nothingClaimable(facts) && facts.disputed > 0,
  },
  { code: 'nothing-due', of: procedures, when: (facts) => nothingClaimable(facts) && facts.disputed <= 0 },
  {
    code: 'time-barred',
    of: COURTS,
    when: ({ limitation, asOf }) => limitation !== null && limitation < asOf,
    details: ({ limitation }) => ({ day: limitation }),
  },
  { code: 'debtor-abroad', of: HOME, when: abroad, details: ({ debtorCountry }) => ({ country: debtorCountry }) },
  { code: 'debtor-home', of: ['european-order'], when: (facts) => !abroad(facts) },
  {
    code: 'outside-eu',
    of: ['european-order'],
    when: (facts) =>
      abroad(facts) && !(EU.has(facts.debtorCountry) && EU.has(facts.creditorCountry) && facts.debtorCountry !== 'DK'),
  },
  { code: 'no-address', of: ['payment-order'], when: (facts) => !facts.hasAddress && !abroad(facts) },
  {
    code: 'above-limit',
    of: ['small-claims'],
    when: ({ principalAndInterest }) => principalAndInterest > SMALL_CLAIM,
    details: ({ currency }) => ({ amount: SMALL_CLAIM, currency }),
  },
  { code: 'not-merchants', of: ['uncontested'], when: ({ creditor, debtor }) => creditor === 'no' || debtor === 'no' },
]

const CAREFUL: readonly Rule[] = [
  {
    code: 'merchant-unknown',
    of: ['uncontested'],
    when: ({ creditor, debtor }) =>
      creditor !== 'no' && debtor !== 'no' && (creditor === 'unknown' || debtor === 'unknown'),
  },
  {
    code: 'merchants-excluded',
    of: ['small-claims'],
    when: ({ creditor, debtor }) => creditor !== 'no' && debtor !== 'no',
  },
  {
    code: 'partly-disputed',
    of: ['payment-order', 'uncontested', 'small-claims', 'summary', 'european-order'],
    when: (facts) => facts.disputed > 0 && !nothingClaimable(facts),
    details: ({ disputed, currency }) => ({ amount: disputed, currency }),
  },
  {
    code: 'limitation-near',
    of: COURTS,
    when: ({ limitation, asOf, soon }) => limitation !== null && limitation >= asOf && limitation <= soon,
    details: ({ limitation }) => ({ day: limitation }),
  },
  { code: 'no-formal-notice', of: COURTS, when: ({ formalNoticeOn }) => formalNoticeOn === null },
  {
    code: 'pieces-missing',
    of: COURTS,
    when: ({ missing }) => missing > 0,
    details: ({ missing }) => ({ count: missing }),
  },
]

const TELLING: readonly Rule[] = [
  { code: 'objection-trial', of: ['payment-order', 'european-order'], when: always },
  { code: 'objection-ends', of: ['uncontested'], when: always },
  { code: 'title-quick', of: ['uncontested'], when: always },
  { code: 'fee-unknown', of: ['uncontested'], when: always },
  { code: 'agreement-needed', of: ['small-claims'], when: always },
  { code: 'provisional', of: ['summary'], when: always },
  { code: 'hears-disputes', of: ['trial'], when: always },
  { code: 'registry-fee', of: ['payment-order'], when: ({ court }) => court !== 'civil' },
  {
    code: 'lawyer-needed',
    of: ['summary', 'trial'],
    when: ({ total }) => total > LAWYER_FROM,
    details: ({ currency }) => ({ amount: LAWYER_FROM, currency }),
  },
  {
    code: 'contribution',
    of: ['trial', 'summary'],
    when: ({ court, total }) => court === 'economic' && total > CONTRIBUTION_FROM,
    details: ({ currency }) => ({ amount: CONTRIBUTION_FROM, currency }),
  },
  { code: 'costs-creditor', of: ['agency', 'small-claims'], when: always },
  { code: 'no-title', of: ['agency'], when: always },
]

const reasonsOf = (rules: readonly Rule[], procedure: Procedure, facts: ClaimFacts): Reason[] =>
  rules
    .filter(({ of, when }) => of.includes(procedure) && when(facts))
    .map(({ code, details }) => ({ code, details: details?.(facts) ?? {} }))

/**
 * Choose the order to pay when no reaction is expected, summary proceedings when the debtor answers and the file is clean,
 * a trial where there is a real dispute (domain: what the file needs); the European order across a border.
 */
const PREFERRED: readonly { procedure: Procedure; when: When }[] = [
  { procedure: 'trial', when: (facts) => nothingClaimable(facts) && facts.disputed > 0 },
  { procedure: 'summary', when: ({ answers, disputed, missing }) => answers && disputed === 0 && missing === 0 },
  { procedure: 'payment-order', when: always },
  { procedure: 'european-order', when: always },
  { procedure: 'summary', when: always },
  { procedure: 'trial', when: always },
]

/** Every route with what closes it, what asks for care and what it means (domain: comparison of the routes). */
export const routesFor = (facts: ClaimFacts): ProposedRoute[] => {
  const routes = procedures.map((procedure): ProposedRoute => {
    const [closing, careful] = [reasonsOf(CLOSING, procedure, facts), reasonsOf(CAREFUL, procedure, facts)]
    return {
      procedure,
      state: closing.length > 0 ? 'closed' : careful.length > 0 ? 'caution' : 'open',
      // A closed route needs no further words.
      reasons: closing.length > 0 ? closing : [...careful, ...reasonsOf(TELLING, procedure, facts)],
      recommended: false,
    }
  })
  const open = new Set(routes.filter(({ state }) => state !== 'closed').map(({ procedure }) => procedure))
  const best = PREFERRED.find(({ procedure, when }) => open.has(procedure) && when(facts))?.procedure
  return routes.map((route) => ({ ...route, recommended: route.procedure === best }))
}
