import type { Customer } from '../customers/customers.contract.ts'
import type { Day } from '../kernel/day.ts'
import type { Block, RouteStep as PaperStep, TableCell } from '../letters/document.model.ts'
import { policyTerms } from '../policy/policy.terms.rules.ts'
import { termsInWords } from '../receivables/terms.words.rules.ts'
import { left, type Pen, paragraph, right } from './dossier.figures.ts'
import type { Review, ReviewProposal } from './reviews.contract.ts'

type Fact = { label: string; value: string }

const limitText = (amount: number | null, { words, money }: Pen): string =>
  amount === null ? words.notSet : amount === 0 ? words.zero : money(amount)

const classText = (one: number | null, { words, language }: Pen): string =>
  one === null
    ? words.scorecard.noClass
    : words.scorecard.class(one, policyTerms(language).classMeaning[one as 1 | 2 | 3 | 4 | 5])

export const questionBlocks = ({ review }: Review, pen: Pen): Block[] => {
  const { words, day } = pen
  const told = words.question
  const facts: Fact[] = [
    { label: told.trigger, value: told.triggers[review.trigger] },
    { label: told.opened, value: told.openedBy(day(review.openedOn), review.openedBy) },
    { label: told.due, value: review.dueOn ? day(review.dueOn) : words.none },
    { label: told.current, value: limitText(review.currentLimit, pen) },
    { label: told.proposed, value: review.kind === null ? words.none : limitText(review.proposed, pen) },
    { label: told.class, value: classText(review.class, pen) },
  ]
  return [
    { kind: 'facts', columns: 3, facts },
    ...(review.triggerDetail === ''
      ? []
      : [{ kind: 'quotes', quotes: [{ by: told.detail, text: review.triggerDetail }] } as const]),
  ]
}

/** Identity as the file holds it, with the group and what registers said when the evidence was frozen. */
export const identityBlocks = ({ evidence }: Review, customer: Customer, terms: string, pen: Pen): Block[] => {
  const { words, day, language } = pen
  const told = words.identity
  const address = customer.addresses.find(({ kind }) => kind === 'registered') ?? customer.addresses[0]
  const { insolvency } = evidence
  const country = new Intl.DisplayNames([language], { type: 'region' }).of(customer.country) ?? customer.country
  const facts: Fact[] = [
    { label: told.siren, value: customer.siren.replace(/(\d{3})(?=\d)/g, '$1\u202F') },
    { label: told.siret, value: customer.siret },
    { label: told.vat, value: customer.vatNumber },
    { label: told.lei, value: customer.lei },
    { label: told.naf, value: customer.naf },
    { label: told.founded, value: customer.foundedOn ? day(customer.foundedOn) : '' },
    {
      label: told.address,
      value: address
        ? [...address.street.split('\n'), `${address.postalCode} ${address.city}`.trim()].filter(Boolean).join(', ')
        : '',
    },
    { label: told.country, value: country },
    { label: told.segment, value: customer.segment },
    { label: told.terms, value: termsInWords(terms, language) },
    { label: told.group, value: evidence.exposure.group?.name ?? '' },
  ].filter(({ value }) => value !== '')
  return [
    {
      kind: 'facts',
      columns: 3,
      facts: [
        ...facts,
        insolvency
          ? {
              label: told.registers,
              value: words.standing.insolvency(words.insolvency[insolvency.kind], day(insolvency.since)),
              tone: 'bad',
            }
          : { label: told.registers, value: told.noInsolvency },
      ],
    },
  ]
}

const person = (name: string, holder: string, { words }: Pen): string =>
  holder === '' ? name : words.proposals.for(name, holder)

/** Every version stays, refused and returned ones too, each with its reason and its answer. */
export const proposalBlocks = ({ proposals, review }: Review, pen: Pen): Block[] => {
  const { words, day, language } = pen
  const told = words.proposals
  if (proposals.length === 0) return [paragraph(told.none)]
  const what = ({ kind, scope, until, terms, conditions, riskClass }: ReviewProposal): string => {
    const decided = [
      kind === 'extend' && review.currentLimit === null ? told.kinds.first : told.kinds[kind],
      ...(scope === 'group' ? [told.group] : []),
      ...(until ? [told.until(day(until))] : []),
      ...(terms === null ? [] : [told.terms(termsInWords(terms, language))]),
      ...(riskClass === null ? [] : [told.judged(riskClass)]),
    ].join(', ')
    return conditions === '' ? decided : `${decided}. ${told.conditions(conditions)}`
  }
  const answer = (one: ReviewProposal): TableCell => {
    const state = told.states[one.state]
    const tone = ({ approved: 'good', refused: 'bad' } as const)[one.state as string] ?? 'plain'
    const byWhom = one.answeredOn && one.state !== 'taken-back'
    return {
      text: byWhom
        ? told.answered(state, person(one.answeredBy, one.answeredFor, pen), day(one.answeredOn as Day))
        : state,
      tone,
    }
  }
  return [
    {
      kind: 'table',
      columns: [
        left(told.columns[0]),
        left(told.columns[1], 2),
        right(told.columns[2]),
        left(told.columns[3]),
        left(told.columns[4], 1),
      ],
      rows: proposals.map((one) => [
        String(one.version),
        what(one),
        limitText(one.amount, pen),
        told.by(one.by, day(one.on)),
        answer(one),
      ]),
    },
    {
      kind: 'quotes',
      quotes: proposals.flatMap((one) => [
        { by: told.reason(one.version, one.by, day(one.on)), text: one.reason },
        ...(one.answer === '' || one.answeredOn === null
          ? []
          : [
              {
                by: told.answer(one.version, person(one.answeredBy, one.answeredFor, pen), day(one.answeredOn)),
                text: one.answer,
              },
            ]),
      ]),
    },
  ]
}

export const routeBlocks = ({ route, decision, proposals }: Review, pen: Pen): Block[] => {
  const { words, day } = pen
  const told = words.route
  const last = proposals.at(-1)
  const steps = route.map((step): PaperStep => {
    const answered = step.role === 'decider' && step.state === 'done' ? decision : null
    const proposed = step.role === 'author' && step.state === 'done' ? last : undefined
    const on = answered?.on ?? proposed?.on
    const deputies = step.deputies.map((one) =>
      told.deputy(one.person, one.until ? `, ${words.proposals.until(day(one.until))}` : ''),
    )
    return {
      person: step.person || told.anyone,
      role: told.roles[step.role],
      detail: [
        ...(on ? [day(on)] : step.since ? [told.since(day(step.since))] : []),
        ...(step.until ? [told.until(day(step.until))] : []),
        ...deputies,
      ].join(' · '),
      state: answered?.outcome === 'refused' ? 'refused' : states[step.state],
      stateText: answered ? told.outcomes[answered.outcome] : proposed ? told.proposed : told.states[step.state],
    }
  })
  return steps.length === 0 ? [] : [{ kind: 'route', steps }]
}

const states = { done: 'done', waiting: 'waiting', escalated: 'waiting', later: 'later', skipped: 'later' } as const

export const discussionBlocks = ({ notes }: Review, { words, day }: Pen): Block[] =>
  notes.length === 0
    ? []
    : [
        {
          kind: 'quotes',
          quotes: notes.map((one) => ({ by: words.discussion.by(one.by, day(one.day)), text: one.text })),
        },
      ]

export const decisionBlocks = ({ decision, cancelled, proposals, review }: Review, pen: Pen): Block[] => {
  const { words, day } = pen
  const told = words.decision
  if (cancelled)
    return [
      {
        kind: 'callout',
        tone: 'faint',
        title: told.cancelled(cancelled.by, day(cancelled.on)),
        text: cancelled.reason,
      },
    ]
  if (!decision) return [paragraph(told.none)]
  const holds = decision.outcome === 'approved' ? (proposals.at(-1)?.amount ?? null) : review.currentLimit
  return [
    {
      kind: 'facts',
      columns: 3,
      facts: [
        {
          label: told.outcome,
          value: told.outcomes[decision.outcome],
          tone: decision.outcome === 'approved' ? 'good' : 'bad',
        },
        { label: told.limit, value: limitText(holds, pen) },
        { label: told.by, value: person(decision.by, decision.for, pen) },
        { label: told.on, value: day(decision.on) },
        { label: told.policy, value: words.policy(decision.policyVersion) },
        { label: told.next, value: decision.nextReviewOn ? day(decision.nextReviewOn) : words.none },
      ],
    },
    { kind: 'quotes', quotes: [{ by: told.reason, text: decision.reason }] },
  ]
}

export const documentBlocks = ({ documents }: Review, { words, day }: Pen): Block[] =>
  documents.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: [left(words.documents.columns[0], 1), right(words.documents.columns[1])],
          rows: documents.map(({ kind, name, on }) => [`${words.documents.kinds[kind]}, ${name}`, day(on)]),
        },
      ]
