import type { ActKind, Regime, RegimeCode } from './limitations.contract.ts'

/**
 * How long claims live, in months, with their law (domain 1.7). An out-of-court demand interrupts in Spain (Código civil
 * 1973), not in France (Cass. com. 18 May 2022, 20-23.204).
 */
const SHIPPED: Record<Exclude<RegimeCode, 'other'>, Omit<Regime, 'code'>> = {
  commercial: { months: 60, law: 'C. com. L110-4', demandCounts: false },
  professional: { months: 60, law: 'C. civ. 2224', demandCounts: false },
  carriage: { months: 12, law: 'C. com. L133-6', demandCounts: false },
  supplies: { months: 12, law: 'C. com. L110-4 II', demandCounts: false },
  consumer: { months: 24, law: 'C. consom. L218-2', demandCounts: false },
  spain: { months: 60, law: 'Código civil 1964, 1973', demandCounts: true },
}

export const shippedRegimes: readonly Regime[] = Object.entries(SHIPPED).map(([code, regime]) => ({
  code: code as RegimeCode,
  ...regime,
}))

/** The rule of claims between traders, where nothing else is set. */
export const DEFAULT_REGIME: Regime = { code: 'commercial', ...SHIPPED.commercial }

export const regimeOf = (set: { regime: RegimeCode; months: number | null; law: string }): Regime =>
  set.regime === 'other'
    ? { code: 'other', months: set.months ?? DEFAULT_REGIME.months, law: set.law, demandCounts: false }
    : { code: set.regime, ...SHIPPED[set.regime] }

/**
 * `restarts`: a new period as long as the first (C. civ. 2231); `suspends`: the days do not count (2230). `lasts`: from its
 * day to its end, a judgment or the closing of the procedure. `written`: it needs a document or a reference.
 */
export type Meaning = { effect: 'restarts' | 'suspends'; lasts: boolean; written: boolean; law: string }

export const ACTS: Record<ActKind, Meaning> = {
  acknowledgement: { effect: 'restarts', lasts: false, written: true, law: 'C. civ. 2240' },
  'time-request': { effect: 'restarts', lasts: false, written: true, law: 'C. civ. 2240' },
  'part-payment': { effect: 'restarts', lasts: false, written: false, law: 'C. civ. 2240' },
  plan: { effect: 'restarts', lasts: false, written: true, law: 'C. civ. 2240' },
  'court-claim': { effect: 'restarts', lasts: true, written: false, law: 'C. civ. 2241, 2242' },
  'order-served': { effect: 'restarts', lasts: false, written: false, law: 'C. civ. 2241' },
  enforcement: { effect: 'restarts', lasts: false, written: false, law: 'C. civ. 2244' },
  declaration: { effect: 'restarts', lasts: true, written: false, law: 'C. com. L622-25-1' },
  demand: { effect: 'restarts', lasts: false, written: true, law: 'Código civil 1973' },
  'small-claims': { effect: 'suspends', lasts: true, written: false, law: 'C. civ. 2238' },
  mediation: { effect: 'suspends', lasts: true, written: false, law: 'C. civ. 2238' },
}
