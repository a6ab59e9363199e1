import { expect, test } from 'vitest'
import { identityChecks } from './identity.checks.ts'

const none = { siren: '', siret: '', vatNumber: '', lei: '', country: 'FR' }
const told = (rest: Partial<typeof none>) =>
  identityChecks({ ...none, ...rest }).map(({ number, state, reason }) => `${number} ${state} ${reason}`)

test('numbers that hold say on what the check rests', () => {
  expect(
    told({ siren: '732 829 320', siret: '73282932000074', vatNumber: 'FR 44 732829320', lei: '5493001KJTIIGC8Y1R12' }),
  ).toEqual(['siren holds luhn', 'siret holds luhn', 'vat holds vatKey', 'lei holds mod97'])
})

test('La Poste’s establishments have their own rule', () => {
  expect(told({ siret: '35600000049837' })).toContain('siret holds laPoste')
  expect(told({ siret: '35600000049838' })).toContain('siret wrong laPoste')
})

test('a number of another company, or with a wrong key, is wrong', () => {
  expect(told({ siren: '732829320', siret: '40483304800022', vatNumber: 'FR83404833048' })).toEqual([
    'siren holds luhn',
    'siret wrong otherSiren',
    'vat wrong vatDiffers',
    'lei missing none',
  ])
  expect(told({ siren: '732829321', vatNumber: 'FR45732829320', lei: '5493001KJTIIGC8Y1R13' })).toEqual([
    'siren wrong luhn',
    'siret missing none',
    'vat wrong vatKey',
    'lei wrong mod97',
  ])
})

test('the VAT number that goes with the SIREN is offered; abroad, French numbers are not asked for', () => {
  expect(identityChecks({ ...none, siren: '732829320' })).toContainEqual({
    number: 'vat',
    state: 'missing',
    reason: 'none',
    expected: 'FR44732829320',
  })
  expect(told({ country: 'BE', vatNumber: 'BE0123456789' })).toEqual(['vat holds vatFormat', 'lei missing none'])
})
