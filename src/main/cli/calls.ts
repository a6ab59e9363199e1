import type { AnyContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '../core/contract.ts'
import type { CallMeta } from '../core/kernel/contract.ts'

export type AnyCall = { slice: string; name: string; meta: CallMeta; input: unknown; output: unknown }

/** Every call of the contract, in its order. */
export const allCalls: readonly AnyCall[] = Object.entries(contract).flatMap(([slice, calls]) =>
  Object.entries(calls as Record<string, AnyContractProcedure>).map(([name, procedure]) => {
    const { meta, inputSchema, outputSchema } = procedure['~orpc']
    return { slice, name, meta: meta as CallMeta, input: inputSchema, output: outputSchema }
  }),
)

export const findCall = (path: string): AnyCall | undefined =>
  allCalls.find(({ slice, name }) => `${slice}.${name}` === path)

/** The JSON schema of a call's input; a file has none and stands as anything. */
export const inputSchemaOf = ({ input }: AnyCall): unknown =>
  input instanceof z.ZodType ? z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) : null
