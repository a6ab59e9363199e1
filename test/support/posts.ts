import { openTestBook } from './book.ts'
import { level, planOf, putPlan, remindersOf } from './dunning.ts'
import { customerFields, importItems, invoice } from './ledger.ts'

export const POST_DAY = '2026-03-31'

export const TOWNS = [
  { postalCode: '75011', city: 'Paris' },
  { postalCode: '38000', city: 'Grenoble' },
  { postalCode: '13001', city: 'Marseille' },
]

/** A book whose three customers are reminded on paper, or by e-mail: the run is issued, nothing has left. */
export const openPostBook = async (channel: 'registered' | 'letter' | 'email') => {
  const book = await openTestBook({ today: POST_DAY })
  for (const [place, town] of TOWNS.entries())
    await book.client.customers.create(
      customerFields(`C${place + 1}`, {
        name: ['Société Alpha', 'Beta SAS', 'Gamma SARL'][place] ?? '',
        addresses: [{ kind: 'billing', street: `${place + 1} rue du Port`, country: 'FR', ...town }],
      }),
    )
  await importItems(
    book.client,
    TOWNS.map((_town, place) =>
      invoice(`F-${place + 1}`, {
        customer: `C${place + 1}`,
        name: ['Société Alpha', 'Beta SAS', 'Gamma SARL'][place] ?? '',
        issued: '2026-01-01',
        due: '2026-01-31',
        amount: '1200.00',
      }),
    ),
  )
  await putPlan(book.client, planOf([], { levels: [level(1, 1, { channel })] }))
  const { run, letters } = await remindersOf(book).issue(POST_DAY)
  const sorted = letters.toSorted((a, b) => (a.customerCode < b.customerCode ? -1 : 1))
  return { ...book, runId: run.id, letterIds: sorted.map(({ id }) => id) }
}
export type PostBook = Awaited<ReturnType<typeof openPostBook>>
