import { legalFloor, rateOn, rateSeries, rateSeriesList } from '../interest/rates.rules.ts'
import type { Language } from '../kernel/contract.ts'
import { type Day, semesterOf } from '../kernel/day.ts'
import { formatMoney, formatPercent } from '../kernel/format.ts'
import type { Block } from '../letters/document.model.ts'
import type { Clause } from './changes.rules.ts'
import type { PolicyContent } from './policy.contract.ts'
import { kindsText, policyTerms } from './policy.terms.rules.ts'
import { policyWords } from './policy.words.ts'

/** What the clauses are told with: the company's language, money and terms, and the day the rates are of. */
export type ClauseContext = {
  language: Language
  currency: string
  country: string
  terms: string
  day: Day
  /** French rates by half-year as the book knows them; without it those shipped. */
  rates?: FrenchRates
}

/** Percent a year, by half-year: the statutory rate, and the legal rate that bounds contracts. */
export type FrenchRates = { statutory: Record<string, string>; legal: Record<string, string> }

/** The clauses on receivables, by name. */
export const receivablesClauses = (
  content: PolicyContent,
  context: ClauseContext,
): Record<
  Extract<Clause, 'writeOff' | 'losses' | 'disputes' | 'proofs' | 'invoicing' | 'instalments' | 'charges'>,
  Block[]
> => {
  const { language } = context
  const words = policyWords(language)
  const { count } = policyTerms(language)
  const limits = Object.entries(content.writeOffLimits).sort()
  const offered = content.disputeReasons.filter(({ active }) => active)
  const retired = content.disputeReasons.filter(({ active }) => !active)
  return {
    writeOff:
      limits.length === 0
        ? [{ kind: 'paragraph', text: words.writeOff.none }]
        : [
            { kind: 'paragraph', text: words.writeOff.text },
            {
              kind: 'table',
              columns: [
                { label: words.writeOff.columns[0] ?? '' },
                { label: words.writeOff.columns[1] ?? '', align: 'right' },
              ],
              rows: limits.map(([currency, amount]) => [currency, formatMoney(amount ?? 0, currency, language)]),
            },
            { kind: 'paragraph', text: words.writeOff.others },
          ],
    losses: losses(content, context),
    disputes: [
      { kind: 'paragraph', text: words.disputes.text(count.days(content.disputeDays)) },
      {
        kind: 'columns',
        columns: halves(offered.map((reason) => ({ text: reason[language] }))).map((items) => [
          { kind: 'list', items },
        ]),
      },
      ...(retired.length > 0
        ? [{ kind: 'paragraph', text: words.disputes.retired(retired.map((one) => one[language]).join(', ')) } as const]
        : []),
      { kind: 'paragraph', text: words.disputes.effect },
    ],
    proofs:
      content.requiredProofs.length === 0
        ? [{ kind: 'paragraph', text: words.proofs.none }]
        : [
            { kind: 'paragraph', text: words.proofs.text },
            { kind: 'list', items: content.requiredProofs.map((kinds) => ({ text: kindsText(kinds, language) })) },
          ],
    invoicing: [
      {
        kind: 'paragraph',
        text:
          content.invoicingHours === 0
            ? words.invoicing.atOnce
            : words.invoicing.text(count.hours(content.invoicingHours)),
      },
    ],
    instalments: [
      {
        kind: 'paragraph',
        text:
          content.instalmentGraceDays === 0
            ? words.instalments.none
            : words.instalments.text(count.days(content.instalmentGraceDays)),
      },
      {
        kind: 'paragraph',
        text:
          content.promiseGraceDays === 0
            ? words.instalments.promiseAtOnce
            : words.instalments.promise(count.workingDays(content.promiseGraceDays)),
      },
    ],
    charges: charges(content, context),
  }
}

const losses = (
  { losses: { authority, aloneUpTo } }: PolicyContent,
  { language, currency }: ClauseContext,
): Block[] => {
  const words = policyWords(language).losses
  const money = (amount: number) => formatMoney(amount, currency, language)
  return [
    { kind: 'paragraph', text: words.text },
    authority.length === 0
      ? { kind: 'paragraph', text: words.anyone }
      : {
          kind: 'table',
          columns: [{ label: words.columns[0] ?? '' }, { label: words.columns[1] ?? '', align: 'right' }],
          rows: authority.map(({ person, ceiling }) => [person, money(ceiling)]),
        },
    { kind: 'paragraph', text: aloneUpTo === 0 ? words.fourEyes : words.alone(money(aloneUpTo)) },
  ]
}

const charges = (
  { charges: { lateRate, dayCount, rateFollows, discount } }: PolicyContent,
  { language, country, day, rates }: ClauseContext,
): Block[] => {
  const words = policyWords(language).charges
  const [year = '', half = ''] = semesterOf(day).split('-S')
  const semester = words.semester(year, half)
  const french = country === 'FR'
  const blocks: Block[] = []
  if (lateRate !== null) {
    blocks.push({ kind: 'paragraph', text: words.contractual(formatPercent(lateRate, language)) })
    const floor = french ? known(() => legalFloor(semesterOf(day), rates?.legal)) : null
    if (floor !== null)
      blocks.push(
        Number(lateRate) < Number(floor)
          ? { kind: 'paragraph', tone: 'warning', text: words.floorBroken(formatPercent(floor, language), semester) }
          : { kind: 'paragraph', text: words.floorKept(formatPercent(floor, language), semester) },
      )
  } else if (french) {
    const rate = rates ? (rates.statutory[semesterOf(day)] ?? null) : known(() => rateOn(rateSeries(country), day))
    const stated = rate === null ? '' : words.statutoryRate(formatPercent(rate, language), semester)
    blocks.push({ kind: 'paragraph', text: words.statutory(stated) })
  } else if (rateSeriesList.some((series) => series.country === country)) {
    blocks.push({ kind: 'paragraph', text: words.foreign })
  }
  const terms = policyTerms(language)
  const counting = [
    words.counting(terms.dayCount[dayCount]),
    // A contract's own rate does not change by half-year.
    ...(lateRate === null ? [words.follows(terms.rateFollows[rateFollows])] : []),
  ]
  blocks.push({ kind: 'paragraph', text: counting.join(' ') })
  if (french) blocks.push({ kind: 'paragraph', text: words.indemnity })
  blocks.push({
    kind: 'paragraph',
    text: discount
      ? words.discount(terms.discount(formatPercent(discount.percent, language), discount.days))
      : words.noDiscount,
  })
  return blocks
}

/** A list of short items takes two columns; the first is never the shorter. */
const halves = <T>(items: readonly T[]): T[][] => {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)]
}

/** A half-year that is missing leaves the figure out: a paper is no calculation. */
const known = (read: () => string): string | null => {
  try {
    return read()
  } catch {
    return null
  }
}
