import type { OfficerRole } from './declarations.contract.ts'

export type Named = {
  role: OfficerRole
  name: string
  street: string
  postalCode: string
  city: string
}

const ROLES: readonly { role: OfficerRole; words: RegExp }[] = [
  { role: 'representative', words: /^mandataire/i },
  { role: 'liquidator', words: /^liquidateur/i },
  { role: 'administrator', words: /^administrateur/i },
]

/**
 * Where a person named by a court begins and ends in the free text of a notice: “Mandataire judiciaire : SELARL MJ Synergie
 * 15 rue Bonnel 69003 Lyon.”
 */
const PERSON =
  /([Mm]andataire(?: judiciaire)?|[Ll]iquidateur(?: judiciaire)?|[Aa]dministrateur(?: judiciaire)?)\s*:?\s+((?:me |ma[iî]tre |selarl |selas |scp )?[A-ZÀ-Þ].+?)(?=,?\s+(?:et\s+)?(?:(?:[Mm]andataire|[Ll]iquidateur|[Aa]dministrateur)|avec (?:les )?(?:pouvoirs|pour)|mettant|maintenant|[Ll]es (?:créances|déclarations))|\.\s|\.?$)/gu

const ADDRESS = /^(.*?),?\s+(\d{1,4}(?:[\s-]*(?:bis|ter|quater))?,?\s+\D.*?),?\s+(\d{5})\s+(\D+)$/u

/**
 * Whom a notice names to represent creditors, wind up or administer, with the address where it tells one; proposals that a
 * person confirms. Of a role told twice, the first.
 */
export const officersIn = (notice: string): Named[] => {
  const found: Named[] = []
  for (const [, words = '', rest = ''] of notice.replace(/\s+/g, ' ').matchAll(PERSON)) {
    const role = ROLES.find((one) => one.words.test(words))?.role
    if (role === undefined || found.some((one) => one.role === role)) continue
    const told = rest.trim().replace(/[,;.]$/, '')
    const parts = ADDRESS.exec(told)
    found.push({
      role,
      name: (parts?.[1] ?? told).trim().slice(0, 200),
      street: (parts?.[2] ?? '').trim(),
      postalCode: parts?.[3] ?? '',
      city: (parts?.[4] ?? '').trim().replace(/[,;.]$/, ''),
    })
  }
  return found
}
