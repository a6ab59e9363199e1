import { describe, expect, test } from 'vitest'
import { officersIn } from './officers.rules.ts'
import { claimableOf } from './retention.rules.ts'

describe('whom a notice names', () => {
  test.each([
    [
      'Jugement d’ouverture de redressement judiciaire — Mandataire judiciaire : SELARL MJ Synergie 15 rue Bonnel 69003 Lyon. Les déclarations de créances sont à adresser dans les deux mois.',
      [
        {
          role: 'representative',
          name: 'SELARL MJ Synergie',
          street: '15 rue Bonnel',
          postalCode: '69003',
          city: 'Lyon',
        },
      ],
    ],
    [
      'date de cessation des paiements le 15 janvier 2026, désignant administrateur SELAS AJ Partenaires 174 boulevard de Verdun 92400 Courbevoie avec les pouvoirs : assister, et mandataire judiciaire Maître Jean Dupont 7 bis rue du Port 33000 Bordeaux',
      [
        {
          role: 'administrator',
          name: 'SELAS AJ Partenaires',
          street: '174 boulevard de Verdun',
          postalCode: '92400',
          city: 'Courbevoie',
        },
        {
          role: 'representative',
          name: 'Maître Jean Dupont',
          street: '7 bis rue du Port',
          postalCode: '33000',
          city: 'Bordeaux',
        },
      ],
    ],
    [
      'Jugement prononçant la liquidation judiciaire, désignant liquidateur Me Legrand',
      [{ role: 'liquidator', name: 'Me Legrand', street: '', postalCode: '', city: '' }],
    ],
    ['Les créances sont à adresser auprès du liquidateur ou sur le portail électronique.', []],
  ])('%s', (notice, officers) => {
    expect(officersIn(notice)).toEqual(officers)
  })
})

describe('retention of title', () => {
  const clause = (id: string, agreedOn: string, documentId: string | null = null) => ({
    id,
    agreedOn,
    endedOn: null,
    documentId,
  })
  const sold = { deliveredOn: '2026-01-09', state: 'in-kind' as const, resalePrice: null, open: 1 }

  test('agreed on the day of delivery it holds, the day after it does not', () => {
    expect(claimableOf(sold, [clause('a', '2026-01-09')], null)).toMatchObject({
      claims: 'goods',
      clauseId: 'a',
      unproved: true,
    })
    expect(claimableOf(sold, [clause('a', '2026-01-10')], null).reason).toBe('agreed-after-delivery')
  })

  test('of several the one with a document, then the last agreed', () => {
    const several = [clause('a', '2026-01-08'), clause('b', '2025-01-08', 'd'), clause('c', '2024-01-08', 'd')]
    expect(claimableOf(sold, several, null)).toMatchObject({ clauseId: 'b', unproved: false })
  })

  test('delivered on the day of the judgment it is of after it', () => {
    expect(claimableOf(sold, [clause('a', '2026-01-01')], '2026-01-09').reason).toBe('delivered-after')
    expect(claimableOf(sold, [clause('a', '2026-01-01')], '2026-01-10').claims).toBe('goods')
  })
})
