import type { Language, LetterLanguage } from '../kernel/contract.ts'

const SPOKEN: Record<LetterLanguage, readonly string[]> = {
  // Where French is what firms write to one another in.
  fr: [
    'FR',
    'MC',
    'GP',
    'MQ',
    'GF',
    'RE',
    'YT',
    'NC',
    'PF',
    'PM',
    'BL',
    'MF',
    'WF',
    'DZ',
    'MA',
    'TN',
    'SN',
    'CI',
    'CM',
  ],
  de: ['DE', 'AT', 'LI'],
  es: [
    'ES',
    'AD',
    'MX',
    'AR',
    'BO',
    'CL',
    'CO',
    'CR',
    'CU',
    'DO',
    'EC',
    'GT',
    'HN',
    'NI',
    'PA',
    'PE',
    'PY',
    'SV',
    'UY',
    'VE',
  ],
  en: ['GB', 'IE', 'US', 'AU', 'NZ', 'MT'],
}

/** Countries of several languages that are written to in French, unless the company sits there itself. */
const SHARED: readonly string[] = ['BE', 'LU', 'CH']

/**
 * The language a new customer is written to in: that of its country; where it has several, the company's at home and
 * French abroad; English everywhere else.
 */
export const languageOfCountry = (
  country: string,
  company: { country: string; language: Language },
): LetterLanguage => {
  const [spoken] = Object.entries(SPOKEN).find(([, countries]) => countries.includes(country)) ?? []
  if (spoken) return spoken as LetterLanguage
  if (country === company.country) return company.language
  return SHARED.includes(country) ? 'fr' : 'en'
}
