import { type RawBuilder, sql } from 'kysely'

/** When letters were handed in at the post, and what came back: the columns of the timeline. */
export const postEntries = (id: string): RawBuilder<unknown> => sql`
    SELECT l.id || '+', p.deposited_on, 'posted', l.reference, NULL, NULL, NULL,
      json_object('letterId', l.id, 'channel', p.kind, 'number', p.number, 'levelName', l.level_name)
      FROM posting p JOIN dunning_letter l ON l.id = p.letter_id WHERE l.customer_id = ${id} AND p.deposited_on IS NOT NULL
    UNION ALL
    SELECT l.id || '++', p.outcome_on, 'receipt', l.reference, NULL, NULL, p.outcome_by,
      json_object('letterId', l.id, 'outcome', p.outcome, 'documentId', p.receipt_id, 'number', p.number)
      FROM posting p JOIN dunning_letter l ON l.id = p.letter_id WHERE l.customer_id = ${id} AND p.outcome IS NOT NULL`
