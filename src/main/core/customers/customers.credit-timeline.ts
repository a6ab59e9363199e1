import { type RawBuilder, sql } from 'kysely'

/** What the credit file of a customer tells of its days: the columns of the timeline, one part for each decision or fact. */
export const creditEntries = (id: string): RawBuilder<unknown> => sql`
    SELECT l.id, l.decided_on, 'limit', '', l.currency, l.amount, l.decided_by,
      json_object('limitId', l.id, 'limitKind', l.kind, 'from', l.starts_on, 'until', l.ends_on, 'insurer', l.insurer,
        'guarantor', l.guarantor, 'reason', l.reason, 'reviewId', l.review_id)
      FROM credit_limit l WHERE l.customer_id = ${id}
    UNION ALL
    SELECT l.id, l.decided_on, 'limit', g.name, l.currency, l.amount, l.decided_by,
      json_object('limitId', l.id, 'limitKind', l.kind, 'from', l.starts_on, 'until', l.ends_on, 'reason', l.reason,
        'reviewId', l.review_id)
      FROM customer_group_member m JOIN customer_group g ON g.id = m.group_id JOIN credit_limit l ON l.group_id = g.id
      WHERE m.customer_id = ${id}
    UNION ALL
    SELECT id, starts_on, 'block', reason, NULL, NULL, blocked_by, json_object('until', ends_on)
      FROM credit_block WHERE customer_id = ${id}
    UNION ALL
    SELECT id || '+', lifted_on, 'unblock', lifted_because, NULL, NULL, lifted_by, '{}'
      FROM credit_block WHERE customer_id = ${id} AND lifted_on IS NOT NULL
    UNION ALL
    SELECT id, starts_on, 'override', order_number, (SELECT currency FROM company WHERE company.id = 1), amount, granted_by,
      json_object('until', ends_on, 'reason', reason)
      FROM credit_override WHERE customer_id = ${id}
    UNION ALL
    SELECT id, day, 'order', number, currency, amount, changed_by, json_object('orderId', id, 'state', state, 'changedOn', changed_on)
      FROM customer_order WHERE customer_id = ${id}
    UNION ALL
    SELECT id, opened_on, 'review_opened', reference, NULL, NULL, opened_by, json_object('reviewId', id, 'trigger', cause)
      FROM credit_review WHERE customer_id = ${id}
    UNION ALL
    SELECT r.id || '+', r.decided_on, 'review_decided', r.reference, r.currency, p.amount, r.decided_by,
      json_object('reviewId', r.id, 'decision', p.kind, 'outcome', r.outcome, 'nextReviewOn', r.next_review_on)
      FROM credit_review r LEFT JOIN review_proposal p ON p.review_id = r.id
        AND p.version = (SELECT max(version) FROM review_proposal WHERE review_id = r.id)
      WHERE r.customer_id = ${id} AND r.decided_on IS NOT NULL
    UNION ALL
    SELECT id || '+', cancelled_on, 'review_cancelled', reference, NULL, NULL, cancelled_by,
      json_object('reviewId', id, 'reason', cancelled_because)
      FROM credit_review WHERE customer_id = ${id} AND cancelled_on IS NOT NULL
    UNION ALL
    SELECT id, day, 'rating', provider_name, currency, recommended_limit, created_by, json_object('ratingId', id, 'provider', provider)
      FROM external_rating WHERE customer_id = ${id}
    UNION ALL
    -- Of the day it was received: a closing is not when anybody knew.
    SELECT id, substr(created_at, 1, 10), 'statement', '', NULL, NULL, created_by,
      json_object('statementId', id, 'closedOn', closed_on, 'source', source)
      FROM financial_statement WHERE customer_id = ${id}
    UNION ALL
    SELECT id, coalesce(published_on, day), 'register', court, NULL, NULL, NULL,
      json_object('eventId', id, 'eventKind', kind, 'stage', stage, 'register', register, 'judgment', day,
        'withdrawnOn', withdrawn_on, 'dismissedOn', dismissed_on)
      FROM register_event WHERE customer_id = ${id}
    UNION ALL
    SELECT id, received_on, 'application', applicant, currency, asked, recorded_by, json_object('applicationId', id)
      FROM credit_application WHERE customer_id = ${id}
    UNION ALL
    SELECT id || '+', dropped_on, 'application_dropped', dropped_because, NULL, NULL, dropped_by, json_object('applicationId', id)
      FROM credit_application WHERE customer_id = ${id} AND dropped_on IS NOT NULL
    UNION ALL
    SELECT id, day, 'handover', reason, NULL, NULL, by, json_object('handoverId', id, 'to', target, 'reviewId', review_id)
      FROM handover WHERE customer_id = ${id}
    UNION ALL
    SELECT id || '+', closed_on, 'handover_closed', closed_because, NULL, NULL, closed_by, json_object('handoverId', id)
      FROM handover WHERE customer_id = ${id} AND closed_on IS NOT NULL
    UNION ALL
    SELECT s.id, s.day, 'handover_step', s.note, NULL, NULL, s.by,
      json_object('handoverId', h.id, 'step', s.code, 'withdrawnOn', s.withdrawn_on)
      FROM handover_step s JOIN handover h ON h.id = s.handover_id WHERE h.customer_id = ${id}
    UNION ALL
    SELECT f.id, f.day, 'handover_file', '', f.currency, f.total, f.by,
      json_object('handoverId', h.id, 'file', f.kind, 'documentId', f.document_id)
      FROM handover_file f JOIN handover h ON h.id = f.handover_id WHERE h.customer_id = ${id}
    UNION ALL
    SELECT id, proposed_on, 'write_off_proposed', reference, currency, amount, proposed_by,
      json_object('writeOffId', id, 'reason', reason)
      FROM write_off WHERE customer_id = ${id}
    UNION ALL
    SELECT id || '+', coalesce(day, answered_on), CASE state WHEN 'booked' THEN 'write_off' ELSE 'write_off_refused' END,
      reference, currency, amount, answered_by, json_object('writeOffId', id, 'reason', reason)
      FROM write_off WHERE customer_id = ${id} AND state <> 'proposed'
    UNION ALL
    SELECT r.id, r.day, 'write_off_recovered', w.reference, w.currency,
      (SELECT sum(amount) FROM write_off_recovery_item WHERE recovery_id = r.id), r.by, json_object('writeOffId', w.id)
      FROM write_off w JOIN write_off_recovery r ON r.write_off_id = w.id WHERE w.customer_id = ${id}
    UNION ALL
    SELECT l.document_id, l.day, 'agreement', l.reference, NULL, NULL, l.by, json_object('planId', p.id)
      FROM instalment_plan p JOIN instalment_letter l ON l.plan_id = p.id WHERE p.customer_id = ${id}
    UNION ALL
    SELECT id || '+signed', signed_on, 'agreement_signed', '', NULL, NULL, NULL, json_object('planId', id)
      FROM instalment_plan WHERE customer_id = ${id} AND signed_on IS NOT NULL
    UNION ALL
    SELECT id, sent_on, 'claim_declared', reference, currency, total, sent_by,
      json_object('declarationId', id, 'documentId', document_id)
      FROM claim_declaration WHERE customer_id = ${id} AND sent_on IS NOT NULL AND cancelled_on IS NULL
    UNION ALL
    SELECT id, sent_on, 'goods_claimed', reference, NULL, NULL, sent_by, json_object('documentId', document_id)
      FROM retention_claim WHERE customer_id = ${id} AND sent_on IS NOT NULL AND cancelled_on IS NULL
    UNION ALL
    SELECT s.id, r.made_on, 'account_statement', '', NULL, NULL, r.made_by,
      json_object('asOf', r.as_of, 'documentId', s.document_id)
      FROM statement_issue s JOIN statement_run r ON r.id = s.run_id WHERE s.customer_id = ${id}
    UNION ALL
    SELECT c.id, r.made_on, 'confirmation', c.reference, NULL, NULL, r.made_by,
      json_object('asOf', r.as_of, 'documentId', c.document_id)
      FROM confirmation c JOIN confirmation_run r ON r.id = c.run_id WHERE c.customer_id = ${id}
    UNION ALL
    SELECT a.id, a.answered_on, 'confirmation_answer', c.reference, NULL, NULL, a.recorded_by,
      json_object('outcome', a.outcome, 'documentId', a.document_id)
      FROM confirmation c JOIN confirmation_answer a ON a.confirmation_id = c.id WHERE c.customer_id = ${id}
    UNION ALL
    SELECT id, published_on, 'space', '', NULL, NULL, published_by,
      json_object('until', until, 'recipient', recipient, 'went', went, 'sha256', sha256)
      FROM customer_space WHERE customer_id = ${id}
    UNION ALL
    SELECT id || '+', withdrawn_on, 'space_withdrawn', withdrawn_because, NULL, NULL, withdrawn_by, json_object('until', until)
      FROM customer_space WHERE customer_id = ${id} AND withdrawn_on IS NOT NULL
    UNION ALL
    SELECT id, read_on, 'answer', '', NULL, NULL, read_by, json_object('request', kind)
      FROM customer_answer WHERE customer_id = ${id}
    UNION ALL
    SELECT id || '+', decided_on, CASE state WHEN 'accepted' THEN 'answer_accepted' ELSE 'answer_declined' END, reason,
      NULL, NULL, decided_by, json_object('request', kind)
      FROM customer_answer WHERE customer_id = ${id} AND state <> 'waiting'
    UNION ALL
    SELECT id, day, 'limitation_act', note, NULL, NULL, by, json_object('act', kind, 'until', until)
      FROM limitation_act WHERE customer_id = ${id} AND withdrawn_on IS NULL AND source = ''`
