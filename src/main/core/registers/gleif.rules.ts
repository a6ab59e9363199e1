import { readDay } from './days.rules.ts'
import type { CheckProblem } from './registers.contract.ts'
import { NOTHING_TOLD, type Told } from './told.model.ts'

type Entity = { lei: string; status: string; expires: string; reason: string; successor: string; updated: string }
type Read = { told: Told | null; problem: { reason: CheckProblem['reason']; value: string } | null }

/** What a level 1 record tells: an entity that is INACTIVE trades no more. The renewal of an LEI says nothing of that. */
const gleifTold = (entity: Entity): Read => {
  const { lei, status } = entity
  if (status !== 'ACTIVE' && status !== 'INACTIVE')
    return { told: null, problem: { reason: 'state', value: `${lei} ${status}`.trim() } }
  const day = readDay(entity.expires) ?? readDay(entity.updated)
  const kind = status === 'INACTIVE' ? 'ceased' : 'reopened'
  const nature = [status, entity.reason, entity.successor].filter((part) => part !== '').join(' ')
  const told: Told = {
    ...NOTHING_TOLD,
    register: 'gleif',
    kind,
    lei,
    reference: `${lei} ${kind} ${day ?? ''}`.trim(),
    day,
    nature,
    state: true,
  }
  return { told, problem: null }
}

/** Reads rows of the golden copy by the names of its columns; null when it is none. */
export const gleifRows = (names: readonly string[]): ((cells: readonly string[]) => Read) | null => {
  const column = (name: string) => names.indexOf(name)
  const status = column('Entity.EntityStatus')
  if (names[0] !== 'LEI' || status < 0) return null
  const read = (cells: readonly string[], name: string) => cells[column(name)] ?? ''
  return (cells) =>
    gleifTold({
      lei: cells[0] ?? '',
      status: cells[status] ?? '',
      expires: read(cells, 'Entity.EntityExpirationDate'),
      reason: read(cells, 'Entity.EntityExpirationReason'),
      successor: read(cells, 'Entity.SuccessorEntity.SuccessorLEI'),
      updated: read(cells, 'Registration.LastUpdateDate'),
    })
}

type Json = Record<string, unknown>
const inside = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((at, name) => (at && typeof at === 'object' ? (at as Json)[name] : undefined), value)
/** The golden copy puts every text under `$`. */
const text = (value: unknown): string => {
  const own = inside(value, '$') ?? value
  return typeof own === 'string' ? own : ''
}

/** The LEI of a record of the API or of the golden copy in JSON; null when it is none. */
export const leiOf = (record: Json): string | null => {
  const lei = text(inside(record, 'attributes', 'lei')) || text(record.LEI)
  return lei === '' ? null : lei
}

export const gleifRecord = (record: Json): Read => {
  const [own, entity, registration] = record.LEI
    ? [record, record.Entity, record.Registration]
    : [record.attributes, inside(record, 'attributes', 'entity'), inside(record, 'attributes', 'registration')]
  const pick = (value: unknown, ...names: string[]) =>
    names.map((name) => text(inside(value, ...name.split('.')))).find((found) => found !== '') ?? ''
  return gleifTold({
    lei: pick(own, 'lei', 'LEI'),
    status: pick(entity, 'status', 'EntityStatus'),
    expires: pick(entity, 'expiration.date', 'EntityExpirationDate'),
    reason: pick(entity, 'expiration.reason', 'EntityExpirationReason'),
    successor: pick(entity, 'successorEntity.lei', 'SuccessorEntity.SuccessorLEI'),
    updated: pick(registration, 'lastUpdateDate', 'LastUpdateDate'),
  })
}
