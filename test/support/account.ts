import type { Client, TestBook } from './book.ts'
import { type ItemLine, importItems } from './ledger.ts'

type Receiving = Partial<Parameters<Client['payments']['receive']>[0]>

/** One customer's account, told in documents' numbers: what the tests of payments speak. */
export const accountOf = (book: TestBook, code = 'C001') => {
  const customerId = async () => (await book.client.customers.byCode({ code })).id
  const items = async (asOf?: string) =>
    (
      await book.client.receivables.items({
        customerId: await customerId(),
        show: 'all',
        limit: 1000,
        asOf: asOf ?? '2027-12-31',
      })
    ).items
  const item = async (number: string, asOf?: string) => {
    const found = (await items(asOf)).find((one) => one.number === number)
    if (!found) throw new Error(`no ${number} on this account`)
    return found
  }
  const idOf = async (number: string) => (await item(number)).id
  return {
    customerId,
    items,
    item,
    idOf,
    given: (...lines: ItemLine[]) => importItems(book.client, lines),
    /** What is open of each document on a day; documents not booked yet are missing. */
    open: async (asOf?: string) => Object.fromEntries((await items(asOf)).map(({ number, open }) => [number, open])),
    receive: async (day: string, rest: Receiving = {}) =>
      book.client.payments.receive({
        customerId: await customerId(),
        day,
        currency: 'EUR',
        method: 'transfer',
        ...rest,
      }),
    match: async (debit: string, credit: string, amount: number, day?: string) =>
      book.client.payments.allocate({
        matches: [{ debitId: await idOf(debit), creditId: await idOf(credit), amount }],
        ...(day !== undefined && { day }),
      }),
    /** Undoes every match of two documents. */
    undo: async (number: string, other: string) => {
      const { matches } = await book.client.payments.matches({ itemId: await idOf(number) })
      const matchIds = matches
        .filter(({ otherNumber, undoneOn }) => otherNumber === other && undoneOn === null)
        .map(({ id }) => id)
      return book.client.payments.undo({ matchIds })
    },
  }
}
