import {
  frenchVatOf,
  isLei,
  isSiren,
  isSiret,
  normaliseIdentifier,
  vatProblem,
} from '../../../../main/core/customers/identifiers.rules.ts'

type Numbers = { siren: string; siret: string; vatNumber: string; lei: string; country: string }

/** What can be said of a number without asking anybody: that it is plausible, never that it is registered. */
export type IdentityCheck = {
  number: 'siren' | 'siret' | 'vat' | 'lei'
  state: 'holds' | 'wrong' | 'missing'
  /** What the check rests on, or what it misses. */
  reason: 'luhn' | 'laPoste' | 'otherSiren' | 'mod97' | 'vatKey' | 'vatFormat' | 'vatDiffers' | 'none'
  /** The number that would go with the SIREN. */
  expected: string
}

const LA_POSTE = '356000000'

const check = (
  number: IdentityCheck['number'],
  state: IdentityCheck['state'],
  reason: IdentityCheck['reason'],
  expected = '',
): IdentityCheck => ({ number, state, reason, expected })

const sirenCheckOf = (siren: string): IdentityCheck =>
  siren === '' ? check('siren', 'missing', 'none') : check('siren', isSiren(siren) ? 'holds' : 'wrong', 'luhn')

const siretCheckOf = (siret: string, siren: string): IdentityCheck => {
  if (siret === '') return check('siret', 'missing', 'none')
  if (siren !== '' && !siret.startsWith(siren)) return check('siret', 'wrong', 'otherSiren')
  return check('siret', isSiret(siret) ? 'holds' : 'wrong', siret.startsWith(LA_POSTE) ? 'laPoste' : 'luhn')
}

const vatCheckOf = ({ vatNumber, country }: Numbers, siren: string): IdentityCheck => {
  const vat = normaliseIdentifier(vatNumber)
  const expected = country === 'FR' && isSiren(siren) ? frenchVatOf(siren) : ''
  if (vat === '') return check('vat', 'missing', 'none', expected)
  if (vatProblem(country, vat) !== null)
    return check('vat', 'wrong', country === 'FR' ? 'vatKey' : 'vatFormat', expected)
  const inside = vat.startsWith('FR') ? vat.slice(4) : ''
  if (inside !== '' && isSiren(siren) && inside !== siren && !inside.startsWith('000'))
    return check('vat', 'wrong', 'vatDiffers', expected)
  return check('vat', 'holds', country === 'FR' ? 'vatKey' : 'vatFormat')
}

/** The checks of a customer's numbers; those that only French companies have are left out abroad while they are empty. */
export const identityChecks = (numbers: Numbers): IdentityCheck[] => {
  const siret = normaliseIdentifier(numbers.siret)
  const siren = normaliseIdentifier(numbers.siren) || siret.slice(0, 9)
  const lei = normaliseIdentifier(numbers.lei)
  const leiCheck = lei === '' ? check('lei', 'missing', 'none') : check('lei', isLei(lei) ? 'holds' : 'wrong', 'mod97')
  const all = [sirenCheckOf(siren), siretCheckOf(siret, siren), vatCheckOf(numbers, siren), leiCheck]
  const french = numbers.country === 'FR'
  return all.filter(({ number, state }) => state !== 'missing' || french || number === 'vat' || number === 'lei')
}
