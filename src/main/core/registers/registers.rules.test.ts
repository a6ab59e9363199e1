import { describe, expect, test } from 'vitest'
import { readDay } from './days.rules.ts'
import { deadlinesFrom, zoneOfAddress, zoneOfCourt } from './deadlines.rules.ts'
import { meaningOf } from './natures.rules.ts'

const meaning = (nature: string, rest = '', family = '') => {
  const { kind, stage } = meaningOf({ family, nature, rest })
  return stage === '' ? kind : `${kind} ${stage}`
}

test.each([
  ['Jugement d’ouverture d’une procédure de sauvegarde', 'safeguard opening'],
  ["Jugement d'ouverture d'une procédure de sauvegarde accélérée", 'safeguard opening'],
  ["Jugement d'ouverture d'une procédure de redressement judiciaire", 'receivership opening'],
  ["Jugement d'ouverture de liquidation judiciaire", 'liquidation opening'],
  ['Jugement prononçant la liquidation judiciaire', 'liquidation opening'],
  ["Jugement d'ouverture d'une procédure de rétablissement professionnel", 'professional_recovery opening'],
  ["Jugement d'extension de liquidation judiciaire", 'liquidation opening'],
  ['Jugement de conversion en redressement judiciaire de la procédure de sauvegarde', 'receivership conversion'],
  ['Jugement de conversion en liquidation judiciaire', 'liquidation conversion'],
  ['Jugement prononçant la résolution du plan de redressement et la liquidation judiciaire', 'liquidation opening'],
  ['Jugement de reprise de la procédure de liquidation judiciaire', 'liquidation conversion'],
  ['Jugement arrêtant le plan de sauvegarde', 'safeguard plan'],
  ['Jugement arrêtant le plan de continuation', 'receivership plan'],
  ['Jugement arrêtant le plan de cession', 'receivership plan'],
  ["Jugement de clôture pour insuffisance d'actif", 'closed_short'],
  ['Jugement de clôture pour extinction du passif', 'closed'],
  ['Jugement mettant fin à la procédure de sauvegarde', 'closed'],
  ["Dépôt de l'état des créances", 'other'],
  ['Dépôt du projet de répartition', 'other'],
  ['Jugement prononçant la faillite personnelle', 'other'],
  ["Arrêt de la cour d'appel infirmant une décision de liquidation judiciaire", 'other'],
  ['', 'other'],
])('the nature “%s” means %s', (nature, expected) => expect(meaning(nature)).toBe(expected))

test('the rest of a notice tells what its nature leaves open', () => {
  expect(meaning("Jugement d'ouverture", 'Liquidation judiciaire.')).toBe('liquidation opening')
  expect(meaning('Autre jugement et ordonnance', 'Ouvre la procedure de redressement')).toBe('receivership opening')
  expect(meaning('Autre jugement et ordonnance', 'Nomme un administrateur')).toBe('other')
  expect(meaning('', 'Redressement judiciaire', "Jugement d'ouverture")).toBe('receivership opening')
})

test('days of registers are read in every form, and nothing else', () => {
  const days = ['10 décembre 2009', '1er mars 2026', '2026-09-08', '2025-01-01T00:00:00Z', '08/09/2026']
  expect(days.map(readDay)).toEqual(['2009-12-10', '2026-03-01', '2026-09-08', '2025-01-01', '2026-09-08'])
  expect(['', 'invalid_date', '31 février 2026', '2026-13-01', '32/01/2026', '8 brumaire 2026'].map(readDay)).toEqual(
    Array(6).fill(null),
  )
})

describe('deadlines of a creditor', () => {
  const days = (published: string, creditor: string, court: string) =>
    deadlinesFrom(published, zoneOfAddress('FR', creditor), zoneOfCourt(court)).map(
      ({ on, extended }) => extended ?? on,
    )

  test('end on the same day of the month, or its last (CPC 641)', () => {
    expect(days('2026-12-31', '75001', '75')).toEqual(['2027-03-01', '2027-03-31', '2027-06-30'])
    // Without the working-day rule: 28 February 2027 is a Sunday.
    expect(deadlinesFrom('2026-12-31', 'metropole', 'metropole')[0]).toMatchObject({
      on: '2027-02-28',
      extended: '2027-03-01',
    })
  })

  test('to declare are two months longer across the sea, both ways', () => {
    const months = (creditor: string | null, court: string | null) =>
      deadlinesFrom('2026-09-15', creditor, court).map((deadline) => deadline.months)
    expect(months('metropole', 'metropole')).toEqual([2, 3, 6])
    expect(months('974', 'metropole')).toEqual([4, 3, 6])
    expect(months('metropole', '974')).toEqual([4, 3, 6])
    expect(months('974', '974')).toEqual([2, 3, 6])
    expect(months('971', '974')).toEqual([4, 3, 6])
    expect(months('abroad', null)).toEqual([4, 3, 6])
    expect(months('metropole', null)).toEqual([2, 3, 6])
    expect([
      zoneOfAddress('FR', '20000'),
      zoneOfCourt('2A'),
      zoneOfAddress('RE', ''),
      zoneOfAddress('BE', '1000'),
    ]).toEqual(['metropole', 'metropole', '974', 'abroad'])
  })
})
