import type { EInvoice } from '../einvoices/einvoice.model.ts'
import { differenceText, takeEInvoice } from '../einvoices/einvoices.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import { type Day, maxDay, minDay } from '../kernel/day.ts'
import type { ImportResult } from './imports.fec.ts'
import type { ImportRun } from './imports.run.ts'
import { readEInvoices } from './readers/einvoice/einvoice.reader.ts'
import { problem, type Source } from './readers/source.ts'

/** Reads electronic invoices into the book: one from a PDF or an XML, many from an archive. */
export async function* importEInvoices(
  ctx: CommandContext,
  run: ImportRun,
  source: Source,
): AsyncGenerator<Progress, ImportResult & { createdCustomers: number; refersTo: boolean }> {
  const sums = summing(run.company.currency)
  const counts = { created: 0, completed: 0, unchanged: 0, seller: 0 }
  let records = 0
  let createdCustomers = 0
  for await (const { file, problems, name, bytes } of readEInvoices(source, { signal: ctx.signal })) {
    records += 1
    const inArchive = name !== source.name
    // In an archive a line alone would not say where.
    run.note(
      inArchive ? problems.map((one) => ({ ...one, field: one.field || name })) : problems,
      (file?.warnings ?? []).map((warning) => ({
        ...warning,
        ...(inArchive && { message: `${name}: ${warning.message}` }),
        details: { ...warning.details, file: name },
      })),
    )
    if (file && bytes) {
      const { invoice, xml } = file
      const taken = await takeEInvoice(ctx, run, { invoice, xml, name, bytes })
      counts[taken.outcome] += 1
      if (taken.outcome === 'seller') run.note([problem(1, inArchive ? name : '', invoice.seller.name, 'seller')], [])
      else sums.add(invoice)
      if (taken.customer?.created) {
        createdCustomers += 1
        run.remember({ id: taken.customer.id, ...taken.customer.created, terms: null, segment: '' })
      }
      if (taken.difference !== 0)
        run.warn({
          line: null,
          code: 'amount-differs',
          message: differenceText(invoice, taken.difference),
          details: { number: invoice.number, difference: taken.difference, currency: invoice.currency, file: name },
        })
    }
    yield { step: 'import.reading', done: records, total: null }
  }
  return {
    records,
    updated: counts.completed,
    unchanged: counts.unchanged,
    createdCustomers,
    refersTo: counts.created + counts.completed > 0,
    ...sums.result(),
  }
}

/** Sums of one currency, the first that an invoice is in. */
const summing = (home: string) => {
  let currency: string | null = null
  let debit = 0
  let credit = 0
  let open = 0
  let period: { from: Day; until: Day } | null = null
  return {
    add(invoice: EInvoice): void {
      const { issued, gross, payable, kind } = invoice
      period = period
        ? { from: minDay(period.from, issued), until: maxDay(period.until, issued) }
        : { from: issued, until: issued }
      currency ??= invoice.currency
      if (invoice.currency !== currency) return
      if (kind === 'invoice') debit += gross
      else credit += gross
      open += kind === 'invoice' ? payable : -payable
    },
    result: () => ({ totals: { debit, credit, open, currency: currency ?? home }, period }),
  }
}
