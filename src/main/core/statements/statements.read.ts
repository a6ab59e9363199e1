import { readLogo, requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { plansAsOf } from '../db/instalment-plans.ts'
import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import { isInForce, planStanding } from '../instalments/instalments.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { StatementData } from '../letters/statement.model.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { defaultBuckets, validateBuckets } from '../receivables/ageing.rules.ts'
import type { Statement, StatementInput, StatementKind } from './statements.contract.ts'
import { composeStatement, statementName } from './statements.paper.ts'
import { balancesBefore, movementsBetween, openLines } from './statements.repository.ts'
import { accountsOf, defaultFrom, type Story } from './statements.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>
type Setting = Pick<QueryContext, 'db' | 'today' | 'ports'>

/** Instalment plans in force on a day, of the items named, and those of the items that they cover. */
const plansInForce = async (ctx: Reading, asOf: Day, itemIds: readonly string[]) => {
  const plans = await plansAsOf(ctx.db, asOf, { itemIds })
  if (plans.length === 0) return { covered: new Set<string>(), of: new Map<string, Statement['plans']>() }
  const { content } = await policyInForce(ctx)
  const inForce = plans
    .map((plan) => ({ plan, standing: planStanding(plan, asOf, content.instalmentGraceDays) }))
    .filter(({ standing }) => isInForce(standing))
  const told = inForce.map(({ plan, standing }) => {
    const next = standing.instalments.find(({ amount, paid }) => paid < amount)
    return {
      customerId: plan.customerId,
      currency: plan.currency,
      agreedOn: plan.agreedOn,
      open: standing.instalments.reduce((sum, { amount, paid }) => sum + amount - paid, 0),
      nextDue: standing.nextDue,
      nextAmount: next ? next.amount - next.paid : 0,
    }
  })
  return {
    covered: new Set(inForce.flatMap(({ plan }) => plan.items.map(({ itemId }) => itemId))),
    of: new Map(
      [...Map.groupBy(told, ({ customerId }) => customerId)].map(([customerId, plans]) => [
        customerId,
        plans.map(({ customerId: _customer, ...plan }) => plan),
      ]),
    ),
  }
}

const storyOf = async (ctx: Reading, customerId: string, from: Day, to: Day): Promise<Story> => ({
  openings: await balancesBefore(ctx.db, customerId, from),
  movements: await movementsBetween(ctx.db, customerId, from, to),
})

/** The statements of open items of some customers on one day, read together. */
export const openStatements = async (
  ctx: Reading,
  {
    customerIds,
    asOf,
    buckets = defaultBuckets,
  }: { customerIds: readonly string[]; asOf: Day; buckets?: readonly number[] },
): Promise<Map<string, Statement>> => {
  validateBuckets(buckets)
  const [lines, home] = [await openLines(ctx.db, customerIds, asOf), await homeCurrencyOf(ctx)]
  const itemIds = [...lines.values()].flat().map(({ itemId }) => itemId)
  const plans = await plansInForce(ctx, asOf, itemIds)
  return new Map(
    customerIds.map((customerId) => {
      const own = (lines.get(customerId) ?? []).map(({ customerId: _customer, ...line }) => ({
        ...line,
        planned: plans.covered.has(line.itemId),
      }))
      const accounts = accountsOf(own, { asOf, buckets, home, story: null })
      return [
        customerId,
        { customerId, asOf, kind: 'open', from: null, accounts, plans: plans.of.get(customerId) ?? [] },
      ]
    }),
  )
}

/** A statement of open items with what was booked from a day on told as well. */
const withStory = async (
  ctx: Reading,
  open: Statement,
  { from, buckets = defaultBuckets }: { from: Day; buckets?: readonly number[] },
): Promise<Statement> => {
  const { customerId, asOf } = open
  if (from > asOf) throw new Refusal('statement.days-invalid', `${from} comes after ${asOf}`, { from, asOf })
  const story = await storyOf(ctx, customerId, from, asOf)
  const home = await homeCurrencyOf(ctx)
  const lines = open.accounts.flatMap(({ currency, lines }) => lines.map((line) => ({ ...line, currency })))
  return { ...open, kind: 'movements', from, accounts: accountsOf(lines, { asOf, buckets, home, story }) }
}

/**
 * A customer's statement of account on a day; its totals are those of the aged balance of that day. Refuses a first day
 * after the last with `statement.days-invalid`, and a customer that is none.
 */
export const readStatement = async (ctx: Reading, input: StatementInput): Promise<Statement> => {
  const { customerId, asOf, kind, buckets } = input
  await readCustomer(ctx, customerId)
  const open = (await openStatements(ctx, { customerIds: [customerId], asOf, buckets })).get(customerId) as Statement
  return kind === 'open' ? open : withStory(ctx, open, { from: input.from ?? defaultFrom(asOf), buckets })
}

/** What these customers are to pay today, by currency: what a statement of a past day may still ask for. */
const toPayToday = async (ctx: Reading, customerIds: readonly string[]) => {
  const statements = customerIds.length === 0 ? [] : await openStatements(ctx, { customerIds, asOf: ctx.today })
  return new Map(
    [...statements].map(([id, { accounts }]) => [
      id,
      new Map(accounts.map(({ currency, toPay }) => [currency, toPay])),
    ]),
  )
}

/** A statement ready to be set, in the language given or the customer's. */
export const dataOf = async (ctx: Setting, input: StatementInput) => {
  const statement = await readStatement(ctx, input)
  const [customer, company] = [await readCustomer(ctx, input.customerId), await requireCompany(ctx)]
  const language = input.language ?? customer.language
  const past = statement.asOf < ctx.today ? [customer.id] : []
  const today = (await toPayToday(ctx, past)).get(customer.id) ?? null
  const data = composeStatement({ statement, customer, company, logo: await readLogo(ctx, company), today }, language)
  return { statement, data, name: statementName(customer, input.asOf, language) }
}

/** The open items of a customer on a day as PDF: what a message brings beside a letter, what a claim file holds. */
export const statementPdf = async (
  ctx: Setting,
  { customerId, asOf, language }: { customerId: string; asOf: Day; language?: LetterLanguage },
): Promise<{ name: string; bytes: Uint8Array }> => {
  const { name, data } = await dataOf(ctx, {
    customerId,
    asOf,
    kind: 'open',
    from: null,
    buckets: [...defaultBuckets],
    ...(language && { language }),
  })
  return { name, bytes: typesetterOf(ctx.ports).statementPdf(data) }
}

export type WantedStatement = {
  customerId: string
  asOf: Day
  language?: LetterLanguage
  kind?: StatementKind
  /** Of movements. */
  from?: Day | null
}

/** The statements of many, read together; each in its place among those wanted. Statements of movements take their story one by one. */
const readMany = async (ctx: Reading, wanted: readonly WantedStatement[]): Promise<Statement[]> => {
  const byDay = Map.groupBy(wanted, ({ asOf }) => asOf)
  const open = new Map<Day, Map<string, Statement>>()
  for (const [asOf, ones] of byDay)
    open.set(
      asOf,
      await openStatements(ctx, { customerIds: [...new Set(ones.map(({ customerId }) => customerId))], asOf }),
    )
  const statements: Statement[] = []
  for (const { customerId, asOf, kind = 'open', from = null } of wanted) {
    const statement = open.get(asOf)?.get(customerId) as Statement
    statements.push(kind === 'open' ? statement : await withStory(ctx, statement, { from: from ?? defaultFrom(asOf) }))
  }
  return statements
}

export type SetStatement = {
  index: number
  name: string
  statement: Statement
  language: LetterLanguage
  bytes: Uint8Array
}

/** Many statements, set on the letter threads; each comes with its place among those wanted. */
export async function* statementPdfs(
  ctx: Setting & Pick<QueryContext, 'signal'>,
  wanted: readonly WantedStatement[],
): AsyncGenerator<SetStatement> {
  const company = await requireCompany(ctx)
  const logo = await readLogo(ctx, company)
  const past = wanted.filter(({ asOf }) => asOf < ctx.today).map(({ customerId }) => customerId)
  const askable = await toPayToday(ctx, [...new Set(past)])
  const papers: (Omit<SetStatement, 'index' | 'bytes'> & { data: StatementData })[] = []
  for (const [place, statement] of (await readMany(ctx, wanted)).entries()) {
    const customer = await readCustomer(ctx, statement.customerId)
    const language = wanted[place]?.language ?? customer.language
    const today = statement.asOf < ctx.today ? (askable.get(customer.id) ?? null) : null
    papers.push({
      statement,
      language,
      name: statementName(customer, statement.asOf, language),
      data: composeStatement({ statement, customer, company, logo, today }, language),
    })
  }
  const pages = typesetterOf(ctx.ports).paperPdfs(
    papers.map(({ data }) => ({ kind: 'statement' as const, data })),
    { signal: ctx.signal },
  )
  for await (const { index, pdf } of pages) {
    const { data: _data, ...paper } = papers[index] as (typeof papers)[number]
    yield { index, ...paper, bytes: pdf }
  }
}
