import { expect, test } from 'vitest'
import { isSamePlace, postalAddressOf } from './addresses.rules.ts'
import type { Address } from './customers.contract.ts'

const address: Address = {
  kind: 'billing',
  street: '12, rue des Érables\nBât. B',
  postalCode: '42000',
  city: 'Saint-Étienne',
  country: 'FR',
}

test('the same house is known by any spelling; another number, town or country is another place', () => {
  expect(isSamePlace(address, { ...address, street: '12 RUE DES ERABLES BAT B', city: 'SAINT ETIENNE' })).toBe(true)
  expect(isSamePlace(address, { ...address, street: '21, rue des Érables\nBât. B' })).toBe(false)
  expect(isSamePlace(address, { ...address, city: 'Lyon' })).toBe(false)
  expect(isSamePlace(address, { ...address, country: 'BE' })).toBe(false)
})

test('letters go to the billing address, else to the registered office, never to where goods go', () => {
  const registered: Address = { ...address, kind: 'registered' }
  expect(postalAddressOf([registered, address])?.kind).toBe('billing')
  expect(postalAddressOf([{ ...address, kind: 'delivery' }, registered])?.kind).toBe('registered')
  expect(postalAddressOf([{ ...address, kind: 'delivery' }])).toBeNull()
})
