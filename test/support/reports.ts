/** Reports in the manner of agencies; company, figures and layouts are invented. */
export const SIREN = '732829320'

type Creditsafe = { score?: string; limit?: string; siren?: string; name?: string; day?: string; more?: string }
export const creditsafeXml = (rest: Creditsafe = {}): string => `<?xml version="1.0" encoding="UTF-8"?>
<rapport xmlns="urn:exemple:rapport" edition="${rest.day ?? '2026-10-05'}">
  <entreprise>
    <raisonSociale>${rest.name ?? 'Menuiserie Alpha'}</raisonSociale>
    <siret>${rest.siren ?? SIREN}00074</siret>
  </entreprise>
  <scores>
    <score type="international"><valeur>B</valeur></score>
    <score type="national"><valeur>${rest.score ?? '64'}</valeur></score>
    ${rest.more ?? ''}
  </scores>
  <limite devise="EUR">${rest.limit ?? '15 000,00'}</limite>
</rapport>`

export const creditsafeMapping = {
  name: 'Creditsafe XML',
  provider: 'creditsafe' as const,
  format: 'xml' as const,
  fields: {
    day: 'rapport/@edition',
    companyName: 'rapport/entreprise/raisonSociale',
    siren: 'rapport/entreprise/siret',
    limit: 'rapport/limite/#text',
    currency: 'rapport/limite/@devise',
  },
  values: [{ scale: 'creditsafe', path: 'rapport/scores/score[@type=national]/valeur' }],
}

export const altaresJson = (rest: { score?: unknown; type?: string; limit?: unknown; company?: object } = {}): string =>
  JSON.stringify({
    date: '05/10/2026',
    company: rest.company ?? { name: 'MENUISERIE ALPHA', siren: SIREN },
    rating: { type: rest.type ?? 'defaillance', value: rest.score ?? 14, scale: { min: 1, max: 20 } },
    credit: { recommended: rest.limit ?? 12.5, currency: 'EUR' },
  })

export const altaresMapping = {
  name: 'Altares JSON',
  provider: 'altares' as const,
  format: 'json' as const,
  fields: { day: 'date', companyName: 'company.name', siren: 'company.siren', limit: 'credit.recommended' },
  values: [
    {
      scale: 'own',
      label: 'Score de défaillance',
      best: '20',
      worst: '1',
      path: 'rating.value',
      beside: { path: 'rating.type', value: 'defaillance' },
    },
  ],
  limitUnit: 1000 as const,
}

export const experianCsv = (...rows: string[]): string =>
  [
    'Company;VAT;Report date;Delphi;Limit',
    ...(rows.length > 0 ? rows : ['Menuiserie Alpha;FR44732829320;10/05/2026;83;1,500']),
  ].join('\n')

export const experianMapping = {
  name: 'Experian CSV',
  provider: 'experian' as const,
  format: 'csv' as const,
  fields: { companyName: 'Company', siren: 'VAT', day: 'Report date', limit: 'Limit' },
  values: [{ scale: 'experian-delphi', path: 'Delphi' }],
  dateOrder: 'mdy' as const,
  decimalMark: 'dot' as const,
  defaultCurrency: 'GBP',
}
