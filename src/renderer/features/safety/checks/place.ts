import type { CheckName } from '../../../../main/core/integrity/integrity.contract.ts'

type Place =
  | { kind: 'entry'; id: number; said: string }
  | { kind: 'row'; table: string; key: string | null; said: string }
  | { kind: 'item'; number: string }
  | { kind: 'text' }

const ITEMS: readonly CheckName[] = ['over-matched', 'settled']

/** What a check tells of a place: `7 entry-changed`, `customer 01a2… changed`, `F-2 (01a2…)`. */
export const readPlace = (check: CheckName, place: string): Place => {
  if (check === 'audit') {
    const [, id, said] = /^(\d+) ([\w-]+)$/.exec(place) ?? []
    if (id && said) return { kind: 'entry', id: Number(id), said }
  }
  if (check === 'rows') {
    const [, table, key, said] = /^(\w+) (?:(.*) )?(changed|added|removed)$/.exec(place) ?? []
    if (table && said) return { kind: 'row', table, key: key || null, said }
  }
  if (ITEMS.includes(check)) {
    const [, number] = /^(.+) \([\w-]+\)$/.exec(place) ?? []
    if (number) return { kind: 'item', number }
  }
  return { kind: 'text' }
}
