import { normaliseIdentifier } from '../customers/identifiers.rules.ts'
import { fold } from '../kernel/text.ts'

type Told = { companyName: string; siren: string; duns: string }
type Customer = { name: string; siren: string; duns: readonly string[] }

/** Words that say what kind of company it is, not which one. */
const FORMS = new Set(
  'sa sas sasu sarl eurl snc scop sci ste societe ets etablissements cie compagnie groupe group ltd limited plc inc gmbh ag bv nv spa srl the et and de du des la le les'.split(
    ' ',
  ),
)

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !FORMS.has(word))

const alike = (a: string, b: string): boolean => {
  const [own, other] = [wordsOf(a), wordsOf(b)]
  if (own.length === 0 || other.length === 0) return true
  return own.some((word) => other.includes(word)) || own.join('') === other.join('')
}

export const digitsOf = (text: string): string => normaliseIdentifier(text)

/**
 * What shows that a report is of another company, told and expected; null when nothing does. The SIREN decides where both
 * have one, then the DUNS number of earlier reports, and the name only where no number could be compared.
 */
export const otherCompany = (told: Told, customer: Customer): { found: string; expected: string } | null => {
  if (told.siren !== '' && customer.siren !== '')
    return told.siren.slice(0, 9) === customer.siren ? null : { found: told.siren, expected: customer.siren }
  if (told.duns !== '' && customer.duns.length > 0)
    return customer.duns.includes(told.duns) ? null : { found: told.duns, expected: customer.duns.join(', ') }
  if (told.companyName !== '' && !alike(told.companyName, customer.name))
    return { found: told.companyName, expected: customer.name }
  return null
}
