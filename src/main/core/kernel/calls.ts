import type { AnyContractProcedure, ContractProcedure } from '@orpc/contract'
import { type InferSchemaInput, type InferSchemaOutput, implement, ORPCError } from '@orpc/server'
import type { CallContext, ContextOf, HostContext } from './context.ts'
import type { CallKind, CallMeta } from './contract.ts'
import { Refusal } from './errors.ts'

type Result<O> = O extends AsyncIteratorObject<infer Y, infer R, infer _N> ? AsyncGenerator<Y, R, void> : O | Promise<O>

/** The functions that answer a slice's contract: same names, context by the kind of call. */
export type Handlers<C> = {
  [K in keyof C]: C[K] extends ContractProcedure<infer I, infer O, infer _E, infer M>
    ? (
        context: ContextOf<M extends CallMeta<infer Kind> ? Kind : CallKind>,
        input: InferSchemaOutput<I>,
      ) => Result<InferSchemaInput<O>>
    : never
}

export type AnyHandler = (context: never, input: never) => unknown

/** Runs a call in the book it needs: permission, transaction, audit. The program supplies it. */
export type Runner = {
  /** Before the input is looked at: whether the caller may, and as whom they act. Throws a refusal otherwise. */
  admit: (meta: CallMeta, context: CallContext) => Promise<CallContext>
  call: (meta: CallMeta, path: string, context: HostContext, input: unknown, handler: AnyHandler) => Promise<unknown>
  job: (
    meta: CallMeta,
    path: string,
    context: HostContext,
    input: unknown,
    handler: AnyHandler,
  ) => AsyncGenerator<unknown>
}

/** Turns a contract and its handlers into the router of one slice. */
export const implementSlice = <C extends Record<string, AnyContractProcedure>>(
  slice: string,
  contract: C,
  handlers: Handlers<C>,
  runner: Runner,
  base: Pick<HostContext, 'ports'>,
) => {
  // What goes in is always checked. What goes out is typed against the same schemas, and checked where tests run: checking
  // a proposal of 100,000 items again would cost more than working it out.
  const checked = base.ports.program === 'test' ? 0 : Number.NaN
  const os = implement(contract).$context<CallContext>().$config({
    // Rights come first: the input is checked after one step, which is `admit`.
    initialInputValidationIndex: 1,
    initialOutputValidationIndex: checked,
  })
  const procedures: Record<string, unknown> = {}
  for (const [name, procedure] of Object.entries(contract)) {
    const meta = procedure['~orpc'].meta as CallMeta
    const handler = handlers[name as keyof C] as unknown as AnyHandler
    const path = `${slice}.${name}`
    // biome-ignore lint/suspicious/noExplicitAny: the implementer is keyed by the contract, known here only by name
    const implementer = (os as any)[name]
    procedures[name] = implementer
      .use(admission(meta, runner))
      .handler(({ context, input, signal }: { context: CallContext; input: unknown; signal?: AbortSignal }) => {
        const full: HostContext = { ...context, ports: base.ports, signal }
        return meta.kind === 'job' || meta.kind === 'errand'
          ? refuseInStream(runner.job(meta, path, full, input, handler))
          : runner.call(meta, path, full, input, handler).catch(asRefusal)
      })
  }
  // biome-ignore lint/suspicious/noExplicitAny: as above
  return os.router(procedures as any)
}

type Step = { context: CallContext; next: (options: { context: CallContext }) => unknown }

const admission =
  (meta: CallMeta, runner: Runner) =>
  async ({ context, next }: Step) =>
    next({ context: await runner.admit(meta, context).catch(asRefusal) })

/** A refusal travels as its code and details; anything else is a bug and travels as an internal error. */
const asRefusal = (error: unknown): never => {
  if (error instanceof Refusal)
    throw new ORPCError(error.code, { status: 422, message: error.message, data: error.details })
  throw error
}

async function* refuseInStream(stream: AsyncGenerator<unknown>): AsyncGenerator<unknown> {
  try {
    return yield* stream
  } catch (error) {
    return asRefusal(error)
  }
}
