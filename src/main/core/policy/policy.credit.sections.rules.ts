import { formatDay, formatMoney, formatPercent } from '../kernel/format.ts'
import type { Block, TableColumn } from '../letters/document.model.ts'
import { termsInWords } from '../receivables/terms.words.rules.ts'
import { ceilingWarning } from '../recommendations/terms.rules.ts'
import type { Clause } from './changes.rules.ts'
import type { CreditPolicy, RiskClass } from './credit-policy.schema.ts'
import type { ClauseContext } from './policy.sections.rules.ts'
import { documentsText, policyTerms } from './policy.terms.rules.ts'
import { policyWords } from './policy.words.ts'

const classes = [1, 2, 3, 4, 5] as const satisfies readonly RiskClass[]
type CreditClause = Exclude<
  Clause,
  'writeOff' | 'losses' | 'disputes' | 'proofs' | 'invoicing' | 'instalments' | 'charges'
>

/** The clauses on credit, by name. */
export const creditClauses = (credit: CreditPolicy, context: ClauseContext): Record<CreditClause, Block[]> => {
  const { language, currency } = context
  const words = policyWords(language)
  const terms = policyTerms(language)
  const money = (amount: number) => formatMoney(amount, currency, language)
  const percent = (value: string | number) => formatPercent(String(value), language)
  const { newCustomers, late, alerts } = credit
  return {
    limits: limits(credit, context),
    terms: paymentTerms(credit, context),
    scorecard: scorecard(credit, context),
    documents:
      credit.documents.length === 0
        ? [paragraph(words.documents.empty)]
        : [
            paragraph(words.documents.text),
            {
              kind: 'table',
              columns: [
                column(words.documents.columns[0], 'right'),
                { ...column(words.documents.columns[1]), grow: 1 },
              ],
              rows: [...credit.documents]
                .sort((a, b) => a.from - b.from)
                .map((one) => [money(one.from), documentsText(one, language)]),
            },
          ],
    reviews: [
      paragraph(words.reviews.text),
      byClass(
        words.reviews.row,
        credit.reviewMonths.map((months) => terms.count.months(months)),
        context,
      ),
      paragraph(words.reviews.stale(terms.count.months(credit.staleMonths))),
    ],
    newCustomers: [
      paragraph(
        newCustomers.months === 0
          ? words.newCustomers.none
          : words.newCustomers.text(String(newCustomers.months), money(newCustomers.ceiling)),
      ),
    ],
    exposure: [
      paragraph(words.exposure.text),
      {
        kind: 'table',
        columns: [column(words.exposure.columns[0]), column(words.exposure.columns[1], 'right')],
        rows: Object.entries(terms.parts).map(([part, name]) => {
          const counted = credit.exposure[part as keyof typeof terms.parts]
          return [name, counted ? words.exposure.yes : { text: words.exposure.no, tone: 'faint' }]
        }),
      },
      paragraph(words.exposure.watch(percent(credit.watchPercent))),
      paragraph(
        credit.tolerancePercent === 0
          ? words.exposure.noTolerance
          : words.exposure.tolerance(percent(credit.tolerancePercent)),
      ),
      paragraph(words.exposure.delivered),
    ],
    late: [
      paragraph(
        words.late.text(money(late.minimum), terms.count.days(late.warnDays), terms.count.days(late.refuseDays)),
      ),
      paragraph(words.late.brokenPromise[credit.brokenPromise]),
    ],
    authority: authority(credit, context),
    actions: credit.actions.every((action) => action === '')
      ? [paragraph(words.actions.none)]
      : [
          {
            kind: 'table',
            columns: [column(words.actions.columns[0]), { ...column(words.actions.columns[1]), grow: 1 }],
            rows: classes.map((one) => [`${one}, ${terms.classMeaning[one]}`, credit.actions[one - 1] || words.none]),
          },
        ],
    alerts: [
      paragraph(words.alerts.text),
      {
        kind: 'list',
        items: [
          words.alerts.lateRise(terms.count.days(alerts.lateRise)),
          words.alerts.scoreDrop(terms.count.points(alerts.scoreDrop)),
          words.alerts.inactive(terms.count.months(alerts.inactiveMonths)),
          words.alerts.ending(terms.count.days(alerts.endingDays)),
          words.alerts.always,
        ].map((text) => ({ text })),
      },
    ],
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const column = (label = '', align: 'left' | 'right' = 'left'): TableColumn => ({ label, align })

/** One row of figures under the five classes. */
const byClass = (name: string, values: readonly string[], { language }: ClauseContext): Block => {
  const { class: head } = policyWords(language).authority
  return {
    kind: 'table',
    columns: [column(''), ...classes.map((one) => column(head(String(one)), 'right'))],
    rows: [[name, ...values]],
  }
}

const limits = ({ limits: policy }: CreditPolicy, context: ClauseContext): Block[] => {
  const { language, currency } = context
  const words = policyWords(language).limits
  const percent = (value: string) => formatPercent(value, language)
  const parameters = {
    need: words.need(percent(policy.taxRate), policyTerms(language).count.days(policy.usualDelayDays)),
    equity: percent(policy.equityPercent),
    supplier: percent(policy.supplierPercent),
    revenue: percent(policy.revenuePercent),
    workingCapital: percent(policy.workingCapitalPercent),
    ownRevenue:
      policy.ownRevenue === null
        ? words.leftOut
        : words.ownRevenue(percent(policy.ownRevenuePercent), formatMoney(policy.ownRevenue, currency, language)),
    external: words.asIs,
  }
  const methods = Object.entries(words.methods) as [keyof typeof parameters, string[]][]
  return [
    paragraph(words.text),
    {
      kind: 'table',
      columns: [column(words.columns[0]), { ...column(words.columns[1]), grow: 1 }, column(words.columns[2], 'right')],
      rows: methods.map(([key, [name = '', arithmetic = '']]) => [name, arithmetic, parameters[key]]),
    },
    paragraph(words[policy.combine]),
    byClass(
      words.factors,
      policy.scoreFactors.map((factor) => (language === 'fr' ? factor.replace('.', ',') : factor)),
      context,
    ),
    paragraph(words.zero),
  ]
}

const paymentTerms = ({ termsBySegment, supplierDays }: CreditPolicy, context: ClauseContext): Block[] => {
  const { language, day, country } = context
  const words = policyWords(language).terms
  const ceiling = (terms: string) =>
    ceilingWarning(terms, day)
      ? ({ text: words.broken, tone: 'bad' } as const)
      : ({ text: words.kept, tone: 'good' } as const)
  const french = country === 'FR'
  const columns = [
    column(words.columns[0]),
    { ...column(words.columns[1]), grow: 1 },
    column(words.columns[2], 'right'),
  ]
  const company = [words.others, termsInWords(context.terms, language), ceiling(context.terms)]
  return [
    paragraph(words.company(termsInWords(context.terms, language))),
    ...(termsBySegment.length > 0
      ? [
          paragraph(words.segments),
          {
            kind: 'table',
            columns: french ? columns : columns.slice(0, 2),
            rows: [
              ...termsBySegment.map(({ segment, terms }) => [segment, termsInWords(terms, language), ceiling(terms)]),
            ]
              .concat([company])
              .map((row) => (french ? row : row.slice(0, 2))),
          } satisfies Block,
        ]
      : []),
    ...(french ? [{ kind: 'note', text: words.check } as const] : []),
    ...(supplierDays === null ? [] : [paragraph(words.suppliers(policyTerms(language).count.days(supplierDays)))]),
  ]
}

const scorecard = ({ scorecard: criteria, classBounds }: CreditPolicy, { language }: ClauseContext): Block[] => {
  const words = policyWords(language).scorecard
  const { classMeaning } = policyTerms(language)
  const whole = criteria.reduce((total, { weight }) => total + weight, 0)
  const share = (weight: number) => formatPercent(((weight / whole) * 100).toFixed(1).replace(/\.0$/, ''), language)
  return [
    paragraph(words.text),
    {
      kind: 'table',
      columns: [
        { ...column(words.columns[0]), grow: 1 },
        { ...column(words.columns[1]), grow: 1 },
        column(words.columns[2], 'right'),
        column(words.columns[3], 'right'),
      ],
      rows: criteria.map((one) => [one[language], words.sources[one.source], String(one.weight), share(one.weight)]),
      totals: [[words.total, '', String(whole), share(whole)]],
    },
    paragraph(words.classes),
    {
      kind: 'table',
      columns: [
        column(words.classColumns[0]),
        { ...column(words.classColumns[1]), grow: 1 },
        column(words.classColumns[2], 'right'),
      ],
      rows: classes.map((one) => {
        const low = classBounds[one - 1]
        const above = one === 1 ? 100 : (classBounds[one - 2] ?? 0) - 1
        return [String(one), classMeaning[one], low === undefined ? words.below(above + 1) : words.from(low, above)]
      }),
    },
  ]
}

const authority = (credit: CreditPolicy, { language, currency }: ClauseContext): Block[] => {
  const words = policyWords(language).authority
  const rules = [
    words.fourEyes(formatMoney(credit.fourEyesFrom, currency, language)),
    words.escalation(policyTerms(language).count.days(credit.escalationDays)),
  ]
  if (credit.authority.length === 0) return [paragraph(words.anyone), ...rules.map(paragraph)]
  return [
    paragraph(words.text),
    {
      kind: 'table',
      columns: [
        { ...column(words.person), grow: 1 },
        ...classes.map((one) => column(words.class(String(one)), 'right')),
      ],
      rows: credit.authority.map(({ person, ceilings }) => [
        person,
        ...ceilings.map((ceiling) =>
          ceiling === 0 ? ({ text: words.nothing, tone: 'faint' } as const) : formatMoney(ceiling, currency, language),
        ),
      ]),
    },
    ...rules.map(paragraph),
    { kind: 'heading', text: words.deputies },
    ...(credit.deputies.length === 0
      ? [paragraph(words.noDeputies)]
      : [
          {
            kind: 'table',
            columns: [
              { ...column(words.deputyColumns[0]), grow: 1 },
              { ...column(words.deputyColumns[1]), grow: 1 },
              column(words.deputyColumns[2], 'right'),
              column(words.deputyColumns[3], 'right'),
            ],
            rows: credit.deputies.map(({ person, deputy, from, until }) => [
              person,
              deputy,
              formatDay(from, language),
              formatDay(until, language),
            ]),
          } satisfies Block,
          paragraph(words.deputyRule),
        ]),
  ]
}
