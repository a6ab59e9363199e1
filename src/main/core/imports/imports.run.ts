import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { bankFormats } from '../bank/bank-kinds.schema.ts'
import { requireCompany } from '../company/company.service.ts'
import type { Customer } from '../customers/customers.contract.ts'
import { noIdentity } from '../customers/customers.contract.ts'
import { customerColumns } from '../customers/customers.service.ts'
import type { CustomerEventTable, CustomerTable } from '../customers/customers.table.ts'
import { languageOfCountry } from '../customers/language.rules.ts'
import { baseAmounts } from '../exchange/exchange.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import { freezeCoversOf } from '../limits/covers.service.ts'
import { effectiveTerms } from '../policy/effective-terms.rules.ts'
import { policyInForce } from '../policy/policy.service.ts'
import type { OpenItemTable } from '../receivables/receivables.table.ts'
import { dueDate, parseTerms, type Terms } from '../receivables/terms.rules.ts'
import type { ImportFormat, ImportReport } from './imports.contract.ts'
import {
  customersByCode,
  deleteFile,
  formerCodes,
  hasItemsFromElsewhere,
  hasSources,
  idsOfSources,
  insertCustomers,
  insertFile,
  insertItems,
  insertToldAgain,
  itemsFromElsewhere,
  updateFile,
} from './imports.repository.ts'
import { type LineProblem, type LineWarning, piecesOf } from './readers/source.ts'
import { toldAgain } from './told-again.rules.ts'

const LISTED = 1000

/** One import under way: its customers, its counts, its findings. */
export type ImportRun = Awaited<ReturnType<typeof startRun>>

type NewCustomer = { code: string; name: string }

export const startRun = async (ctx: CommandContext, fileName: string, format: ImportFormat, file: Blob) => {
  const company = await requireCompany(ctx)
  const id = uuidv7()
  const rejected: LineProblem[] = []
  const warnings: LineWarning[] = []
  let rejectedCount = 0
  let customersCreated = 0
  const counts: Record<OpenItemTable['kind'], number> = {
    invoice: 0,
    credit_note: 0,
    payment: 0,
    opening: 0,
    adjustment: 0,
  }
  const hadItems = await hasSources(ctx.db)
  // Statements make no items, and electronic invoices find theirs by customer and number.
  const fromElsewhere = byCodeOf(format) && (await hasItemsFromElsewhere(ctx.db))
  let recognised = 0
  const newCustomers: CustomerTable[] = []
  const newEvents: CustomerEventTable[] = []
  // Statements and electronic invoices find their customers otherwise, and come by the hundred.
  const byCode = byCodeOf(format)
  const { termsBySegment } = (await policyInForce(ctx)).content.credit
  const ownTerms = (customer: { terms: string | null; segment: string }): string | null =>
    effectiveTerms(customer, termsBySegment, '') || null
  const former = (byCode ? await formerCodes(ctx.db) : []).map(({ name, ...rest }) => ({
    ...rest,
    sort_name: fold(name),
  }))
  const known = new Map(
    [...former, ...(byCode ? await customersByCode(ctx.db) : [])].map(
      ({ segment, ...customer }) =>
        [customer.code, { ...customer, terms: ownTerms({ ...customer, segment }) }] as const,
    ),
  )
  const houseTerms = parseTerms(company.terms)
  const termsOf = new Map<string, Terms>()
  const dueDates = new Map<string, Day>()

  // Files that only name their customers: a name is looked up as it is sorted, and its code made from it.
  const byName = new Map([...known.values()].map((customer) => [customer.sort_name, customer.code]))
  const codeOf = (label: string): string => {
    const folded = fold(label)
    let code = byName.get(folded)
    if (code === undefined) {
      const base =
        folded
          .replace(/[^a-z0-9]+/g, '')
          .slice(0, 16)
          .toUpperCase() || 'CLIENT'
      code = base
      for (let more = 2; known.has(code); more += 1) code = `${base}${more}`
      byName.set(folded, code)
    }
    return code
  }

  const termsFor = (text: string | null): Terms => {
    if (text === null) return houseTerms
    const terms = termsOf.get(text) ?? parseTerms(text)
    termsOf.set(text, terms)
    return terms
  }

  /** Keeps the keys of movements that the book had from elsewhere; ids of these by key. */
  const recogniseToldAgain = async (items: readonly OpenItemTable[]): Promise<Map<string, string>> => {
    const customers = [...new Set(items.map((item) => item.customer_id))]
    const found = toldAgain(items, await itemsFromElsewhere(ctx.db, customers)).map(({ told, itemId, difference }) => ({
      key: (told as OpenItemTable).source_key as string,
      itemId,
      difference,
      told,
    }))
    await insertToldAgain(ctx.db, id, found)
    recognised += found.length
    for (const { told, difference } of found) {
      if (difference === 0 || warnings.length >= LISTED) continue
      const { number, currency } = told
      warnings.push({
        line: null,
        code: 'amount-differs',
        message: `${number} is in the book with another amount`,
        details: { number, difference, currency },
      })
    }
    return new Map(found.map(({ key, itemId }) => [key, itemId]))
  }

  await insertFile(ctx.db, {
    id,
    name: fileName,
    sha256: await hashOf(file),
    format,
    records: 0,
    created_items: 0,
    rejected: 0,
    at: ctx.now,
    user: ctx.user,
    report: '{}',
  })

  return {
    id,
    company,
    rejected,
    get rejectedCount() {
      return rejectedCount
    },
    note(problems: readonly LineProblem[], found: readonly LineWarning[]) {
      rejectedCount += problems.length
      rejected.push(...problems.slice(0, LISTED - rejected.length))
      warnings.push(...found.slice(0, LISTED - warnings.length))
    },
    warn(warning: LineWarning) {
      if (warnings.length < LISTED) warnings.push(warning)
    },

    knownId: (code: string): string | undefined => known.get(code)?.id,
    /** A customer that was created otherwise while this import runs. */
    remember: ({ id, code, name, terms, segment }: Pick<Customer, 'id' | 'code' | 'name' | 'terms' | 'segment'>) =>
      known.set(code, { id, code, terms: ownTerms({ terms, segment }), sort_name: fold(name) }),

    /** The customer with this code, created with the given name when the book has none. */
    customerId({ code: given, name: label }: NewCustomer): string {
      const code = given || codeOf(label)
      const found = known.get(code)
      if (found) return found.id
      const customer = { id: uuidv7(), code, terms: null, sort_name: fold(label || code) }
      const columns = customerColumns({
        code,
        name: label || code,
        siren: '',
        vatNumber: '',
        ...noIdentity,
        language: languageOfCountry(company.country, company),
        country: company.country,
        terms: null,
        segment: '',
        salesperson: '',
        notes: '',
        noReminders: false,
        lateRegime: null,
        contacts: [],
        addresses: [],
      })
      newCustomers.push({ id: customer.id, ...columns, created_at: ctx.now, updated_at: ctx.now })
      newEvents.push({
        id: uuidv7(),
        customer_id: customer.id,
        day: ctx.today,
        at: ctx.now,
        user: ctx.user,
        kind: 'imported',
        details: JSON.stringify({ file: fileName }),
      })
      known.set(code, customer)
      customersCreated += 1
      return customer.id
    },

    /**
     * Adds the items that the book does not hold yet, after the customers they need. Returns the ids of those it holds
     * already, by their source key.
     */
    async addItems(items: readonly OpenItemTable[]): Promise<Map<string, string>> {
      await insertCustomers(ctx.db, newCustomers.splice(0), newEvents.splice(0))
      const held = hadItems
        ? await idsOfSources(
            ctx.db,
            items.map((item) => item.source_key as string),
          )
        : new Map<string, string>()
      const unknown = held.size === 0 ? items : items.filter((item) => !held.has(item.source_key as string))
      const again = fromElsewhere ? await recogniseToldAgain(unknown) : new Map<string, string>()
      const fresh = again.size === 0 ? unknown : unknown.filter((item) => !again.has(item.source_key as string))
      const bases = await baseAmounts(ctx, fresh)
      await insertItems(
        ctx.db,
        fresh.map((item, place) => ({ ...item, base_amount: bases[place] ?? null })),
      )
      await freezeCoversOf(
        ctx,
        fresh.flatMap(({ id, kind }) => (kind === 'invoice' ? [id] : [])),
      )
      for (const { kind } of fresh) counts[kind] += 1
      return again.size === 0 ? held : new Map([...held, ...again])
    },
    hadItems,

    /** Due date by the customer's terms, else its segment's, else the company's. */
    dueDate(code: string, name: string, issued: Day): Day {
      const text = known.get(code || codeOf(name))?.terms ?? null
      const key = `${text ?? ''} ${issued}`
      let due = dueDates.get(key)
      if (due === undefined) {
        due = dueDate(issued, termsFor(text))
        dueDates.set(key, due)
      }
      return due
    },

    /** Closes the run: counts what was created and keeps the report, unless nothing came of it. */
    async finish(
      result: Pick<ImportReport, 'records' | 'updated' | 'totals' | 'period'> & {
        unchanged?: number
        createdCustomers?: number
        bankLines?: number
        supplierLines?: number
        /** Something else refers to the file: statements, electronic invoices. */
        refersTo?: boolean
        dryRun: boolean
      },
    ): Promise<ImportReport> {
      if (recognised > 0)
        warnings.push({
          line: null,
          code: 'told-again',
          message: `${recognised} movements that the book had from elsewhere were recognised`,
          details: { count: recognised },
        })
      const createdItems = Object.values(counts).reduce((sum, count) => sum + count, 0)
      const report: ImportReport = {
        file: fileName,
        format,
        records: result.records,
        created: {
          customers: customersCreated + (result.createdCustomers ?? 0),
          invoices: counts.invoice,
          creditNotes: counts.credit_note,
          payments: counts.payment,
          openings: counts.opening,
          adjustments: counts.adjustment,
          bankLines: result.bankLines ?? 0,
          supplierLines: result.supplierLines ?? 0,
        },
        updated: result.updated,
        unchanged: result.unchanged ?? 0,
        rejected,
        rejectedCount,
        warnings: warnings.map(({ line, code, message, details = {} }) => ({ line, code, message, details })),
        totals: result.totals,
        period: result.period,
        dryRun: result.dryRun,
      }
      const nothingNew =
        createdItems +
          report.created.customers +
          report.created.bankLines +
          report.created.supplierLines +
          result.updated ===
          0 && !result.refersTo
      if (nothingNew) await deleteFile(ctx.db, id)
      else
        await updateFile(ctx.db, id, {
          records: result.records,
          created_items: createdItems,
          rejected: rejectedCount,
          report: JSON.stringify(report),
        })
      return report
    },
  }
}

/** Files that name their customers by code; statements and electronic invoices find them otherwise. */
const byCodeOf = (format: ImportFormat): boolean =>
  format !== 'einvoice' && !(bankFormats as readonly string[]).includes(format)

/** SHA-256 of a file, read piece by piece. */
export const hashOf = async (file: Blob): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of piecesOf(file)) hash.update(piece)
  return hash.digest('hex')
}
