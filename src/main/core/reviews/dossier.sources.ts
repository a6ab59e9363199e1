import { formatMoney } from '../kernel/format.ts'
import type { Block, TableCell, TableRow } from '../letters/document.model.ts'
import { kindsText } from '../policy/policy.terms.rules.ts'
import type { ProofKind } from '../proofs/proof-kinds.schema.ts'
import { termsInWords } from '../receivables/terms.words.rules.ts'
import type { Candidate, Input } from '../recommendations/recommendations.contract.ts'
import { left, note, type Pen, paragraph, right } from './dossier.figures.ts'
import type { Evidence } from './reviews.contract.ts'

type Year = Evidence['statements'][number]

/** What is looked at first in accounts (domain 3.2). */
const ratios: ReadonlySet<string> = new Set([
  'frng',
  'bfr',
  'netCash',
  'currentRatio',
  'equityRatio',
  'gearing',
  'repaymentCapacity',
  'ebitdaMargin',
  'netMargin',
])

export const statementBlocks = ({ statements }: Evidence, pen: Pen): Block[] => {
  const { words, whole, day, percent, decimal, language } = pen
  const told = words.statements
  const [newest] = statements
  if (!newest) return [paragraph(told.empty)]
  const ratioText = (year: Year, code: string): string => {
    const ratio = year.ratios.find((one) => one.code === code)
    if (ratio?.amount != null) return whole(ratio.amount, year.currency)
    if (ratio?.value == null) return told.notMeaningful
    if (ratio.unit === 'percent') return percent(ratio.value)
    if (ratio.unit === 'days') return words.days(decimal(ratio.value))
    return ratio.unit === 'years' ? words.years(decimal(ratio.value)) : decimal(ratio.value)
  }
  const figures = (Object.keys(told.figures) as (keyof typeof told.figures)[]).filter((key) =>
    statements.some((year) => year.figures[key] !== undefined),
  )
  const models = newest.scores.filter(({ score }) => score !== null)
  return [
    {
      kind: 'table',
      columns: [
        left(told.item(newest.currency), 1),
        ...statements.map((year) => right(day(year.closedOn) + (year.months === 12 ? '' : told.months(year.months)))),
      ],
      rows: [
        ...figures.map(
          (key): TableRow => ({
            strong: true,
            cells: [
              told.figures[key],
              ...statements.map((year) =>
                year.figures[key] === undefined ? words.none : whole(year.figures[key], year.currency),
              ),
            ],
          }),
        ),
        ...newest.ratios
          .filter(({ code }) => ratios.has(code))
          .map((ratio): TableRow => [ratio[language], ...statements.map((year) => ratioText(year, ratio.code))]),
        ...models.map(
          ({ model }): TableRow => [
            told.models[model],
            ...statements.map((year) => {
              const score = year.scores.find((one) => one.model === model)
              return score?.score == null
                ? told.notMeaningful
                : [decimal(score.score), score.zone[language]].filter(Boolean).join(' · ')
            }),
          ],
        ),
      ],
    },
  ]
}

/** The newest report of each provider side by side, each on its own scale. */
export const ratingBlocks = ({ ratings }: Evidence, pen: Pen): Block[] => {
  const { words, day, language } = pen
  const told = words.ratings
  if (ratings.length === 0) return [paragraph(told.empty)]
  return [
    ...pairs(ratings).map(
      (pair): Block => ({
        kind: 'columns',
        columns: pair.map((rating): Block[] => [
          { kind: 'heading', text: rating.providerName || told.providers[rating.provider] },
          {
            kind: 'facts',
            columns: 1,
            facts: [
              rating.stale
                ? { label: told.day, value: `${day(rating.day)}, ${told.stale}`, tone: 'warning' as const }
                : { label: told.day, value: day(rating.day) },
              ...rating.values.map((value) => ({
                label: value.label || value.name[language],
                value: [value.value, value.reading?.[language] ?? ''].filter(Boolean).join(', '),
              })),
              ...(rating.recommendedLimit === null
                ? []
                : [
                    {
                      label: told.limit,
                      value: formatMoney(rating.recommendedLimit, rating.currency, language).replace(
                        /[.,]00(?!\d)/,
                        '',
                      ),
                    },
                  ]),
            ],
          },
        ]),
      }),
    ),
    note(told.note),
  ]
}

/** Two beside one another; the last one keeps its half of the page. */
const pairs = <T>(all: readonly T[]): (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / 2) }, (_, index) => all.slice(index * 2, index * 2 + 2))

export const recommendationBlocks = ({ recommendation }: Evidence, pen: Pen): Block[] => {
  const { words, money, amount, decimal, language } = pen
  const told = words.recommendation
  const { candidates, steps, gap, cash, terms, missing, factor } = recommendation
  const documents = missing.map(({ kind, held, wanted }) => {
    const name = told.documents[kind as keyof typeof told.documents] ?? kindsText([kind as ProofKind], language)
    return told.missingOne(name, held, wanted)
  })
  const row = (one: Candidate): TableRow => {
    const name = told.methods[one.method]
    const result: TableCell =
      one.amount === null ? { text: told.reasons[one.reason ?? 'missing'], tone: 'faint' } : amount(one.amount)
    const cells = [one.binds ? told.binds(name) : name, arithmetic(one.inputs, pen), result]
    return one.binds ? { strong: true, cells } : cells
  }
  return [
    {
      kind: 'table',
      columns: [left(told.columns[0]), left(told.columns[1], 1), right(told.columns[2])],
      rows: candidates.map(row),
    },
    recommendation.amount === null
      ? paragraph(told.nothing)
      : {
          kind: 'table',
          columns: [left(told.stepColumns[0], 1), right(told.stepColumns[1])],
          rows: steps
            .filter(({ code, amount: step }) => step !== 0 || !ADDED.has(code))
            .map(({ code, amount: step }) => [
              code === 'weighted' && factor !== null ? told.weightedBy(decimal(factor)) : told.steps[code],
              amount(step),
            ]),
          totals: [[told.total, money(recommendation.amount)]],
        },
    ...(gap !== null && gap > 0 ? [paragraph(told.gap(money(gap)))] : []),
    paragraph(told.terms(termsInWords(terms.recommended, language))),
    ...(cash.obtained !== null && cash.gap !== null && cash.gap > 0
      ? [
          paragraph(
            told.cash(
              words.days(String(cash.granted)),
              cash.paidIn === null ? '' : told.paidIn(words.days(String(cash.paidIn))),
              words.days(String(cash.obtained)),
              words.days(String(cash.gap)),
            ),
          ),
        ]
      : []),
    ...(documents.length > 0 ? [paragraph(told.missing(documents.join(', ')))] : []),
  ]
}

/** Steps that are told only where they add something. */
const ADDED: ReadonlySet<string> = new Set(['guarantees', 'insured'])

/** `achats 150 000,00 € × (1 + TVA 20 %) × (45 j + 15 j) / 360`, then where the figure comes from. */
const arithmetic = (inputs: readonly Input[], { words, money, percent, day }: Pen): string => {
  const told = words.recommendation
  const agencies: Record<string, string> = words.ratings.providers
  const days = inputs.filter(({ unit }) => unit === 'days').map(({ value }) => words.days(value ?? ''))
  const factors = inputs.flatMap(({ code, unit, value }) => {
    if (unit === 'days') return []
    const figure = value === null ? told.unknown : unit === 'amount' ? money(Number(value)) : percent(value)
    if (code === 'tax') return [`(1 + ${told.inputs.tax} ${figure})`]
    return [[told.inputs[code], figure].filter(Boolean).join(' ')]
  })
  const source = inputs.map(({ source: from, day: on, by }) => {
    if (from === 'invoices') return on ? told.sources.invoices(day(on)) : ''
    if (from === 'announced') return told.sources.announced
    if (from === 'statement') return on ? told.sources.statement(day(on)) : ''
    return from === 'report' && on ? told.sources.report(agencies[by] ?? by, day(on)) : ''
  })
  const product = [...factors, ...(days.length > 0 ? [`(${days.join(' + ')}) ${told.over360}`] : [])].join(' × ')
  const from = source.find(Boolean)
  return from ? `${product} (${from})` : product
}
