import { expect, test } from 'vitest'
import { flatten } from './asked.ts'

test('what was asked is one line a field, whatever it stands in', () => {
  const input = {
    id: '1',
    customer: { name: 'A', notes: '', contacts: [{ name: 'P' }, { name: 'Q', email: 'q@x' }] },
    ids: ['a', 'b'],
    none: [],
  }
  expect(flatten(input)).toEqual([
    { path: ['id'], key: 'id', value: '1' },
    { path: ['customer', 'name'], key: 'name', value: 'A' },
    { path: ['customer', 'contacts', 1, 'name'], key: 'name', value: 'P' },
    { path: ['customer', 'contacts', 2, 'name'], key: 'name', value: 'Q' },
    { path: ['customer', 'contacts', 2, 'email'], key: 'email', value: 'q@x' },
    { path: ['ids'], key: 'ids', value: ['a', 'b'] },
  ])
  expect(flatten(null)).toEqual([])
  expect(flatten('cut off')).toEqual([])
})
