import type { CreditPolicy } from '../../src/main/core/policy/credit-policy.schema.ts'
import type { Client, TestBook } from './book.ts'
import { customerId } from './disputes.ts'

type Setting = Parameters<Client['limits']['set']>[0]
type Asking = Partial<Omit<Parameters<Client['limits']['verdict']>[0], 'customerId' | 'amount'>>
type Ordering = Partial<Parameters<Client['orders']['add']>[0]>

/** One customer's credit, told by its code: what the tests of limits speak. */
export const creditOf = (book: TestBook, code = 'C001') => {
  const id = () => customerId(book.client, code)
  const verdict = async (amount: number, asked: Asking = {}) =>
    book.client.limits.verdict({ customerId: await id(), amount, ...asked })
  return {
    id,
    verdict,
    /** The verdict and the rules that decided it, those that only tell left out. */
    ask: async (amount: number, asked: Asking = {}) => {
      const { verdict: word, reasons } = await verdict(amount, asked)
      return [word, ...reasons.filter(({ weight }) => weight !== 'note').map((reason) => reason.code)]
    },
    limit: async (amount: number | null, rest: Partial<Extract<Setting, { kind: 'internal' }>> = {}) =>
      book.client.limits.set({ kind: 'internal', customerId: await id(), amount, reason: 'Décision', ...rest }),
    temporary: async (amount: number | null, from: string, until: string) =>
      book.client.limits.set({ kind: 'temporary', customerId: await id(), amount, from, until, reason: 'Saison' }),
    insured: async (amount: number | null, rest: Partial<Extract<Setting, { kind: 'insured' }>> = {}) =>
      book.client.limits.set({
        kind: 'insured',
        customerId: await id(),
        amount,
        insurer: 'Assureur',
        policyNumber: 'P-1',
        coveredShare: '90',
        reason: 'Agrément',
        ...rest,
      }),
    exposure: async (asOf?: string) =>
      book.client.limits.exposure({ customerId: await id(), ...(asOf !== undefined && { asOf }) }),
    /** The parts that hold something. */
    parts: async (asOf?: string) => {
      const { lines, total } = await book.client.limits.exposure({
        customerId: await id(),
        ...(asOf !== undefined && { asOf }),
      })
      const held = lines.filter(({ amount }) => amount !== 0).map(({ part, amount }) => [part, amount])
      return { ...Object.fromEntries(held), total }
    },
    order: async (number: string, amount: number, rest: Ordering = {}) =>
      book.client.orders.add({
        customerId: await id(),
        number,
        day: '2026-03-01',
        amount,
        currency: 'EUR',
        ...rest,
      }),
  }
}

/** Changes the policy's clause on credit. */
export const setCreditPolicy = async (client: Client, credit: Partial<CreditPolicy>): Promise<void> => {
  const { content } = await client.policy.get({})
  await client.policy.save({ content: { ...content, credit: { ...content.credit, ...credit } } })
}
