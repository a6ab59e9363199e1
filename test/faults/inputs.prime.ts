import { type Client, refusalOf } from '../support/book.ts'
import { settingsFor } from '../support/mail.ts'

const JUDGMENT = '2026-11-10'
const PROCEDURES = 8

/** What the demo company does not hold, so that the calls upon it have something to find; its mail goes nowhere. */
export const prime = async (client: Client): Promise<void> => {
  await client.mail.saveSettings({ settings: settingsFor(1), password: null })
  const { customers } = await client.customers.list({ show: 'overdue', limit: 1000 })
  for (const { id: customerId } of customers.slice(0, PROCEDURES)) await insolvent(client, customerId)
}

/** A customer under a procedure: officer, clause, goods, one declaration made and goods claimed where that can be. */
const insolvent = async (client: Client, customerId: string): Promise<void> => {
  await client.registers.record({
    customerId,
    kind: 'receivership',
    day: JUDGMENT,
    publishedOn: '2026-11-14',
    court: 'Tribunal de commerce de Lyon',
    source: 'BODACC',
  })
  await client.declarations.addOfficer({
    customerId,
    role: 'representative',
    name: 'SELARL MJ Synergie',
    street: '15 rue Bonnel',
    postalCode: '69003',
    city: 'Lyon',
    since: JUDGMENT,
  })
  const clause = { kind: 'terms', version: 'CGV 2025', text: 'Réserve de propriété.', agreedOn: '2020-01-01' } as const
  await client.declarations.addClause({ customerId, ...clause })
  const { items } = await client.receivables.items({ customerId })
  for (const { id: itemId, issued } of items.filter(({ kind }) => kind === 'invoice').slice(0, 2))
    await refusalOf(client.declarations.addGoods({ itemId, description: 'Machine', deliveredOn: issued }))
  await refusalOf(client.declarations.prepare({ customerId }))
  await refusalOf(client.declarations.prepareRetention({ customerId }))
}

/** Texts of every list the program answers with, by the name of their field: keys that no column is called after. */
export const harvest = async (
  calls: readonly { slice: string; name: string }[],
  client: Client,
): Promise<Map<string, string[]>> => {
  const found = new Map<string, Set<string>>()
  const note = (field: string, text: string): void => {
    const known = found.get(field) ?? new Set()
    if (known.size < 30) found.set(field, known.add(text))
  }
  const collect = (slice: string, value: unknown, field: string): void => {
    if (typeof value === 'string' && value.length <= 100) {
      note(field, value)
      note(`${slice}.${field}`, value)
    } else if (Array.isArray(value)) for (const part of value.slice(0, 200)) collect(slice, part, field)
    else if (typeof value === 'object' && value !== null && !(value instanceof Blob))
      for (const [key, part] of Object.entries(value)) collect(slice, part, key)
  }
  const slices = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  for (const { slice, name } of calls) {
    // Those that ask for more than a day are fed by the others.
    const answer = await slices[slice]?.[name]?.({ asOf: '2026-11-22' }).catch(() => null)
    collect(slice, answer, '')
  }
  const texts = new Map([...found].map(([field, values]) => [field, [...values]]))
  for (const [field, values] of [...texts]) if (!texts.has(`${field}s`)) texts.set(`${field}s`, values)
  return texts
}
