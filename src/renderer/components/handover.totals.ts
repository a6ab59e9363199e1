import type { Handover } from '../../main/core/handovers/handovers.contract.ts'

/** Nothing is left to collect, in no currency. */
export const isPaid = ({ totals }: Pick<Handover, 'totals'>): boolean => totals.every(({ open }) => open <= 0)
