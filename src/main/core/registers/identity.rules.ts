import { isSiren } from '../customers/identifiers.rules.ts'

type Numbers = { siren: string; lei: string; vat: string }

/** The SIREN of a customer, or the one inside its French VAT number; empty without one. */
export const sirenOf = ({ siren, vat }: Pick<Numbers, 'siren' | 'vat'>): string => {
  const inside = vat.startsWith('FR') ? vat.slice(4) : ''
  return siren || (isSiren(inside) ? inside : '')
}

/** Whether a register can tell a customer from all others. */
export const isIdentified = (numbers: Numbers): boolean => sirenOf(numbers) !== '' || numbers.lei !== ''
