import { type RawBuilder, sql } from 'kysely'

/**
 * What was said and is to be done with a customer: the columns of the timeline. The next action of a talk stands with the
 * talk; whether a promise was kept is told by what arrived, not here.
 */
export const talkEntries = (id: string): RawBuilder<unknown> => sql`
    SELECT id, made_on, 'promise', contact, currency, amount, by, json_object('promiseId', id, 'day', day, 'channel', channel)
      FROM promise WHERE customer_id = ${id}
    UNION ALL
    SELECT id || '+', cancelled_on, 'promise_cancelled', cancelled_because, currency, amount, cancelled_by,
      json_object('promiseId', id, 'replacedBy', replaced_by)
      FROM promise WHERE customer_id = ${id} AND cancelled_on IS NOT NULL
    UNION ALL
    SELECT c.id, c.day, 'talk', c.contact, NULL, NULL, c.by,
      json_object('callId', c.id, 'outcome', c.outcome, 'channel', c.channel, 'note', c.note, 'promiseId', c.promise_id,
        'disputeId', c.dispute_id, 'next', t.kind, 'nextDay', t.day)
      FROM call c LEFT JOIN task t ON t.call_id = c.id WHERE c.customer_id = ${id}
    UNION ALL
    SELECT id, created_on, 'task', note, NULL, NULL, created_by, json_object('taskId', id, 'task', kind, 'day', day, 'owner', owner)
      FROM task WHERE customer_id = ${id} AND call_id IS NULL
    UNION ALL
    SELECT id || '+', done_on, 'task_done', note, NULL, NULL, done_by, json_object('taskId', id, 'task', kind)
      FROM task WHERE customer_id = ${id} AND done_on IS NOT NULL
    UNION ALL
    SELECT id, sent_on, 'message', subject, NULL, NULL, sent_by,
      json_object('messageId', id, 'letterId', letter_id, 'to', recipients ->> '$[0].address')
      FROM mail_message WHERE customer_id = ${id} AND state = 'sent'`
