import fc from 'fast-check'
import type { z } from 'zod'
import { strangeStrings } from './strange.ts'

// What exists for it reads zod 3, or draws without fast-check; the contract uses twenty kinds of schema and no more.

/** What stands for the leaves of a schema: what the book holds under a field's name. */
export type Values = {
  ids: (field: string) => readonly string[]
  texts: (field: string) => readonly string[]
  numbers: (field: string) => readonly number[]
  files: readonly Blob[]
  days: readonly string[]
}

type Def = {
  type: string
  format?: string
  shape?: Record<string, Schema>
  innerType?: Schema
  element?: Schema
  in?: Schema
  keyType?: Schema
  valueType?: Schema
  options?: readonly Schema[]
  items?: readonly Schema[]
  entries?: Record<string, string>
  values?: readonly unknown[]
  checks?: readonly { _zod: { def: Check } }[]
}
type Check = {
  check: string
  value?: number
  inclusive?: boolean
  minimum?: number
  maximum?: number
  pattern?: RegExp
}
type Schema = { _zod: { def: Def }; safeParse: (value: unknown) => { success: boolean } }

const OPTIONAL = new Set(['optional', 'default', 'prefault'])

/**
 * Values that a schema of the contract accepts, as far as its shape tells: what its refinements ask for beyond is met
 * for single texts (days, decimals, codes) and left to chance between fields.
 */
export const arbitraryOf = (schema: z.ZodType, values: Values): fc.Arbitrary<unknown> =>
  build(schema as unknown as Schema, '', values)

const build = (schema: Schema, field: string, values: Values): fc.Arbitrary<unknown> => {
  const { def } = schema._zod
  const inner = (next = def.innerType) => build(next as Schema, field, values)
  switch (def.type) {
    case 'object':
      return objectOf(def.shape ?? {}, values)
    case 'optional':
    case 'default':
    case 'prefault':
      return fc.oneof({ weight: 3, arbitrary: inner() }, { weight: 2, arbitrary: fc.constant(undefined) })
    case 'nullable':
      return fc.oneof({ weight: 3, arbitrary: inner() }, { weight: 1, arbitrary: fc.constant(null) })
    case 'pipe':
      return inner(def.in)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'boolean':
      return fc.boolean()
    case 'number':
      return numberOf(def, values.numbers(field))
    case 'string':
      return stringOf(schema, field, values)
    case 'array':
      return arrayOf(def, inner(def.element))
    case 'tuple':
      return fc.tuple(...(def.items ?? []).map((item) => inner(item)))
    case 'union':
      return fc.oneof(...(def.options ?? []).map((option) => inner(option)))
    case 'record':
      return recordOf(def, inner(def.keyType), inner(def.valueType))
    case 'unknown':
    // z.json() alone refers to itself.
    case 'lazy':
      return fc.jsonValue()
    case 'custom':
      return fc.constantFrom(...values.files)
    default:
      throw new Error(`no values for a schema of type ${def.type}`)
  }
}

const objectOf = (shape: Record<string, Schema>, values: Values): fc.Arbitrary<unknown> =>
  fc
    .record(Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, build(part, key, values)])))
    .map((whole) =>
      Object.fromEntries(
        Object.entries(whole).filter(
          ([key, value]) => value !== undefined || !OPTIONAL.has(shape[key]?._zod.def.type ?? ''),
        ),
      ),
    )

const limits = (def: Def, min: number, max: number): [number, number] => {
  for (const { _zod } of def.checks ?? []) {
    const { check, value = 0, inclusive = true, minimum, maximum } = _zod.def
    if (check === 'greater_than') min = Math.max(min, inclusive ? value : value + 1)
    if (check === 'less_than') max = Math.min(max, inclusive ? value : value - 1)
    if (minimum !== undefined) min = Math.max(min, minimum)
    if (maximum !== undefined) max = Math.min(max, maximum)
  }
  return [min, max]
}

const numberOf = (def: Def, seen: readonly number[]): fc.Arbitrary<number> => {
  const [min, max] = limits(def, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  const whole = seen.filter((one) => one >= min && one <= max)
  const usual = { min: Math.max(min, Math.min(0, max)), max: Math.max(min, Math.min(max, 100_000)) }
  return fc.oneof(
    { weight: 6, arbitrary: whole.length > 0 ? fc.constantFrom(...whole) : fc.integer(usual) },
    { weight: 3, arbitrary: fc.integer(usual) },
    { weight: 1, arbitrary: fc.constantFrom(min, max, Math.min(max, min + 1), Math.max(min, max - 1)) },
    { weight: 1, arbitrary: fc.maxSafeInteger().map((any) => Math.min(max, Math.max(min, any))) },
  )
}

const stringOf = (schema: Schema, field: string, values: Values): fc.Arbitrary<string> => {
  const { def } = schema._zod
  if (def.format === 'uuid') {
    const ids = values.ids(field)
    return ids.length === 0
      ? fc.uuid()
      : fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() })
  }
  const accepted = (texts: readonly string[]) => texts.filter((text) => schema.safeParse(text).success)
  const pattern = def.checks?.find(({ _zod }) => _zod.def.pattern)?._zod.def.pattern
  const choices: [number, readonly string[]][] = [
    [6, accepted(values.texts(field))],
    [4, accepted(values.days)],
    [2, accepted(PLAIN)],
    [2, accepted(strangeStrings)],
  ]
  // Where days are taken, other texts that happen to be one too would only be fewer.
  const given = choices.filter(([, texts]) => texts.length > 0)
  const drawn = given.map(([weight, texts]) => ({ weight, arbitrary: fc.constantFrom(...texts) }))
  return pattern || drawn.length === 0
    ? fc.oneof({ weight: 2, arbitrary: pattern ? matching(pattern) : fc.string() }, ...drawn)
    : fc.oneof(...drawn)
}

const matching = (pattern: RegExp): fc.Arbitrary<string> => {
  try {
    return fc.stringMatching(pattern)
  } catch {
    return fc.string()
  }
}

/** What a field without a column of its own may ask for: numbers as text, currencies, languages, times, addresses. */
const PLAIN = [
  '0',
  '1',
  '12.50',
  '-3.25',
  '1000000000000000000000',
  '0.0000000000000000001',
  'EUR',
  'USD',
  'JPY',
  'ZZZ',
  'FR',
  'DE',
  'fr',
  'en',
  'a@b.example',
  'Name <a@b.example>',
  '2026-11',
  '2026-S2',
  '9999-S1',
  '12:00',
  '2026-11-22T12:00:00.000Z',
  'FR7630006000011234567890189',
  'BNPAFRPP',
  '732829320',
  'FR44732829320',
  '#1864ab',
  '01 02 03 04 05',
]

const arrayOf = (def: Def, element: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  const [min, max] = limits(def, 0, 40)
  return fc.oneof(
    { weight: 8, arbitrary: fc.array(element, { minLength: min, maxLength: Math.min(max, Math.max(min, 3)) }) },
    { weight: 1, arbitrary: fc.array(element, { minLength: min, maxLength: max }) },
  )
}

// Of a record by the words of an enumeration all keys, or some: which of the two it wants, the schema itself tells.
const recordOf = (def: Def, key: fc.Arbitrary<unknown>, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  const keys = Object.values(def.keyType?._zod.def.entries ?? {})
  if (keys.length === 0) return fc.dictionary(key as fc.Arbitrary<string>, value, { maxKeys: 4 })
  const all = fc.record(Object.fromEntries(keys.map((one) => [one, value])))
  const some = fc.record(Object.fromEntries(keys.map((one) => [one, value])), { requiredKeys: [] })
  return fc.oneof(all, some)
}
