import { isBounded } from '../behaviour/behaviour.rules.ts'
import type { Block, TableCell, Tone } from '../letters/document.model.ts'
import { policyTerms } from '../policy/policy.terms.rules.ts'
import { left, note, type Pen, paragraph, right } from './dossier.figures.ts'
import { type Finding, isOverdue, type Standing } from './dossier.rules.ts'
import type { Evidence } from './reviews.contract.ts'

/** The traffic light with what was found. */
export const lightBlock = ({ light, findings }: Standing, evidence: Evidence, pen: Pen): Block => ({
  kind: 'callout',
  tone: light,
  title: pen.words.lightOn(pen.words.light[light], pen.day(evidence.frozenOn)),
  text: pen.words.lightText[light],
  items: findings.map((finding) => ({ text: findingText(finding, evidence, pen) })),
})

/** What an alert tells of itself in a line: the days, amounts and names that its kind has. */
const alertText = (kind: string, { alerts }: Evidence, { words, money, day, signed }: Pen): string => {
  const name = words.alerts[kind] ?? kind
  const found = alerts.find((alert) => alert.kind === kind)
  if (!found) return name
  const { number, by, promisedFor, until, documentDay, lastInvoice, amount, currency, change, from, to } = found.details
  const told = [
    number,
    by,
    ...[promisedFor, until, documentDay, lastInvoice].map((one) => (one ? day(one) : undefined)),
    amount === undefined ? undefined : money(amount, currency),
    change && words.days(signed(change)),
    from && to && `${from} → ${to}`,
  ].filter((one) => one)
  return `${name} (${told.length > 0 ? told.join(', ') : day(found.day)})`
}

const findingText = (finding: Finding, evidence: Evidence, pen: Pen): string => {
  const { words, money, day, percent } = pen
  const { exposure, insolvency, behaviour, openDisputes, scorecard } = evidence
  const { standing } = words
  switch (finding.code) {
    case 'insolvency':
      return insolvency ? standing.insolvency(words.insolvency[insolvency.kind], day(insolvency.since)) : ''
    case 'passed':
      return standing.passed(money(Math.abs(exposure.available ?? 0)))
    case 'zero-limit':
      return standing.zeroLimit
    case 'no-limit':
      return standing.noLimit
    case 'expired':
      return standing.expired(exposure.limitUntil ? standing.expiredOn(day(exposure.limitUntil)) : '')
    case 'watch':
      return standing.watch(percent(exposure.utilisation ?? 0))
    case 'overdue':
      return standing.overdue(money(behaviour.overdue.amount), words.days(String(behaviour.overdue.worstDays ?? 0)))
    case 'disputes':
      return standing.disputes(openDisputes.count, money(openDisputes.amount))
    case 'incomplete':
      return standing.incomplete(percent(scorecard.completeness))
    case 'alert':
      return words.alert(alertText(finding.kind, evidence, pen))
  }
}

export const exposureBlocks = ({ exposure, behaviour }: Evidence, pen: Pen): Block[] => {
  const { words, money, amount, day, percent, language } = pen
  const told = words.exposure
  const { parts } = policyTerms(language)
  const { total, limit, available, insured, guaranteed, group, limitKind, limitUntil } = exposure
  const passed = available !== null && available < 0
  const tone: Tone = exposure.mark === 'passed' ? 'bad' : exposure.mark === 'watch' ? 'warning' : 'good'
  const limitText = limit === null ? words.notSet : limit === 0 ? words.zero : money(limit)
  const facts = [
    {
      label: limitKind ? told.kinds[limitKind] : told.limit,
      value: [limitText, ...(limitUntil ? [told.until(day(limitUntil))] : [])].join(', '),
    },
    ...(available === null
      ? []
      : [{ label: passed ? told.over : told.available, value: money(Math.abs(available)), tone }]),
    {
      label: told.overdue,
      value: money(exposure.overdue.amount),
      ...(isOverdue(behaviour) && { tone: 'warning' as const }),
    },
    ...(insured ? [{ label: told.insured, value: `${money(insured.amount)}, ${insured.insurer}` }] : []),
    ...(guaranteed ? [{ label: told.guaranteed, value: `${money(guaranteed.limit)}, ${guaranteed.guarantor}` }] : []),
    { label: told.own, value: money(exposure.ownShare) },
    ...(group
      ? [
          {
            label: told.group(group.name),
            value: told.groupOf(money(group.total), group.limit === null ? words.notSet : money(group.limit)),
          },
        ]
      : []),
  ]
  return [
    ...(limit !== null && limit > 0
      ? [
          {
            kind: 'bars',
            bars: [
              {
                label: told.bar,
                value: told.barValue(percent(exposure.utilisation ?? 0), money(limit)),
                parts: [{ share: Math.max(0, total) / limit, tone }],
                mark: 1,
              },
            ],
          } satisfies Block,
        ]
      : []),
    {
      kind: 'columns',
      columns: [
        [
          {
            kind: 'table',
            columns: [left(told.columns[0], 1), right(told.columns[1])],
            rows: exposure.lines
              .filter((line) => line.amount !== 0)
              .map(({ part, amount: value, counted }): TableCell[] =>
                counted
                  ? [parts[part], amount(value)]
                  : [
                      { text: `${parts[part]} ${told.notCounted}`, tone: 'faint' },
                      { text: amount(value), tone: 'faint' },
                    ],
              ),
            totals: [[told.total, amount(total)]],
          },
        ],
        [{ kind: 'facts', columns: 1, facts }],
      ],
    },
    ...(exposure.passesOn ? [note(told.passes(day(exposure.passesOn)))] : []),
  ]
}

export const behaviourBlocks = ({ behaviour }: Evidence, pen: Pen): Block[] => {
  const { words, money, day, percent, decimal, signed } = pen
  const told = words.behaviour
  const { score, lines, paid, from } = behaviour
  if (score === null) return [paragraph(told.noHistory(day(from)))]
  const found = ({ code, value }: (typeof lines)[number]): string => {
    if (value === null) return told.nothing
    if (code === 'share') return percent(value)
    if (code === 'plans' || code === 'promises' || code === 'bounced') return Number(value) === 0 ? told.nothing : value
    return words.days(code === 'trend' ? signed(value) : decimal(value))
  }
  return [
    {
      kind: 'table',
      columns: [left(told.columns[0], 1), right(told.columns[1]), right(told.columns[2])],
      rows: lines.map((line, index) => [
        told.lines[line.code],
        found(line),
        index === 0 ? decimal(line.points) : signed(line.points),
      ]),
      totals: [[isBounded(lines) ? told.bounded : told.score, '', words.of100(String(score))]],
      notes: [told.about(money(paid.amount), day(from), money(paid.late))],
    },
  ]
}

export const scorecardBlocks = ({ scorecard }: Evidence, pen: Pen): Block[] => {
  const { words, percent, decimal, language } = pen
  const told = words.scorecard
  const { mark, completeness, lines, bounds } = scorecard
  const cls = scorecard.class as 1 | 2 | 3 | 4 | 5 | null
  if (mark === null) return [paragraph(told.unknown)]
  return [
    {
      kind: 'table',
      columns: [left(told.columns[0], 1), right(told.columns[1]), right(told.columns[2]), right(told.columns[3])],
      rows: lines.map((line): TableCell[] =>
        line.mark === null || line.share === null || line.points === null
          ? [
              { text: line[language], tone: 'faint' },
              { text: told.reasons[line.reason ?? 'missing'], tone: 'faint' },
              { text: words.none, tone: 'faint' },
              { text: words.none, tone: 'faint' },
            ]
          : [
              line.byHand ? `${line[language]} (${told.byHand})` : line[language],
              String(line.mark),
              `× ${percent(line.share)}`,
              decimal(line.points),
            ],
      ),
      totals: [
        [
          told.total(cls === null ? told.noClass : told.class(cls, policyTerms(language).classMeaning[cls])),
          '',
          '',
          words.of100(String(mark)),
        ],
      ],
      notes: [
        [...(completeness < 100 ? [told.completeness(percent(completeness))] : []), told.bounds(bounds)].join(' '),
      ],
    },
    ...(scorecard.action === '' ? [] : [paragraph(told.action(String(cls), scorecard.action))]),
  ]
}
