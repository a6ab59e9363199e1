import type { Command } from 'commander'
import { parseMinor, toDecimal } from '../../core/kernel/money.ts'
import type { Reason, Verdict } from '../../core/limits/limits.contract.ts'
import { answers, declare } from '../command.ts'
import { UsageError } from '../failure.ts'
import { type Common, withBook } from '../session.ts'
import { grouped, left, right, table } from '../table.ts'

type Checking = Common & { customer: string; amount: string; asOf?: string; prepaid?: boolean }

/** `credit check`, under the command that is given. */
export const declareCheck = (credit: Command): void => {
  const check = declare(credit, 'check', 'may this order be accepted?')
    .argument('<book>')
    .requiredOption('--customer <code>')
    .requiredOption('--amount <amount>', 'of the order, in the company’s currency')
    .option('--as-of <day>', 'as it stands on that day')
    .option('--prepaid', 'paid before anything leaves')
  answers(check, async (book: string, options: Checking) => {
    const verdict = await withBook(options, book, async (client) => {
      const { currency } = await client.company.get({})
      const amount = parseMinor(options.amount, currency)
      if (amount === null || amount < 0)
        throw new UsageError(`--amount: ${options.amount} is no amount of ${currency}, such as 1234.56`)
      const { id } = await client.customers.byCode({ code: options.customer })
      return client.limits.verdict({
        customerId: id,
        amount,
        prepaid: options.prepaid === true,
        ...(options.asOf !== undefined && { asOf: options.asOf }),
      })
    })
    return { json: verdictJson(verdict), text: verdictText(verdict) }
  })
}

/** Who may lift a rule, in words; null when nobody may, or nothing is to be lifted. */
const liftBy = ({ liftBy }: Reason): string | null => {
  if (liftBy === null) return null
  if (liftBy.anyone) return 'anyone'
  const named = liftBy.people.map(({ person, deputyOf, until }) =>
    deputyOf === null ? person : `${person} (for ${deputyOf} until ${until})`,
  )
  return named.length === 0 ? null : named.join(', ')
}

/** Details in minor units as decimals, whatever the rule names. */
const AMOUNTS = new Set(['limit', 'exposure', 'after', 'over', 'amount', 'minimum'])
const detailsOf = ({ details }: Reason, currency: string) =>
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      AMOUNTS.has(key) && typeof value === 'number' ? toDecimal(value, currency) : value,
    ]),
  )

const verdictJson = ({ verdict, asOf, currency, amount, exposure, after, reasons }: Verdict) => {
  const decimal = (value: number | null) => (value === null ? null : toDecimal(value, currency))
  return {
    verdict,
    asOf,
    currency,
    amount: decimal(amount),
    limit: decimal(exposure.limit),
    exposure: {
      total: decimal(exposure.total),
      components: Object.fromEntries(exposure.lines.map(({ part, amount: held }) => [part, decimal(held)])),
      notCounted: exposure.lines.filter(({ counted }) => !counted).map(({ part }) => part),
    },
    available: decimal(exposure.available),
    after: decimal(after),
    reasons: reasons.map((reason) => ({
      code: reason.code,
      weight: reason.weight,
      message: reason.message,
      liftBy: liftBy(reason),
      until: reason.until,
      lifted: reason.lifted,
      details: detailsOf(reason, currency),
    })),
  }
}

const verdictText = (told: Verdict): string => {
  const { verdict, currency, exposure, amount, after, reasons } = told
  const money = (value: number | null) => (value === null ? 'not set' : grouped(toDecimal(value, currency)))
  return [
    `${verdict.toUpperCase()}  order of ${money(amount)} ${currency}`,
    '',
    table(
      [left('Exposure'), right(currency), left('')],
      [
        ...exposure.lines
          .filter(({ amount: held, unknown }) => held !== 0 || unknown.length > 0)
          .map(({ part, amount: held, counted, unknown }) => [
            part,
            money(held),
            [
              ...(counted ? [] : ['not counted']),
              ...unknown.map((one) => `and ${grouped(toDecimal(one.amount, one.currency))} ${one.currency}, no rate`),
            ].join('; '),
          ]),
        ['total', money(exposure.total), ''],
        ['with the order', money(after), ''],
        ['limit', money(exposure.limit), exposure.limitState === 'expired' ? 'ended' : ''],
        ['available', money(exposure.available), ''],
      ],
    ),
    ...(reasons.length > 0 ? ['', ...reasons.map(reasonText)] : []),
  ].join('\n')
}

const reasonText = (reason: Reason): string => {
  const by = liftBy(reason)
  const lifted = reason.lifted ? ` (allowed by ${reason.lifted.by} until ${reason.lifted.until})` : ''
  return `${reason.weight}: ${reason.message}${lifted}${by ? ` (may be lifted by ${by})` : ''}`
}
