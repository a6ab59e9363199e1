import { expect, test } from 'vitest'
import { differences } from './differences.ts'

test('a row that was changed tells what differs', () => {
  expect(differences({ id: '1', name: 'A', city: 'Lyon' }, { id: '1', name: 'B', city: 'Lyon' })).toEqual([
    { column: 'name', before: 'A', after: 'B' },
  ])
  expect(differences({ note: 'x' }, { note: '' })).toEqual([{ column: 'note', before: 'x', after: '' }])
})

test('a row that came or went tells what it says, and nothing made from it', () => {
  expect(differences(null, { id: '1', name: 'A', note: '', due: null, search: ' a' })).toEqual([
    { column: 'name', before: undefined, after: 'A' },
  ])
  expect(differences({ name: 'A' }, null)).toEqual([{ column: 'name', before: 'A', after: undefined }])
})
