import { expect, test } from 'vitest'
import { kindOfName } from './proof.guess.ts'

test.each([
  ['BL-2026-0042.pdf', 'delivery_note'],
  ['Bon de commande 778.pdf', 'order'],
  ['devis_signe.pdf', 'quote'],
  ['PV de réception.pdf', 'receipt'],
  ['CGV acceptées 2026.pdf', 'terms'],
  ['Facture FA-2026-12.pdf', 'invoice'],
  ['relance.eml', 'correspondence'],
  ['scan0001.pdf', null],
])('%s suggests %s', (name, kind) => {
  expect(kindOfName(name)).toBe(kind)
})
