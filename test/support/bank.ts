import type { BankLine, BankProposal } from '../../src/main/core/bank/bank.contract.ts'
import type { Day } from '../../src/main/core/kernel/day.ts'
import { camt053, type SampleLine } from './bank-samples.ts'
import type { Client } from './book.ts'
import { importFile } from './ledger.ts'

/** Imports a statement of the lines given, as the bank would send it, and returns them as the book holds them. */
export const bankStatement = async (
  client: Client,
  lines: SampleLine[],
  rest: { number?: string; day?: Day } = {},
): Promise<BankLine[]> => {
  await importFile(client, camt053({ ...rest, lines }), { name: 'releve.xml' })
  return openLines(client)
}

export const openLines = async (client: Client): Promise<BankLine[]> => (await client.bank.lines({ limit: 1000 })).lines

/** The candidates of one line, best first. */
export const proposalsOf = async (client: Client, lineId: string): Promise<BankProposal[]> =>
  (await client.bank.proposals({ lineIds: [lineId] })).lines[0]?.proposals ?? []

/** What is open of a customer's items, by number. */
export const openByNumber = async (client: Client, asOf?: Day): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await client.receivables.items({ limit: 1000, ...(asOf && { asOf }) })).items.map(({ number, open }) => [
      number,
      open,
    ]),
  )

/** Accepts a candidate as the screen does. */
export const accept = (client: Client, lineId: string, proposal: BankProposal): Promise<BankLine> => {
  const [receipt] = proposal.items
  if (proposal.action === 'link') return client.bank.link({ lineId, itemIds: [receipt?.itemId ?? ''] })
  if (proposal.action === 'bounce') return client.bank.bounce({ lineId, itemId: receipt?.itemId ?? '' })
  const sum = (list: readonly { amount: number }[]) => list.reduce((total, { amount }) => total + amount, 0)
  return client.bank.match({
    lineId,
    parts: [
      {
        customerId: proposal.customerId,
        amount: sum(proposal.items) + proposal.unallocated - sum(proposal.credits),
        allocate: proposal.items.map(({ itemId, amount }) => ({ itemId, amount })),
        credits: proposal.credits.map(({ itemId, amount }) => ({ itemId, amount })),
        discounts: proposal.items.flatMap(({ itemId, discount }) =>
          discount > 0 ? [{ itemId, amount: discount, taxRate: '20' }] : [],
        ),
        writeOffs: proposal.items.flatMap(({ itemId, writeOff }) =>
          writeOff > 0 ? [{ itemId, amount: writeOff }] : [],
        ),
      },
    ],
  })
}
