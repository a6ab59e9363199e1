import type { InferContractRouterOutputs } from '@orpc/contract'
import type { forecastsContract } from '../forecasts/forecasts.contract.ts'
import type { lossesContract } from '../losses/losses.contract.ts'
import type { provisionsContract } from '../provisions/provisions.contract.ts'
import { closingWords } from '../provisions/provisions.words.ts'
import type { Table } from '../tables/table.model.ts'
import { decimal, type Head, tableOf } from './sheet.fields.ts'
import { leftOutNote } from './sheets.ledger.ts'

type Forecasts = InferContractRouterOutputs<typeof forecastsContract>
type Losses = InferContractRouterOutputs<typeof lossesContract>
type Provisions = InferContractRouterOutputs<typeof provisionsContract>
export type Cash = Forecasts['cash']
export type BackTest = Forecasts['backTest']
export type LossList = Losses['list']
export type UnderPolicy = Losses['underPolicy']
export type Matrix = Provisions['matrix']
export type Cases = Provisions['cases']

export const forecastTable = (head: Head, { weeks, why, later, apart, total, leftOut }: Cash): Table => {
  const { columns, sheets, notes, apart: aside } = head.words
  type Row = Partial<Cash['weeks'][number]> & { label?: string; amount: number | null }
  const rest: [string, number | null][] = [
    [aside.later, why === null ? later : null],
    [aside.disputed, apart.disputed],
    [aside.insolvent, apart.insolvent],
    [aside.unknown, apart.unknown],
    [aside.credits, apart.credits],
    [aside.total, total],
  ]
  return tableOf<Row>(head, sheets.forecast, {
    rows: [
      // What cannot be told is left empty.
      ...weeks.map(({ from, until, ...told }) =>
        why === null ? { from, until, ...told, amount: told.central } : { from, until, amount: null },
      ),
      ...rest.map(([label, amount]) => ({ label, amount })),
    ],
    fields: [
      { label: head.words.report.weeks, kind: 'text', cell: ({ label }) => label ?? null },
      { label: columns.from, kind: 'day', cell: ({ from }) => from ?? null },
      { label: columns.until, kind: 'day', cell: ({ until }) => until ?? null },
      { label: columns.expected, kind: 'amount', cell: ({ amount }) => amount },
      { label: columns.habit, kind: 'amount', cell: ({ byKind }) => byKind?.habit ?? null },
      { label: columns.promise, kind: 'amount', cell: ({ byKind }) => byKind?.promise ?? null },
      { label: columns.plan, kind: 'amount', cell: ({ byKind }) => byKind?.plan ?? null },
      { label: columns.low, kind: 'amount', cell: ({ upTo }) => upTo?.low ?? null },
      { label: columns.central, kind: 'amount', cell: ({ upTo }) => upTo?.central ?? null },
      { label: columns.high, kind: 'amount', cell: ({ upTo }) => upTo?.high ?? null },
    ],
    notes: [why === null ? notes.forecast : head.words.report.untold, ...leftOutNote(head, leftOut)],
  })
}

export const largestTable = (head: Head, { largest }: Cash): Table => {
  const { columns, sheets } = head.words
  return tableOf(head, sheets.largest, {
    rows: largest,
    fields: [
      { label: columns.customer, kind: 'text', cell: ({ name }) => name },
      { label: columns.code, kind: 'text', cell: ({ code }) => code },
      { label: columns.expected, kind: 'amount', cell: ({ amount }) => amount },
    ],
  })
}

export const backTestTable = (head: Head, { points }: BackTest): Table => {
  const { columns, sheets, notes } = head.words
  return tableOf(head, sheets.backTest, {
    rows: points,
    fields: [
      { label: columns.from, kind: 'day', cell: ({ asOf }) => asOf },
      { label: columns.until, kind: 'day', cell: ({ until }) => until },
      { label: columns.lowest, kind: 'amount', cell: ({ low }) => low },
      { label: columns.forecast, kind: 'amount', cell: ({ forecast }) => forecast },
      { label: columns.highest, kind: 'amount', cell: ({ high }) => high },
      { label: columns.came, kind: 'amount', cell: ({ actual }) => actual },
      { label: columns.error, kind: 'number', cell: ({ error }) => decimal(error) },
    ],
    notes: [notes.backTest],
  })
}

/** Each loss with what let it in and what today's policy says of it, where it was measured. */
export const lossesTable = (head: Head, { losses }: LossList, under: UnderPolicy): Table => {
  const { words } = head
  const { columns } = words
  const measured = new Map(under.losses.map((one) => [`${one.itemId} ${one.kind}`, one]))
  const rows = losses.map((loss) => ({ ...loss, measure: measured.get(`${loss.itemId} ${loss.kind}`) }))
  return tableOf(head, words.sheets.losses, {
    rows,
    fields: [
      { label: columns.customer, kind: 'text', cell: ({ customerName }) => customerName },
      { label: columns.code, kind: 'text', cell: ({ customerCode }) => customerCode },
      { label: columns.number, kind: 'text', cell: ({ number }) => number },
      { label: columns.issued, kind: 'day', cell: ({ issued }) => issued },
      { label: columns.lostOn, kind: 'day', cell: ({ on }) => on },
      { label: columns.amount, kind: 'amount', cell: ({ worth }) => worth, sum: true },
      { label: columns.origin, kind: 'text', cell: ({ origin }) => words.origins[origin] },
      { label: columns.decider, kind: 'text', cell: ({ decidedBy }) => decidedBy || words.nobody },
      { label: columns.segment, kind: 'text', cell: ({ segment }) => segment },
      { label: columns.salesperson, kind: 'text', cell: ({ salesperson }) => salesperson },
      { label: columns.relation, kind: 'text', cell: ({ age }) => words.relation[age] },
      { label: columns.balance, kind: 'amount', cell: ({ balance }) => balance },
      { label: columns.limit, kind: 'amount', cell: ({ limit }) => limit },
      { label: columns.policyLimit, kind: 'amount', cell: ({ measure }) => measure?.limit ?? null },
      {
        label: columns.effect,
        kind: 'text',
        cell: ({ measure }) =>
          measure
            ? [words.effects[measure.effect], measure.rule && words.rules[measure.rule]].filter(Boolean).join(', ')
            : null,
      },
      { label: columns.avoided, kind: 'amount', cell: ({ measure }) => measure?.avoided ?? null, sum: true },
    ],
    notes: [words.notes.losses, words.notes.underPolicy],
  })
}

export type LossPart = { axis: string; label: string; items: number; amount: number }

/** What losses come from, one way of looking at them after the other. */
export const lossParts = (list: LossList, under: UnderPolicy | null, { words }: Head): LossPart[] => {
  const { axes, unnamed } = words
  const part =
    (axis: string) =>
    (label: string, { items, amount }: { items: number; amount: number }): LossPart => ({ axis, label, items, amount })
  const [origin, decider, segment, person, age, policy] = [
    part(axes.origin),
    part(axes.decider),
    part(axes.segment),
    part(axes.salesperson),
    part(axes.age),
    part(axes.policy),
  ]
  return [
    ...list.byOrigin.map((row) => origin(words.origins[row.origin], row)),
    ...list.byDecider.map((row) => decider(row.person || words.nobody, row)),
    ...list.bySegment.map((row) => segment(row.segment || unnamed.segment, row)),
    ...list.bySalesperson.map((row) => person(row.salesperson || unnamed.salesperson, row)),
    ...list.byAge.map((row) => age(words.relation[row.age], row)),
    ...(under?.byEffect ?? []).map((row) => policy(words.effects[row.effect], row)),
  ]
}

export const lossOriginsTable = (head: Head, list: LossList, under: UnderPolicy): Table => {
  const { columns, sheets, notes } = head.words
  return tableOf(head, sheets.lossOrigins, {
    rows: lossParts(list, under, head),
    fields: [
      { label: columns.axis, kind: 'text', cell: ({ axis }) => axis },
      { label: columns.origin, kind: 'text', cell: ({ label }) => label },
      { label: columns.items, kind: 'number', cell: ({ items }) => items },
      { label: columns.amount, kind: 'amount', cell: ({ amount }) => amount },
    ],
    notes: [notes.losses, notes.underPolicy],
  })
}

export const matrixTable = (head: Head, { groups, why, leftOut, lostAfter }: Matrix): Table => {
  const { words, language } = head
  const { columns } = words
  const closing = closingWords[language]
  const rows = groups.flatMap(({ segment, lines }) => lines.map((line) => ({ segment, ...line })))
  return tableOf(head, words.sheets.matrix, {
    rows,
    fields: [
      { label: columns.bucket, kind: 'text', cell: ({ bucket }) => closing.buckets[bucket] },
      { label: columns.gross, kind: 'amount', cell: ({ gross }) => gross, sum: true },
      { label: columns.cases, kind: 'amount', cell: ({ cases }) => cases, sum: true },
      { label: columns.credits, kind: 'amount', cell: ({ credits }) => credits, sum: true },
      { label: columns.tax, kind: 'amount', cell: ({ tax }) => tax, sum: true },
      { label: columns.insured, kind: 'amount', cell: ({ insured }) => insured, sum: true },
      { label: columns.base, kind: 'amount', cell: ({ base }) => base, sum: true },
      { label: columns.rate, kind: 'number', cell: ({ rate }) => decimal(rate) },
      // A sum without one of its parts would be a wrong one.
      { label: columns.provision, kind: 'amount', cell: ({ amount }) => amount, ...(why === null && { sum: true }) },
      {
        label: columns.why,
        kind: 'text',
        cell: (row) => (row.why === null ? null : `${words.none}, ${words.why[row.why]}`),
      },
    ],
    notes: [words.notes.matrix(lostAfter), ...leftOutNote(head, leftOut)],
  })
}

export const casesTable = (head: Head, { cases, leftOut }: Cases): Table => {
  const { words } = head
  const { columns } = words
  return tableOf(head, words.sheets.cases, {
    rows: cases,
    fields: [
      { label: columns.customer, kind: 'text', cell: ({ customerName }) => customerName },
      { label: columns.code, kind: 'text', cell: ({ customerCode }) => customerCode },
      { label: columns.number, kind: 'text', cell: ({ number }) => number },
      { label: columns.issued, kind: 'day', cell: ({ issued }) => issued },
      { label: columns.daysLate, kind: 'number', cell: ({ daysLate }) => daysLate },
      {
        label: columns.ground,
        kind: 'text',
        cell: ({ decision }) => (decision?.ground ? words.grounds[decision.ground] : null),
      },
      { label: columns.gross, kind: 'amount', cell: ({ gross }) => gross, sum: true },
      { label: columns.tax, kind: 'amount', cell: ({ tax }) => tax, sum: true },
      { label: columns.insured, kind: 'amount', cell: ({ insured }) => insured, sum: true },
      { label: columns.base, kind: 'amount', cell: ({ base }) => base, sum: true },
      { label: columns.probability, kind: 'number', cell: ({ decision }) => decimal(decision?.probability ?? null) },
      { label: columns.provision, kind: 'amount', cell: ({ amount }) => amount, sum: true },
    ],
    notes: [words.notes.cases, ...leftOutNote(head, leftOut)],
  })
}
