import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { entriesToErase, eraseFromEntries } from '../audit/audit.service.ts'
import { requireCompany } from '../company/company.service.ts'
import { searchText } from '../customers/customers.search.ts'
import { customerColumns, readCustomer } from '../customers/customers.service.ts'
import { releaseDocument } from '../documents/documents.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import { erasedNotice } from './notice.ts'
import type { ErasureKind } from './privacy.contract.ts'
import {
  addressesOf,
  contactsOf,
  deleteContact,
  endErasure,
  eraseRows,
  filesOf,
  findCustomerRow,
  insertErasure,
  keysOf,
  nameCustomer,
  replaceFile,
  scrubEverywhere,
  scrubRows,
  slipsOf,
  writeSearch,
} from './privacy.repository.ts'
import { PARTS, type Part } from './privacy.rows.ts'
import { asSqliteLowers, needlesOf, scrubber, tellsName } from './privacy.rules.ts'

type Reading = Pick<QueryContext, 'db'>

export type Aim = { customerId: string; kind: ErasureKind; contactId?: string | undefined; until: Day | null }

/** Where a customer is told although the row is of others. */
const EVERYWHERE = ['import_file', 'bank_line', 'customer_group', 'posting_slip'] as const

/** The tables that an erasure takes rows of. */
export const partsOf = ({ kind }: Pick<Aim, 'kind'>): readonly Part[] =>
  kind === 'customer' ? PARTS : kind === 'contact' ? [] : PARTS.filter(({ aged }) => aged?.kind === kind)

/** What tells who it is: of a customer with all of its contacts, or of one contact. */
export const identityOf = async (ctx: Reading, { customerId, kind, contactId }: Aim) => {
  const customer = await findCustomerRow(ctx.db, customerId)
  if (!customer) throw new Refusal('not-found', 'no such customer', { id: customerId })
  const contacts = await contactsOf(ctx.db, customerId)
  const meant = kind === 'contact' ? contacts.filter(({ id }) => id === contactId) : contacts
  if (kind === 'contact' && meant.length === 0) throw new Refusal('not-found', 'no such contact', { id: contactId })
  const ofContacts = meant.flatMap(({ name, email, phone }) => [name, email, phone])
  if (kind !== 'customer')
    return {
      customer,
      contacts,
      name: kind === 'contact' ? (meant[0]?.name ?? '') : customer.name,
      needles: kind === 'contact' ? needlesOf(ofContacts) : [],
    }
  const code = tellsName(customer.code, customer.name) ? [customer.code] : []
  const streets = (await addressesOf(ctx.db, customerId)).map(({ street }) => street)
  const { name, siren, siret, vat_number, lei } = customer
  return {
    customer,
    contacts,
    name,
    needles: [...needlesOf([name, siren, siret, vat_number, lei, ...ofContacts, ...streets]), ...code],
  }
}

/** Whether an erasure changes anything of it; of what it leaves alone the audit is left alone too. */
export const isTouched = ({ table, removed, blank, set, scrub }: Part): boolean =>
  table === 'customer' || Boolean(removed || blank || set || scrub)

const whichOf = ({ customerId, until }: Aim) => ({ customerId, until })

const keysByTable = async (ctx: Reading, aim: Aim): Promise<Map<string, string[]>> => {
  const keys = new Map<string, string[]>()
  for (const part of partsOf(aim)) if (isTouched(part)) keys.set(part.table, await keysOf(ctx.db, part, whichOf(aim)))
  if (aim.contactId) keys.set('contact', [aim.contactId])
  return keys
}

const erasedOf = (aim: Aim, keys: Map<string, string[]>, needles: readonly string[]) => ({
  customerId: aim.customerId,
  keys,
  needles: asSqliteLowers(needles),
  whole: aim.kind === 'customer',
})

/** How many entries of the audit an erasure would empty. */
export const entriesTouched = async (ctx: QueryContext, aim: Aim, needles: readonly string[]): Promise<number> =>
  entriesToErase(ctx.db, erasedOf(aim, await keysByTable(ctx, aim), needles))

export const filesTouched = async (ctx: Reading, aim: Aim): Promise<Set<string>> => {
  const files = new Set<string>()
  for (const part of partsOf(aim)) for (const id of await filesOf(ctx.db, part, whichOf(aim))) files.add(id)
  if (aim.kind === 'customer')
    for (const { alone, document_id, stamped_id } of await slipsOf(ctx.db, aim.customerId))
      if (alone) for (const id of [document_id, stamped_id]) if (id) files.add(id)
  return files
}

/**
 * Erases inside one transaction: rows, files, the search text and what the audit kept of them. Amounts, days, numbers and
 * states stay. Returns the id of the erasure.
 */
export const eraseIn = async (ctx: CommandContext, aim: Aim, reason: 'retention' | 'request'): Promise<string> => {
  const company = await requireCompany(ctx)
  const { customer, needles } = await identityOf(ctx, aim)
  const id = uuidv7()
  await insertErasure(ctx.db, {
    id,
    customer_id: aim.customerId,
    kind: aim.kind,
    until: aim.until,
    reason,
    day: ctx.today,
    at: ctx.now,
    by: ctx.user,
    rows: 0,
    documents: 0,
    entries: 0,
    under_way: 1,
    compacted_at: null,
  })
  // What it is called from now on must not depend on what it was called.
  const mark = aim.customerId.slice(-6).toUpperCase()
  const alias = company.language === 'fr' ? `Client anonymisé ${mark}` : `Anonymised customer ${mark}`
  const code = tellsName(customer.code, customer.name) ? `ANO-${mark}` : customer.code
  const files = await filesTouched(ctx, aim)
  const keys = await keysByTable(ctx, aim)
  const name = aim.kind === 'customer' ? alias : ''
  const scrub = (text: string, emptied: readonly string[] = []) => scrubber(needles, name, emptied)(text)
  for (const part of partsOf(aim)) {
    await eraseRows(ctx.db, part, whichOf(aim), scrub)
    if (aim.kind === 'customer' && !part.removed && part.table !== 'customer')
      await scrubRows(ctx.db, part, whichOf(aim), scrub)
  }
  if (aim.kind === 'customer') {
    await nameCustomer(ctx.db, aim.customerId, {
      code,
      name: alias,
      sort_name: fold(alias),
      search: searchText([code, alias]),
      now: ctx.now,
    })
    for (const table of EVERYWHERE) await scrubEverywhere(ctx.db, table, asSqliteLowers(needles), scrub)
  }
  if (aim.contactId) {
    await deleteContact(ctx.db, aim.contactId)
    for (const part of PARTS) if (!part.removed) await scrubRows(ctx.db, part, { ...whichOf(aim), until: null }, scrub)
    await writeSearch(ctx.db, aim.customerId, customerColumns(await readCustomer(ctx, aim.customerId)).search)
  }
  const bytes = await erasedNotice(company.language, ctx.today)
  const notice = {
    name: company.language === 'fr' ? 'efface.pdf' : 'erased.pdf',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  for (const file of files) {
    await releaseDocument(ctx, file)
    await replaceFile(ctx.db, file, notice)
  }
  const entries = await eraseFromEntries(ctx.db, erasedOf(aim, keys, needles))
  const rows = [...keys.values()].reduce((sum, { length }) => sum + length, 0)
  await endErasure(ctx.db, id, { rows, documents: files.size, entries })
  return id
}
