import type { Client } from './book.ts'
import { finish } from './ledger.ts'

type Files = Parameters<Client['registers']['check']>[0]['files']

export const UNITS = [
  'siren',
  'statutDiffusionUniteLegale',
  'dateCreationUniteLegale',
  'dateDebut',
  'etatAdministratifUniteLegale',
  'denominationUniteLegale',
]
export const SITES = ['siren', 'nic', 'siret', 'etablissementSiege', 'dateDebut', 'etatAdministratifEtablissement']

/** A stock file of INSEE with some of its columns. */
export const stock = (header: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((cells) => cells.join(',')).join('\n')
export const unit = (siren: string, state: 'A' | 'C', since: string, name = 'ACME'): string[] => [
  siren,
  'O',
  '2001-01-01',
  since,
  state,
  name,
]

type Told = {
  id: string
  siren?: string
  nature?: string
  day?: string
  published?: string
  department?: string
  rest?: string
  type?: string
  precedes?: [string, string]
}

/** A record of the BODACC as its API gives it: JSON inside texts. */
export const notice = ({ id, siren, nature, day, published = '2026-09-15', rest, type, precedes, ...own }: Told) => ({
  id,
  typeavis: type ?? 'annonce',
  familleavis: 'collective',
  dateparution: published,
  numerodepartement: own.department ?? '75',
  tribunal: 'Tribunal des activités économiques de Paris',
  ...(siren && { registre: [siren.replace(/(\d{3})(?=\d)/g, '$1 '), siren] }),
  ...(nature && {
    jugement: JSON.stringify({
      famille: 'Jugement',
      nature,
      date: day ?? '2026-09-08',
      ...(rest && { complementJugement: rest }),
    }),
  }),
  ...(precedes && {
    parutionavisprecedent: JSON.stringify({
      nomPublication: 'BODACC A',
      numeroParution: precedes[0],
      numeroAnnonce: precedes[1],
    }),
  }),
})

export const bodacc = (...notices: readonly object[]): string =>
  JSON.stringify({ total_count: notices.length, results: notices })

/** Checks files, texts or bytes, as a user would choose them. */
export const checkFiles = async (client: Client, ...contents: (string | Uint8Array<ArrayBuffer> | File)[]) => {
  const files: Files = contents.map((content, place) =>
    content instanceof File
      ? { name: content.name, file: content }
      : { name: `extract-${place + 1}`, file: new File([content], `extract-${place + 1}`) },
  )
  return (await finish(client.registers.check({ files }))).result
}
