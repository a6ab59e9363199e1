import { uuidv7 } from 'uuidv7'
import type { CommandContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { isIdentified, sirenOf } from './identity.rules.ts'
import { readRegister } from './readers/registers.reader.ts'
import type { CheckedFile, CheckReport, RegisterEvent } from './registers.contract.ts'
import {
  allCustomers,
  eventsOfMany,
  insertCheck,
  insertEvents,
  type Known,
  type NewEvent,
  withdrawReplaced,
} from './registers.repository.ts'
import { toEvent } from './registers.rows.ts'
import type { RegisterEventTable } from './registers.table.ts'
import type { Told, Wanted } from './told.model.ts'

const LISTED = 1000

type Customers = { wanted: Wanted; of: (told: Told) => Known[]; count: number; unidentified: number }

const customersOf = async (ctx: CommandContext): Promise<Customers> => {
  const all = await allCustomers(ctx.db)
  const [bySiren, byLei] = [Map.groupBy(all, sirenOf), Map.groupBy(all, ({ lei }) => lei)]
  bySiren.delete('')
  byLei.delete('')
  return {
    wanted: { sirens: new Set(bySiren.keys()), leis: new Set(byLei.keys()) },
    of: ({ siren, siret, lei }) => {
      const found = lei === '' ? bySiren.get(siren) : byLei.get(lei)
      return (found ?? []).filter((customer) => siret === '' || customer.siret === siret)
    },
    count: all.length,
    unidentified: all.filter((customer) => !isIdentified(customer)).length,
  }
}

const keyOf = (event: Pick<RegisterEventTable, 'customer_id' | 'register' | 'reference'>): string =>
  `${event.customer_id} ${event.register} ${event.reference}`

/** A state that extracts repeat: of the company, or of one establishment of it. */
const stateKey = (customerId: string, register: string, site: boolean): string => `${customerId} ${register} ${site}`

/** What the book knows already, and what these files add to it. */
const ledgerOf = (events: readonly RegisterEventTable[]) => {
  const known = new Map(events.map((event) => [keyOf(event), event]))
  const states = new Map<string, NewEvent>()
  const remember = (event: NewEvent) => {
    if (event.register === 'bodacc' || event.register === 'entry') return
    const site = event.nature.includes('Etablissement')
    const key = stateKey(event.customer_id, event.register, site)
    if ((states.get(key)?.day ?? '') <= (event.day ?? '')) states.set(key, event)
  }
  // One that was set aside says nothing of the state that holds.
  for (const event of events) if (event.dismissed_on === null) remember(event)
  return {
    known: (customerId: string, told: Told): RegisterEventTable | NewEvent | undefined => {
      const same = known.get(keyOf({ customer_id: customerId, register: told.register, reference: told.reference }))
      if (same || !told.state) return same
      const last = states.get(stateKey(customerId, told.register, told.siret !== ''))
      return last?.kind === told.kind ? last : undefined
    },
    /** Active again is news only of what had ceased, and an older extract does not undo a newer one. */
    isNews: (customerId: string, told: Told): boolean => {
      const last = states.get(stateKey(customerId, told.register, told.siret !== ''))
      return (
        told.kind !== 'reopened' ||
        (last !== undefined && last.kind !== 'reopened' && (told.day ?? '') >= (last.day ?? ''))
      )
    },
    add: (event: NewEvent) => {
      known.set(keyOf(event), { ...event } as RegisterEventTable)
      remember(event)
    },
  }
}

const asTable = (event: NewEvent | RegisterEventTable): RegisterEventTable => ({
  withdrawn_on: null,
  withdrawn_by: '',
  dismissed_on: null,
  dismissed_by: '',
  dismissed_because: '',
  ...event,
})

type Found = RegisterEvent & { code: string; name: string; state: 'new' | 'known' }

/**
 * Holds register extracts against all customers, one file after another, in one transaction: the same file again adds
 * nothing. Refuses `register.unknown-file` and what a damaged file refuses.
 */
export async function* checkRegisters(
  ctx: CommandContext,
  input: { files: { name: string; file: Blob }[]; dryRun: boolean },
): AsyncGenerator<Progress, CheckReport> {
  const customers = await customersOf(ctx)
  const ledger = ledgerOf(await eventsOfMany(ctx.db, null))
  const files: CheckedFile[] = []
  const found = new Map<string, Found>()
  const annulled: string[] = []
  const total = input.files.reduce((sum, { file }) => sum + file.size, 0)
  let before = 0

  const take = (told: Told, source: string): NewEvent[] =>
    customers.of(told).flatMap((customer) => {
      const same = ledger.known(customer.id, told)
      if (!same && !ledger.isNews(customer.id, told)) return []
      const { register, reference, kind, stage, publishedOn, court, department, nature, replaces } = told
      const event: NewEvent = {
        id: uuidv7(),
        customer_id: customer.id,
        register,
        reference,
        kind,
        stage,
        // A state without its day holds at least since the day it was seen.
        day: told.day ?? (publishedOn ? null : ctx.today),
        published_on: publishedOn,
        court,
        department,
        nature,
        source,
        replaces,
        recorded_at: ctx.now,
        recorded_by: ctx.user,
      }
      if (!same) ledger.add(event)
      const shown = asTable(same ?? event)
      const { code, name } = customer
      // Active again, as known: nothing to report.
      const quiet = same !== undefined && kind === 'reopened'
      if (!quiet && !found.has(shown.id))
        found.set(shown.id, { ...toEvent(shown), code, name, state: same ? 'known' : 'new' })
      return same ? [] : [event]
    })

  for (const { name, file } of input.files) {
    if (file.size === 0) throw new Refusal('import.empty', `${name} is empty`, { file: name })
    const checked: CheckedFile = { name, register: 'sirene', records: 0, matched: 0, problems: [], problemCount: 0 }
    const source = { name, blob: file }
    for await (const read of readRegister(source, customers.wanted, { signal: ctx.signal })) {
      checked.register = read.register
      checked.records += read.records
      checked.matched += read.told.length
      checked.problemCount += read.problems.length
      checked.problems.push(...read.problems.slice(0, LISTED - checked.problems.length))
      annulled.push(...read.withdraws)
      await insertEvents(
        ctx.db,
        read.told.flatMap((told) => take(told, name)),
      )
      yield { step: name, done: before + read.bytes, total }
    }
    before += file.size
    files.push(checked)
    const { register, records, matched, problemCount: problems } = checked
    await insertCheck(ctx.db, {
      id: uuidv7(),
      day: ctx.today,
      at: ctx.now,
      user: ctx.user,
      name,
      register,
      records,
      matched,
      problems,
    })
  }
  // Files come newest first as well as oldest first: what a notice takes back may have been read after it.
  const withdrawn = await withdrawReplaced(ctx.db, annulled, ctx.today)
  const all = [...found.values()].toSorted((a, b) => b.state.localeCompare(a.state) || a.code.localeCompare(b.code))
  return {
    files,
    customers: customers.count,
    unidentified: customers.unidentified,
    found: all.slice(0, LISTED),
    foundCount: all.length,
    newCount: all.filter(({ state }) => state === 'new').length,
    withdrawn,
    dryRun: input.dryRun,
  }
}
