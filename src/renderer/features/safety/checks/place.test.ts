import { expect, test } from 'vitest'
import { readPlace } from './place.ts'

test('places are read as the checks tell them', () => {
  expect(readPlace('audit', '7 entry-changed')).toEqual({ kind: 'entry', id: 7, said: 'entry-changed' })
  expect(readPlace('rows', 'customer 01a2 changed')).toEqual({
    kind: 'row',
    table: 'customer',
    key: '01a2',
    said: 'changed',
  })
  expect(readPlace('rows', 'customer_event removed')).toMatchObject({ table: 'customer_event', key: null })
  expect(readPlace('rows', 'wording a/fr b added')).toMatchObject({ key: 'a/fr b', said: 'added' })
  expect(readPlace('settled', 'F-2 (01a2-b)')).toEqual({ kind: 'item', number: 'F-2' })
  expect(readPlace('audit', 'database disk image is malformed')).toEqual({ kind: 'text' })
  expect(readPlace('pages', 'row 3 missing')).toEqual({ kind: 'text' })
})
