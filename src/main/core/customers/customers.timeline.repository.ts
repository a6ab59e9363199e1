import { sql } from 'kysely'
import type { Reader } from '../kernel/context.ts'
import { chargeEntries } from './customers.charge-timeline.ts'
import { creditEntries } from './customers.credit-timeline.ts'
import { postEntries } from './customers.post-timeline.ts'
import { talkEntries } from './customers.talk-timeline.ts'

/** What happened with a customer, newest first: one reading of every slice that keeps a day. */
export const listTimeline = async (db: Reader, id: string, limit: number, offset: number) => {
  // The ids of a day grow with time, whatever they name.
  const { rows } = await sql<TimelineRecord>`
    SELECT i.id, i.booked AS day, i.kind, i.number AS title, i.currency, i.amount, NULL AS user,
      json_object('itemId', i.id, 'label', i.label, 'method', said.method, 'bounces', bounced.number,
        'bounceReason', coalesce(back.bounce_reason, said.bounce_reason), 'bouncedOn', returned.booked,
        'reason', adjustment.reason) AS details
      FROM open_item i LEFT JOIN payment said ON said.item_id = i.id LEFT JOIN open_item bounced ON bounced.id = said.bounces_id
      LEFT JOIN payment back ON back.bounces_id = i.id LEFT JOIN open_item returned ON returned.id = back.item_id
      LEFT JOIN adjustment ON adjustment.item_id = i.id WHERE i.customer_id = ${id}
    UNION ALL
    SELECT dunning_letter.id, day, CASE channel WHEN 'call' THEN 'call' ELSE 'letter' END, reference, currency, total,
      dunning_run.user, json_object('letterId', dunning_letter.id, 'levelName', level_name, 'level', level,
        'channel', channel, 'sentOn', sent_on, 'cancelledOn', cancelled_on, 'documentId', document_id)
      FROM dunning_letter JOIN dunning_run ON dunning_run.id = run_id WHERE customer_id = ${id}
    UNION ALL
    SELECT id, created_on, 'hold', reason, NULL, NULL, created_by, json_object('until', until, 'releasedOn', released_on, 'itemId', item_id)
      FROM hold WHERE customer_id = ${id}
    UNION ALL
    SELECT d.id, d.opened_on, 'dispute', i.number, i.currency, d.amount, d.opened_by,
      json_object('disputeId', d.id, 'itemId', i.id, 'reason', d.reason, 'deadline', d.deadline)
      FROM dispute d JOIN open_item i ON i.id = d.item_id WHERE d.customer_id = ${id}
    UNION ALL
    -- Closed on the day it was opened, it comes after.
    SELECT d.id || '+', d.closed_on, 'dispute_closed', i.number, i.currency, nullif(d.conceded, 0), d.closed_by,
      json_object('disputeId', d.id, 'itemId', i.id, 'reason', d.reason, 'outcome', d.outcome, 'creditNumber', credit.number)
      FROM dispute d JOIN open_item i ON i.id = d.item_id LEFT JOIN open_item credit ON credit.id = d.credit_item_id
      WHERE d.customer_id = ${id} AND d.closed_on IS NOT NULL
    UNION ALL
    SELECT p.id, substr(p.added_at, 1, 10), 'proof', coalesce(nullif(p.title, ''), document.name), NULL, NULL, p.added_by,
      json_object('proofId', p.id, 'proofKind', p.kind, 'itemId', p.item_id, 'documentId', p.document_id)
      FROM proof p JOIN document ON document.id = p.document_id WHERE p.customer_id = ${id}
    UNION ALL
    SELECT p.id, p.agreed_on, 'plan', '', p.currency, (SELECT sum(amount) FROM instalment WHERE plan_id = p.id), p.created_by,
      json_object('planId', p.id, 'count', (SELECT count(*) FROM instalment WHERE plan_id = p.id), 'note', p.note)
      FROM instalment_plan p WHERE p.customer_id = ${id}
    UNION ALL
    SELECT p.id || '+', p.cancelled_on, 'plan_cancelled', p.cancel_reason, NULL, NULL, NULL, json_object('planId', p.id)
      FROM instalment_plan p WHERE p.customer_id = ${id} AND p.cancelled_on IS NOT NULL
    UNION ALL
    SELECT id, delivered_on, 'delivery', reference, currency, amount, NULL, json_object('deliveryId', id, 'itemId', item_id)
      FROM delivery WHERE customer_id = ${id}
    UNION ALL
${talkEntries(id)}
    UNION ALL
${postEntries(id)}
    UNION ALL
${chargeEntries(id)}
    UNION ALL
${creditEntries(id)}
    UNION ALL
    SELECT id, day, kind, '', NULL, NULL, user, details FROM customer_event WHERE customer_id = ${id}
    ORDER BY day DESC, id DESC LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows
}

type TimelineRecord = {
  id: string
  day: string
  kind: string
  title: string
  currency: string | null
  amount: number | null
  user: string | null
  details: string
}
