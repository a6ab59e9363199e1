import { createHash } from 'node:crypto'
import type { AnyContractProcedure } from '@orpc/contract'
import { ORPCError } from '@orpc/server'
import type { z } from 'zod'
import { contract } from '../../src/main/core/contract.ts'
import type { CallMeta } from '../../src/main/core/kernel/contract.ts'
import type { Client } from '../support/book.ts'

type Query = { path: string; call: (client: Client) => Promise<unknown> }

/** Queries that cost seconds, or that say what is checked apart. */
const LEFT_OUT = new Set(['integrity.verify', 'audit.verify'])

const asked = (path: string, input: object): Query => {
  const [slice = '', name = ''] = path.split('.')
  type Calls = Record<string, Record<string, (input: object) => Promise<unknown>>>
  return { path, call: async (client) => (client as unknown as Calls)[slice]?.[name]?.(input) }
}

/** Every query that asks for nothing but an open book. */
const plainQueries: readonly Query[] = Object.entries(contract).flatMap(([slice, calls]) =>
  Object.entries(calls as Record<string, AnyContractProcedure>).flatMap(([name, procedure]): Query[] => {
    const { meta, inputSchema } = procedure['~orpc']
    const path = `${slice}.${name}`
    if ((meta as CallMeta).kind !== 'query' || LEFT_OUT.has(path)) return []
    if (!(inputSchema as unknown as z.ZodType).safeParse({}).success) return []
    return [asked(path, {})]
  }),
)

const everyQuery = [
  ...plainQueries,
  asked('customers.list', { search: 'maison n° 7' }),
  asked('receivables.items', { search: 'F14', show: 'all' }),
]

/** By path, a digest of what every query answers, what they were refused with, and those that failed otherwise. */
export const answersOf = async (client: Client) => {
  const digests = new Map<string, string>()
  const refused: string[] = []
  const failed: string[] = []
  for (const [n, { path, call }] of everyQuery.entries())
    try {
      digests.set(`${path} ${n}`, await digestOf(await call(client)))
    } catch (error) {
      if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') refused.push(error.code)
      else failed.push(`${path}: ${error instanceof ORPCError ? error.cause : error}`)
    }
  return { digests, refused, failed }
}

const digestOf = async (answer: unknown): Promise<string> => {
  const files: Blob[] = []
  const hash = createHash('sha256')
  const shown = (_key: string, value: unknown) => (value instanceof Blob ? files.push(value) : value)
  hash.update(JSON.stringify(answer, shown) ?? '')
  for (const file of files) hash.update(new Uint8Array(await file.arrayBuffer()))
  return hash.digest('hex')
}
