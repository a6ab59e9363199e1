import { companyCalls, requireCompany } from '../company/company.service.ts'
import { customerColumns } from '../customers/customers.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { DemoItem } from './demo.account.rules.ts'
import { demoSterlingAccount } from './demo.company.ts'
import type { DemoCustomer } from './demo.customers.rules.ts'
import { type DemoLedger, demoLedger } from './demo.ledger.rules.ts'
import { randomOf } from './demo.random.rules.ts'
import { insertDemo } from './demo.repository.ts'

const AUTHOR = 'demo'

/** Writes the demo company's two years into its new book. */
export const fillDemo = async (ctx: CommandContext): Promise<void> => {
  const { language } = await requireCompany(ctx)
  await companyCalls.setBankAccount(ctx, demoSterlingAccount)
  await insertDemo(ctx.db, rowsOf(demoLedger(language)))
}

const rowsOf = ({ customers, items, matches, holds }: DemoLedger) => ({
  customer: customers.map((customer) => {
    const at = `${customer.createdOn}T09:00:00.000Z`
    return { id: customer.id, ...customerColumns(customer), created_at: at, updated_at: at }
  }),
  contact: customers.flatMap(contactsOf),
  address: customers.flatMap(addressesOf),
  open_item: items.map(itemRow),
  allocation: matches.map(({ id, debitId, creditId, amount, day, origin, lettering }) => ({
    id,
    debit_id: debitId,
    credit_id: creditId,
    amount,
    day,
    origin,
    lettering,
  })),
  hold: holds.map(({ id, customerId, itemId, reason, until, createdOn, releasedOn }) => ({
    id,
    customer_id: customerId,
    item_id: itemId,
    reason,
    until,
    created_on: createdOn,
    created_by: AUTHOR,
    released_on: releasedOn,
  })),
})

const contactsOf = ({ id, code, contacts, createdOn }: DemoCustomer) => {
  const random = randomOf(`contacts of ${code}`)
  return contacts.map((contact) => ({
    ...contact,
    id: random.id(createdOn),
    customer_id: id,
    dunning: contact.dunning ? 1 : 0,
  }))
}

const addressesOf = ({ id, code, addresses, createdOn }: DemoCustomer) => {
  const random = randomOf(`addresses of ${code}`)
  return addresses.map(({ kind, street, postalCode, city, country }) => ({
    id: random.id(createdOn),
    customer_id: id,
    kind,
    street,
    postal_code: postalCode,
    city,
    country,
  }))
}

const journals: Record<DemoItem['series'], string> = { FA: 'VE', AV: 'VE', RG: 'BQ', AN: 'AN', OD: 'OD' }

const itemRow = (item: DemoItem) => ({
  id: item.id,
  customer_id: item.customerId,
  kind: item.kind,
  number: item.number,
  label: item.label,
  issued: item.issued,
  booked: item.issued,
  due: item.due,
  due_origin: item.dueOrigin,
  currency: item.currency,
  amount: item.amount,
  account: '411000',
  journal: journals[item.series],
  entry: item.number,
  approximate: 0,
  settled_on: item.settledOn,
  source_key: null,
  import_id: null,
})
