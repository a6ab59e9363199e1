import { clientOn, type TestBook } from './book.ts'
import { setCreditPolicy } from './credit.ts'
import { customerId } from './disputes.ts'

type Proposing = Parameters<TestBook['client']['reviews']['submit']>[0]
type Opening = Parameters<TestBook['client']['reviews']['open']>[0]
type Answering = Partial<Omit<Parameters<TestBook['client']['reviews']['decide']>[0], 'id' | 'answer'>>

const all = (amount: number): [number, number, number, number, number] => [amount, amount, amount, amount, amount]

/** Luc up to 20,000, Anne up to 50,000, Zoé up to 200,000 of any class; two pairs of eyes from 10,000 on. */
export const AUTHORITY = [
  { person: 'Luc', ceilings: all(2_000_000) },
  { person: 'Anne', ceilings: all(5_000_000) },
  { person: 'Zoé', ceilings: all(20_000_000) },
]

export const setAuthority = (book: TestBook, rest: Parameters<typeof setCreditPolicy>[1] = {}): Promise<void> =>
  setCreditPolicy(book.client, { authority: AUTHORITY, fourEyesFrom: 1_000_000, escalationDays: 3, ...rest })

/** A person at the program on a day: what the tests of reviews speak. */
export const personAt =
  (book: TestBook, day: string) =>
  (person: string, on: string = day) => {
    const client = clientOn(book.program, on, person)
    return {
      client,
      /** Opens the review of a customer told by its code. */
      open: async (code = 'C001', rest: Partial<Opening> = {}) =>
        (await client.reviews.open({ customerId: await customerId(client, code), ...rest })).review.id,
      propose: (id: string, kind: Proposing['kind'], amount: number, rest: Partial<Proposing> = {}) =>
        client.reviews.submit({ id, kind, amount, reason: 'Proposition', ...rest }),
      approve: (id: string, rest: Answering = {}) =>
        client.reviews.decide({ id, answer: 'approve', reason: 'Accord', ...rest }),
      refuse: (id: string, rest: Answering = {}) =>
        client.reviews.decide({ id, answer: 'refuse', reason: 'Refus', ...rest }),
      sendBack: (id: string, rest: Answering = {}) =>
        client.reviews.decide({ id, answer: 'return', reason: 'Pourquoi ?', ...rest }),
      get: (id: string) => client.reviews.get({ id }),
      /** References of the reviews that wait for this person. */
      mine: async () => (await client.reviews.list({ show: 'mine' })).reviews.map(({ reference }) => reference),
    }
  }
