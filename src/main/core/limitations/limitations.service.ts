import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import { worthOn } from '../exchange/exchange.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Page } from '../kernel/contract.ts'
import { addMonths, type Day, daysBetween } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import { actsOf, endAct, recordAct, withdrawAct } from './limitations.acts.ts'
import {
  alertLevels,
  type Bearing,
  type Limitation,
  type LimitationSettings,
  type limitationsContract,
  type RegimeCode,
} from './limitations.contract.ts'
import { type Reading, readRegimes, regimeFor, type Standing, standingsOf } from './limitations.gather.ts'
import { namesOfItems, replaceRegime, segmentOf, unsignedPlans } from './limitations.repository.ts'
import { levelsOn } from './limitations.rules.ts'
import { regimeOf, shippedRegimes } from './regimes.rules.ts'

export { keepAct, withdrawActOf } from './limitations.acts.ts'

/** By item, the two last days to act on a day, of the items named or of everything open. */
export const limitationsOf = async (
  ctx: Reading,
  asOf: Day,
  itemIds?: readonly string[],
): Promise<Map<string, { cautious: Day; usual: Day; interruptedBy: Bearing | null; suspended: boolean }>> =>
  new Map(
    (await standingsOf(ctx, asOf, { itemIds })).map(({ itemId, cautious, usual, suspended }) => [
      itemId,
      { cautious: cautious.day, usual: usual.day, interruptedBy: cautious.interruptedBy, suspended },
    ]),
  )

/** Open debts whose cautious day is within so many months, or has passed, the nearest first. */
const near = async (ctx: Reading, asOf: Day, within: number, customerId?: string): Promise<Standing[]> => {
  const last = addMonths(asOf, within)
  return (await standingsOf(ctx, asOf, { customerId, within }))
    .filter(({ cautious }) => cautious.day < asOf || (within > 0 && cautious.day <= last))
    .sort((a, b) => (a.cautious.day < b.cautious.day ? -1 : a.cautious.day > b.cautious.day ? 1 : b.open - a.open))
}

/**
 * By customer, the nearest cautious day of what is open, where it is within so many months or has passed; what an act that
 * goes on keeps alive is left out. Looks only at what is old enough: fit for lists of the whole book.
 */
export const nearestLimitations = async (
  ctx: Reading,
  asOf: Day,
  within: number,
  customerId?: string,
): Promise<Map<string, { day: Day; itemId: string; currency: string; open: number }>> => {
  const nearest = new Map<string, { day: Day; itemId: string; currency: string; open: number }>()
  for (const { customerId: id, itemId, cautious, suspended, currency, open } of await near(
    ctx,
    asOf,
    within,
    customerId,
  ))
    if (!suspended && !nearest.has(id)) nearest.set(id, { day: cautious.day, itemId, currency, open })
  return nearest
}

type Telling = { asOf: Day; levelOf: ReturnType<typeof levelsOn> }

const tell = (standing: Standing, [, number, kind]: readonly string[], { asOf, levelOf }: Telling): Limitation => {
  const { customerId: _, ...rest } = standing
  return {
    ...rest,
    number: number ?? '',
    kind: kind ?? '',
    level: standing.suspended ? null : levelOf(standing.cautious.day),
    daysLeft: daysBetween(asOf, standing.cautious.day),
    dateUnknown: kind === 'opening',
  }
}

const NO_NAMES: readonly string[] = []

const namesBy = async (ctx: Reading, standings: readonly Standing[]) =>
  new Map((await namesOfItems(ctx.db, idsOf(standings))).map((row) => [row[0], row]))

/** Those whose number or customer holds every word. */
const searched = async (ctx: Reading, standings: readonly Standing[], search: string): Promise<readonly Standing[]> => {
  const words = fold(search).split(' ').filter(Boolean)
  if (words.length === 0) return standings
  const names = await namesBy(ctx, standings)
  return standings.filter(({ itemId }) => {
    const [, number = '', , , , text = ''] = names.get(itemId) ?? NO_NAMES
    return words.every((word) => text.includes(word) || fold(number).includes(word))
  })
}

const list = async (
  ctx: Reading,
  { asOf, within, customerId, search }: { asOf: Day; within: number; customerId?: string | undefined; search: string },
  page: Page,
) => {
  const standings = (await near(ctx, asOf, within, customerId)).filter(({ suspended }) => !suspended)
  const found = await searched(ctx, standings, search)
  const shown = found.slice(page.offset, page.offset + page.limit)
  const names = await namesBy(ctx, shown)
  const { home, worth } = await worthOn(ctx, asOf)
  const levelOf = levelsOn(asOf)
  const byLevel = Map.groupBy(found, ({ cautious }) => levelOf(cautious.day))
  return {
    total: found.length,
    currency: home,
    levels: alertLevels.flatMap((level) => {
      const own = byLevel.get(level) ?? []
      const amount = own.reduce((sum, { open, currency }) => sum + (worth(open, currency) ?? 0), 0)
      return own.length === 0 ? [] : [{ level, items: own.length, amount }]
    }),
    items: shown.map((standing) => {
      const row = names.get(standing.itemId) ?? NO_NAMES
      const [, , , customerCode = '', customerName = ''] = row
      return { ...tell(standing, row, { asOf, levelOf }), customerId: standing.customerId, customerCode, customerName }
    }),
  }
}

const idsOf = (standings: readonly Standing[]): string[] => standings.map(({ itemId }) => itemId)

const ofCustomer = async (ctx: Reading, customerId: string, asOf: Day) => {
  const { segment } = await readCustomer(ctx, customerId)
  const { regime, of } = regimeFor(await readRegimes(ctx), customerId, segment)
  const standings = (await standingsOf(ctx, asOf, { customerId })).sort((a, b) =>
    a.cautious.day.localeCompare(b.cautious.day),
  )
  const names = await namesBy(ctx, standings)
  const levelOf = levelsOn(asOf)
  return {
    regime,
    regimeOf: of,
    items: standings.map((standing) => tell(standing, names.get(standing.itemId) ?? NO_NAMES, { asOf, levelOf })),
    acts: await actsOf(ctx, customerId),
    unsignedPlans: await unsignedPlans(ctx.db, customerId),
  }
}

const settings = async (ctx: Pick<Reading, 'db'>): Promise<LimitationSettings> => {
  const { book, set } = await readRegimes(ctx)
  return {
    book,
    segments: set.flatMap((row) => (row.segment === null ? [] : [{ segment: row.segment, regime: regimeOf(row) }])),
    customers: set.flatMap((row) =>
      row.customer_id === null
        ? []
        : [{ customerId: row.customer_id, code: row.code ?? '', name: row.name ?? '', regime: regimeOf(row) }],
    ),
    regimes: [...shippedRegimes],
  }
}

const setRegime = async (
  ctx: CommandContext,
  of: { customerId: string | null; segment: string | null },
  regime: { code: RegimeCode; months: number | null; law: string } | null,
): Promise<void> => {
  if (of.customerId !== null && of.segment !== null)
    throw new Refusal('input.invalid', 'a customer or a segment, not both', { field: 'segment' })
  if (of.customerId !== null && (await segmentOf(ctx.db, of.customerId)) === null)
    throw new Refusal('not-found', 'no such customer', { id: of.customerId })
  await replaceRegime(
    ctx.db,
    of,
    regime && {
      id: uuidv7(),
      segment: of.segment,
      customer_id: of.customerId,
      regime: regime.code,
      months: regime.months,
      law: regime.code === 'other' ? regime.law : '',
      set_on: ctx.today,
      set_by: ctx.user,
    },
  )
}

export const limitationsCalls: Handlers<typeof limitationsContract> = {
  list: (ctx, { asOf = ctx.today, within, customerId, search, offset, limit }) =>
    list(ctx, { asOf, within, customerId, search }, { offset, limit }),
  ofCustomer: (ctx, { customerId, asOf = ctx.today }) => ofCustomer(ctx, customerId, asOf),
  recordAct: async (ctx, input) => {
    await readCustomer(ctx, input.customerId)
    return recordAct(ctx, input)
  },
  endAct: (ctx, { id, until }) => endAct(ctx, id, until),
  withdrawAct: (ctx, { id, reason }) => withdrawAct(ctx, id, reason),
  settings: (ctx) => settings(ctx),
  setRegime: async (ctx, { customerId = null, segment = null, regime }) => {
    await setRegime(ctx, { customerId, segment }, regime)
    return settings(ctx)
  },
}
