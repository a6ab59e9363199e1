import type { Client } from './book.ts'

/** The id of the item of this number. */
export const itemId = async (client: Client, number: string): Promise<string> => {
  const { items } = await client.receivables.items({ search: number, show: 'all', limit: 1000 })
  const found = items.find((item) => item.number === number)
  if (!found) throw new Error(`no item ${number}`)
  return found.id
}

/** The id of the customer with this code. */
export const customerId = async (client: Client, code: string): Promise<string> =>
  (await client.customers.byCode({ code })).id

type Contesting = { reason?: string; openedOn?: string; deadline?: string; owner?: string; description?: string }

/** Contests an amount of the item of this number. */
export const contest = async (client: Client, number: string, amount: number, rest: Contesting = {}) =>
  client.disputes.open({ itemId: await itemId(client, number), amount, reason: 'quality', ...rest })
