import { type Command, Option } from 'commander'
import { Refusal } from '../../core/kernel/errors.ts'
import { parseMinor, toDecimal } from '../../core/kernel/money.ts'
import { answers, declare } from '../command.ts'
import { type Client, type Common, withProgram } from '../session.ts'
import { grouped, left, right, table } from '../table.ts'
import { warningText } from './receivables.ts'

type DayCount = 'act/365' | 'act/act' | 'act/360' | '30/360'
type Calculating = Common & {
  country: string
  currency: string
  amount: string
  due: string
  until: string
  payments?: string
  rate?: string
  dayCount: DayCount
  frozen?: boolean
}

const dayCounts: DayCount[] = ['act/365', 'act/act', 'act/360', '30/360']

export const interestCommands = (program: Command): void => {
  const command = declare(program, 'interest', 'late-payment interest and recovery indemnity of one debt')
    .requiredOption('--amount <decimal>', 'tax included')
    .requiredOption('--due <day>')
    .requiredOption('--until <day>', 'last day counted')
    .option('--country <code>', 'whose law', 'FR')
    .option('--currency <code>', 'of the debt', 'EUR')
    .option('--payments <list>', 'DAY:AMOUNT,DAY:AMOUNT…')
    .option('--rate <percent>', 'the contract’s; the statutory rate unless told')
    .addOption(new Option('--day-count <convention>').choices(dayCounts).default('act/365'))
    .option('--frozen', 'the rate of the first day late holds for the whole delay')
  answers(command, async (options: Calculating) => {
    const { currency, country, due, until, rate, dayCount, frozen = false } = options
    const amount = minorOf('amount', options.amount, currency)
    const payments = paymentsOf(options.payments ?? '', currency)
    const result = await withProgram(options, (client) =>
      client.interest.calculate({
        country,
        currency,
        amount,
        due,
        until,
        payments,
        dayCount,
        frozen,
        ...(rate !== undefined && { rate }),
      }),
    )
    return { json: toJson(result), text: toText(result) }
  })
}

const minorOf = (field: string, text: string, currency: string): number => {
  const amount = parseMinor(text, currency)
  if (amount === null)
    throw new Refusal('input.invalid', `--${field}: ${text} is not an amount in ${currency}`, { field, value: text })
  return amount
}

const paymentsOf = (list: string, currency: string): { day: string; amount: number }[] =>
  list
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [day = '', amount = ''] = part.trim().split(':')
      return { day, amount: minorOf('payments', amount, currency) }
    })

type Result = Awaited<ReturnType<Client['interest']['calculate']>>

const toJson = ({ currency, principal, days, interest, indemnity, segments, rounding, warnings }: Result) => {
  const decimal = (amount: number) => toDecimal(amount, currency)
  return {
    currency,
    principal: decimal(principal),
    days,
    interest: decimal(interest),
    indemnity: decimal(indemnity),
    segments: segments.map((segment) => ({
      ...segment,
      principal: decimal(segment.principal),
      interest: decimal(segment.interest),
    })),
    rounding: decimal(rounding),
    warnings,
  }
}

const toText = (result: Result): string => {
  const { currency, principal, days, interest, indemnity, segments, rounding, warnings } = result
  const money = (amount: number) => grouped(toDecimal(amount, currency))
  return [
    table(
      [left('From'), left('To'), right('Days'), right('Rate %'), right('Principal'), right('Interest')],
      segments.map((segment) => [
        segment.from,
        segment.to,
        String(segment.days),
        segment.rate,
        money(segment.principal),
        money(segment.interest),
      ]),
    ),
    ...(rounding === 0 ? [] : [`Rounding ${money(rounding)}`]),
    '',
    `${money(principal)} ${currency}, ${days} days late: interest ${money(interest)}, indemnity ${money(indemnity)}`,
    ...warnings.map(warningText),
  ].join('\n')
}
