import type { DemoCustomer } from './demo.customers.rules.ts'

type Named = Pick<DemoCustomer, 'siren' | 'name'>

/** A notice of the BODACC as its open data give it: a receivership, whose publication starts the creditors' delays. */
export const bodaccExtract = ({ siren, name }: Named): string =>
  JSON.stringify({
    total_count: 1,
    results: [
      {
        id: 'A202602080417',
        typeavis: 'annonce',
        familleavis: 'collective',
        dateparution: '2026-10-28',
        numerodepartement: '80',
        tribunal: 'Tribunal de commerce d’Amiens',
        commercant: name,
        registre: [siren.replace(/(\d{3})(?=\d)/g, '$1 '), siren],
        jugement: JSON.stringify({
          famille: 'Jugement d’ouverture',
          nature: 'Jugement d’ouverture d’une procédure de redressement judiciaire',
          date: '2026-10-20',
        }),
      },
    ],
  })

/** Two lines of the stock of legal units of the Sirene register: one company closed, one goes on. */
export const sireneExtract = (closed: Named, active: Named): string =>
  [
    'siren,statutDiffusionUniteLegale,dateCreationUniteLegale,dateDebut,etatAdministratifUniteLegale,denominationUniteLegale',
    `${closed.siren},O,2009-03-02,2026-09-30,C,${closed.name}`,
    `${active.siren},O,1998-06-15,2019-01-01,A,${active.name}`,
  ].join('\n')
