import type { contract } from '../../../main/core/contract.ts'
import type { CallMeta } from '../../../main/core/kernel/contract.ts'

type Contract = typeof contract
type KindOf<P> = P extends { '~orpc': { meta: infer M } } ? (M extends CallMeta<infer K> ? K : never) : never
type Recorded<S> = { [C in keyof S as KindOf<S[C]> extends 'command' | 'job' | 'errand' ? C : never]: string }

/** A sentence for every call that the audit records: a new command without its words fails the type check. */
export type RecordedCalls = {
  [S in keyof Contract as keyof Recorded<Contract[S]> extends never ? never : S]: Recorded<Contract[S]>
} & Written

/** Calls of the host that write in the open book all the same, and what the audit knows them by. */
type Written = {
  book: Record<'restore' | 'protect' | 'changePassphrase' | 'unprotect', string>
  people: Record<'turnOn' | 'turnOff' | 'signIn' | 'refused' | 'lock' | 'signOut' | 'changePassword', string>
}
