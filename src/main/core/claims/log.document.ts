import { callsCalls } from '../calls/calls.service.ts'
import { disputesCalls } from '../disputes/disputes.service.ts'
import { handoverDetail } from '../handovers/handovers.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { formatDay, formatMoney } from '../kernel/format.ts'
import type { Block, DocumentData, DocumentSection, TableRow } from '../letters/document.model.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { promisesCalls } from '../promises/promises.service.ts'
import { type Drawing, paperFrame } from './file.document.ts'
import { fileWords } from './file.words.ts'
import { sentMessages } from './pieces.repository.ts'
import { sendingOf } from './pieces.service.ts'

const ALL = { offset: 0, limit: 1000 }

const tableOf = (labels: readonly string[], rows: readonly TableRow[], right: readonly number[] = []): Block => ({
  kind: 'table',
  columns: labels.map((label, place) => ({
    label,
    ...(right.includes(place) ? { align: 'right' as const } : {}),
    ...(place === 1 || (place === labels.length - 1 && right.length === 0) ? { grow: place === 1 ? 1 : 2 } : {}),
  })),
  rows,
})

/** What was written, said, promised and contested, each with its day: read from the book as it stands. */
export const logDocument = async (ctx: QueryContext, drawing: Drawing): Promise<DocumentData> => {
  const { file, language } = drawing
  const words = fileWords[language]
  const { log } = words
  const { customer, letters, handover } = file
  const day = (on: string) => formatDay(on, language)
  const customerId = customer.id
  const [talks, promises, disputes, messages, { steps }, { content }] = await Promise.all([
    callsCalls.list(ctx, { ...ALL, customerId }),
    promisesCalls.list(ctx, { ...ALL, customerId, show: 'all', search: '' }),
    disputesCalls.list(ctx, { ...ALL, customerId, show: 'all', search: '', sort: 'age', descending: true }),
    sentMessages(ctx.db, customerId),
    handoverDetail(ctx, handover.id),
    policyInForce(ctx),
  ])
  const reasons = new Map(content.disputeReasons.map((reason) => [reason.code, reason[language]]))
  const claimed = new Set(handover.items.map(({ itemId }) => itemId))

  const sections: (DocumentSection & { empty: boolean })[] = [
    {
      title: log.letters,
      empty: letters.length === 0,
      blocks: [
        tableOf(
          log.letterColumns,
          letters.map((letter) => [
            day(letter.day),
            words.letterTitle(letter.levelName, letter.reference),
            sendingOf(letter, words, language),
            formatMoney(letter.total, letter.currency, language),
          ]),
          [3],
        ),
      ],
    },
    {
      title: log.messages,
      empty: messages.length === 0,
      blocks: [
        tableOf(
          log.messageColumns,
          messages.map(({ sentOn, subject, to }) => [
            day(sentOn),
            subject,
            (JSON.parse(to) as { address: string }[]).map(({ address }) => address).join(', '),
          ]),
        ),
      ],
    },
    {
      title: log.talks,
      empty: talks.calls.length === 0,
      blocks: [
        tableOf(
          log.talkColumns,
          talks.calls
            .toReversed()
            .map((talk) => [
              day(talk.day),
              [
                log.channels[talk.channel],
                ...(talk.incoming ? [log.incoming] : []),
                ...(talk.contact ? [log.with(talk.contact)] : []),
                log.outcomes[talk.outcome],
              ].join(', '),
              talk.note,
            ]),
        ),
      ],
    },
    {
      title: log.promises,
      empty: promises.promises.length === 0,
      blocks: [
        tableOf(
          log.promiseColumns,
          promises.promises
            .toSorted((a, b) => a.madeOn.localeCompare(b.madeOn))
            .map((promise) => [
              day(promise.madeOn),
              [day(promise.day), promise.contact].filter(Boolean).join(', '),
              formatMoney(promise.amount, promise.currency, language),
              formatMoney(promise.received, promise.currency, language),
              log.promiseStates[promise.state],
            ]),
          [2, 3],
        ),
      ],
    },
    {
      title: log.disputes,
      empty: !disputes.disputes.some(({ itemId }) => claimed.has(itemId)),
      blocks: [
        tableOf(
          log.disputeColumns,
          disputes.disputes
            .filter(({ itemId }) => claimed.has(itemId))
            .toSorted((a, b) => a.openedOn.localeCompare(b.openedOn))
            .map((dispute) => [
              day(dispute.openedOn),
              dispute.itemNumber,
              [reasons.get(dispute.reason) ?? dispute.reason, dispute.description].filter(Boolean).join(' : '),
              formatMoney(dispute.amount, dispute.currency, language),
              dispute.outcome && dispute.closedOn
                ? log.closedOn(log.disputeOutcomes[dispute.outcome], day(dispute.closedOn))
                : log.disputeOpen,
            ]),
          [3],
        ),
      ],
    },
    {
      title: log.steps,
      empty: !steps.some(({ withdrawn }) => withdrawn === null),
      blocks: [
        tableOf(
          log.stepColumns,
          steps
            .filter(({ withdrawn }) => withdrawn === null)
            .map((step) => [day(step.day), words.steps[step.code], step.note]),
        ),
      ],
    },
  ]
  const told = sections.filter(({ empty }) => !empty).map(({ title, blocks }) => ({ title, blocks }))
  return {
    ...paperFrame(drawing, log.title),
    subtitle: words.subtitle(customer.name, customer.code),
    sections: told.length > 0 ? told : [{ title: '', blocks: [{ kind: 'paragraph', text: log.none }] }],
  }
}
