import { openStore } from '../bank/bank.service.ts'
import { companyCalls, requireCompany } from '../company/company.service.ts'
import { customerColumns } from '../customers/customers.service.ts'
import { plansOf } from '../dunning/dunning.plan.service.ts'
import { dunningCalls } from '../dunning/dunning.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { takeSuppliers } from '../payables/payables.store.ts'
import type { DemoItem } from './demo.account.rules.ts'
import { demoStatement } from './demo.bank.ts'
import { claimRows } from './demo.claims.ts'
import { demoCollection } from './demo.collection.ts'
import { DEMO_DAY, demoCompany, demoSterlingAccount } from './demo.company.ts'
import { demoCredit } from './demo.credit.ts'
import type { DemoCustomer } from './demo.customers.rules.ts'
import { deskOf } from './demo.desk.ts'
import { type DemoLedger, demoLedger } from './demo.ledger.rules.ts'
import { demoLogo } from './demo.logo.ts'
import { demoMovements } from './demo.movements.ts'
import { demoProvisions } from './demo.provisions.ts'
import { randomOf } from './demo.random.rules.ts'
import { insertDemo } from './demo.repository.ts'
import { demoSuppliers } from './demo.suppliers.rules.ts'
import { demoTalks } from './demo.talks.ts'

const AUTHOR = 'demo'

/** The days of the runs already made; what became of the letters of the last one is told apart. */
const RUNS: readonly Day[] = ['2026-09-05', '2026-09-20', '2026-10-05', '2026-10-20']

/** The day the company began to use the program. */
const BEGAN: Day = '2024-10-28'

/** Writes the demo company's two years, and the reminders it has sent so far, into its new book. */
export const fillDemo = async (ctx: CommandContext): Promise<void> => {
  const as = (user: string, day: Day): CommandContext => ({ ...ctx, today: day, now: `${day}T09:00:00.000Z`, user })
  const on = (day: Day): CommandContext => as(AUTHOR, day)
  const { language, bankAccounts } = await requireCompany(ctx)
  const { iban, bic } = demoCompany(language)
  const held = bankAccounts.map(({ currency }) => currency)
  const missing = [{ currency: 'EUR', iban, bic, label: '' }, demoSterlingAccount].filter(
    ({ currency }) => !held.includes(currency),
  )
  for (const account of missing) await companyCalls.setBankAccount(on(BEGAN), account)
  await companyCalls.setLogo(on(BEGAN), { file: new Blob([demoLogo], { type: 'image/svg+xml' }) })
  const ledger = demoLedger(language)
  await insertDemo(ctx.db, { ...rowsOf(ledger), ...(await claimRows(ledger)) })
  const suppliers = await takeSuppliers(ctx, null)
  await suppliers.take(demoSuppliers())
  await suppliers.end(null)
  await remindInSterling(on(BEGAN))
  const desk = deskOf(as, { visitor: ctx.user, ledger, language })
  const steps = [
    ...RUNS.map((day) => ({ day, act: () => runOn(on(day), day) })),
    ...demoMovements(on, language),
    ...demoCredit(desk, language),
    ...demoTalks(desk),
    ...demoCollection(desk),
    ...demoProvisions(desk),
  ]
  for (const { act } of steps.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) await act()
  await readStatement(on(DEMO_DAY), demoStatement(ledger, iban, language))
}

/** The plan names a smallest letter for sterling too; none for dollars, whose invoices therefore show why they wait. */
const remindInSterling = async (ctx: CommandContext): Promise<void> => {
  const [plan] = await plansOf(ctx)
  if (plan) await dunningCalls.savePlan(ctx, { ...plan, letterMinimums: { ...plan.letterMinimums, GBP: 500 } })
}

/** The bank's last statement, as its file would bring it: nothing of it is matched yet. */
const readStatement = async (ctx: CommandContext, { head, lines }: ReturnType<typeof demoStatement>): Promise<void> => {
  const store = openStore(ctx, { format: 'camt', importId: null })
  await store.take(head, lines)
  await store.finish()
}

const runOn = async (ctx: CommandContext, asOf: Day): Promise<void> => {
  const issuing = dunningCalls.issue(ctx, { asOf, catchUp: false, confirmed: true })
  for (;;) {
    const { done, value } = await issuing.next()
    if (!done) continue
    if (asOf !== RUNS.at(-1))
      await dunningCalls.markSent(ctx, { runId: value.run.id, letterIds: value.letters.map(({ id }) => id) })
    return
  }
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
    exchange: 0,
    debit_base: null,
    credit_base: null,
    reverses: null,
    undone_because: null,
  })),
  hold: holds.map(({ id, customerId, itemId, reason, until, createdOn, releasedOn }) => ({
    id,
    customer_id: customerId,
    item_id: itemId,
    reason,
    owner: '',
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
  base_amount: null,
  account: '411000',
  journal: journals[item.series],
  entry: item.number,
  approximate: 0,
  settled_on: item.settledOn,
  source_key: null,
  import_id: null,
})
